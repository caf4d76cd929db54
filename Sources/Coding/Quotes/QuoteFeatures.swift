import Press
import Prose
import World

/// What the models look at that tell speech from scare quotes, and whose it is.
struct QuoteFeatures {
    let scene: Attribution
    let span: QuotedSpan
    /// The quotation before, if it was speech, and whose.
    let previous: (span: QuotedSpan, speaker: Speaker?)?
    let named: Bool
    /// What stands before and behind the marks.
    let context: String
    let shape: Features.Context
    /// Whom the verb before the marks belongs to, and whom the verb behind them.
    let before: Voice?
    let behind: Voice?
    let rules: Features.Context

    init(_ scene: Attribution, _ span: QuotedSpan, previous: (span: QuotedSpan, speaker: Speaker?)?, named: Bool = false) {
        self.scene = scene
        self.span = span
        self.previous = previous
        self.named = named
        let sentence = scene.sentences[span.sentences.lowerBound]
        let opens = span.range.lowerBound - sentence.range.lowerBound <= 2
        let point = Self.letter(scene.text, span.range.lowerBound - 2, sentence.range)
        let after = Self.after(scene, span)
        context = (opens ? "^" : isClauseStop(point) ? (point == 0xFF1A || point == 0x3A ? ":" : ",") : "-") + (after == nil ? "$" : "+")
        shape = Features.Context(context, named: named)
        let index = span.sentences.lowerBound
        before = scene.verb(in: index, before: span.range.lowerBound - 1).flatMap { scene.subject(of: $0, in: index) }
        var behind: Voice?
        if let after {
            let index =
                scene.sentences[span.sentences.upperBound].range.contains(after) ? span.sentences.upperBound : span.sentences.upperBound + 1
            behind = scene.verb(in: index, from: after, to: after + 60).flatMap { scene.subject(of: $0, in: index, from: after) }
        }
        self.behind = behind
        rules = Features.Context("rules=", before == nil ? "false/" : "true/", behind != nil, named: named)
    }

    // MARK: - Speech or not

    func speech() -> Features {
        var features = Features(named: named)
        let (text, range) = (scene.text, span.range)
        let sentence = scene.sentences[span.sentences.lowerBound]
        features.add("bias", with: [shape])
        features.add("in=", sentence.kind.rawValue, with: [shape])
        features.add("length=", Self.length(range.count), with: [shape])
        let closing = Self.letter(text, range.upperBound - 1, range)
        features.add("ends=", isClauseStop(closing) ? closing : Self.nothing, with: [shape])
        let stops = text[range].reduce(0) { $0 + (isClauseStop($1) ? 1 : 0) }
        features.add("stops=", min(stops, 4), with: [shape])
        let own = text[range.prefix(60)].contains { Self.persons.contains($0) }
        features.add("own=", own, with: [shape])
        features.add("spans=", min(span.sentences.count, 3))
        let low = max(sentence.range.lowerBound, range.lowerBound - 3)
        features.add("p2=", words(low..<max(low, range.lowerBound - 1)))
        features.add("p1=", words(max(low, range.lowerBound - 2)..<max(low, range.lowerBound - 1)), with: [shape])
        if let start = Self.after(scene, span) {
            let end = min(start + 2, text.count)
            features.add("n2=", words(start..<end))
            features.add("n1=", words(start..<min(start + 1, end)), with: [shape])
        }
        verbs(&features, sentence)
        features.add("b2=", words(range.prefix(2)))
        features.add("e2=", words(range.suffix(2)))
        for at in range.prefix(12).dropLast() where isHan(text[at]) && isHan(text[at + 1]) { features.add("q", text[at], text[at + 1]) }
        if let previous {
            let gap = sentence.passage - scene.sentences[previous.span.sentences.upperBound].passage
            features.add("was=", min(gap, 2), with: [shape])
            if range.lowerBound - previous.span.range.upperBound <= 4 { features.add("joined", with: [shape]) }
        }
        return features
    }

    private func verbs(_ features: inout Features, _ sentence: ReadSentence) {
        let open = span.range.lowerBound - 1
        if let verb = scene.verb(in: span.sentences.lowerBound, before: open) {
            let gap = Self.gap(open - verb.end)
            let isNear = sentence.clause(at: verb.start) == sentence.clause(at: max(sentence.range.lowerBound, open - 1))
            features.add("verb=", gap, verb.isPlain ? "/true/" : "/false/", isNear, with: [shape])
            if open - verb.end <= 12 { features.add("vw=", scene.text[verb.start..<verb.end], with: [shape]) }
        } else {
            features.add("verb=none", with: [shape])
        }
        if let start = Self.after(scene, span) {
            let index =
                scene.sentences[span.sentences.upperBound].range.contains(start) ? span.sentences.upperBound : span.sentences.upperBound + 1
            let verb = scene.verb(in: index, from: start, to: start + 40)
            features.add("then=", verb.map { Self.gap($0.start - start) } ?? "none", plain(verb), with: [shape])
        }
    }

    // MARK: - Small measures

    /// Where the text goes on behind the closing mark; nil where the passage ends.
    private static func after(_ scene: Attribution, _ span: QuotedSpan) -> Int? {
        let last = span.sentences.upperBound
        let start = span.range.upperBound + 1
        if start < scene.sentences[last].range.upperBound { return start }
        guard last + 1 < scene.sentences.count, scene.sentences[last + 1].passage == scene.sentences[last].passage else { return nil }
        return scene.sentences[last + 1].range.lowerBound
    }

    /// Words for a feature's name: a line's end or a tab would end the name in the weights file.
    func words(_ range: Range<Int>) -> ArraySlice<UInt32> {
        let words = scene.text[range]
        return words.contains { $0 < 0x20 } ? CodePoints(words.map { $0 < 0x20 ? 0xB6 : $0 })[...] : words
    }

    func letter(_ at: Int) -> UInt32 { scene.text[at] < 0x20 ? 0xB6 : scene.text[at] }

    func plain(_ verb: SpeechVerb?) -> String { verb.map { $0.isPlain ? "true" : "false" } ?? "" }

    static func letter(_ text: CodePoints, _ at: Int, _ range: Range<Int>) -> UInt32 { range.contains(at) ? text[at] : 0x3002 }

    static func gap(_ count: Int) -> String {
        switch count {
        case ...0: "0"
        case 1...2: "2"
        case 3...6: "6"
        case 7...14: "14"
        case 15...30: "30"
        default: "far"
        }
    }

    private static func length(_ count: Int) -> String {
        switch count {
        case ..<10: "9"
        case ..<13: "12"
        case ..<17: "16"
        case ..<24: "23"
        case ..<40: "39"
        default: "long"
        }
    }

    private static let nothing = point("-")

    /// 我 我们 你 您 咱: words of speech.
    private static let persons = PointSet("我你您咱")
}
