import Prose
import World

/// Whom words that name nobody themselves may mean.
struct Referent: Sendable, Equatable {
    /// Nil for nobody in particular.
    let code: String?
    /// The sentence that names it last.
    let sentence: Int
}

/// What the model of referents sees of words and of one whom they may mean.
///
/// Codes are never seen: only where one stands, how often, and as what.
struct ReferenceFeatures {
    let resolver: ReferenceResolver
    let mention: Mention
    /// What the rules take it for.
    let ruled: [String]
    /// The sentence's mentions before it and behind it.
    let before: ArraySlice<Mention>
    let after: ArraySlice<Mention>
    private let kind: String
    private let speaker: [String]
    private let contexts: [Features.Context]
    private let named: Bool

    init(
        _ resolver: ReferenceResolver, _ mention: Mention, ruled: [String], _ before: ArraySlice<Mention>, _ after: ArraySlice<Mention>,
        named: Bool = false
    ) {
        (self.resolver, self.mention, self.ruled, self.before, self.after, self.named) = (resolver, mention, ruled, before, after, named)
        let kind = Self.kind(mention)
        self.kind = kind
        speaker = resolver.speaker(of: mention, before)?.codes ?? []
        contexts = [
            Features.Context("k=", kind, named: named),
            Features.Context("w=", resolver.text[mention.nameStart..<mention.end], named: named),
        ]
    }

    /// As `pronouns.txt` has it; else what the words are.
    static func kind(_ mention: Mention) -> String {
        mention.kind == .pronoun ? mention.sector ?? "state" : mention.kind.rawValue + (mention.acts ? "" : "-")
    }

    /// Those in focus, those of the headline, whom the article names most and whose outlet it is, each once, after nobody.
    func choices() -> [Referent] {
        var seen: Set<String> = []
        let near = resolver.near(before).prefix(6).map { Referent(code: $0.code, sentence: $0.sentence) }
        let others = (ruled + resolver.titleCodes.prefix(2) + resolver.ranked.prefix(2) + (resolver.home.map { [$0] } ?? [])).map {
            Referent(code: $0, sentence: 0)
        }
        return [Referent(code: nil, sentence: resolver.at)] + (near + others).filter { seen.insert($0.code ?? "").inserted }
    }

    func features(_ choice: Referent) -> Features {
        var features = Features(named: named)
        guard let code = choice.code else {
            nobody(&features)
            return features
        }
        features.add("ruled=", ruled.contains(code) ? min(ruled.count, 2) : 0, ruled.isEmpty ? "-" : "", with: contexts)
        features.add("organisation=", code.utf8.count > 3, with: contexts)
        place(code, choice, &features)
        article(code, choice, &features)
        said(code, &features)
        return features
    }

    // MARK: - Private

    private func nobody(_ features: inout Features) {
        let text = resolver.text
        features.add("nobody", with: contexts)
        features.add("nobody-ruled=", min(ruled.count, 2), with: contexts)
        features.add("nobody-near=", min(Set(before.flatMap(\.codes)).count, 3), with: contexts)
        features.add("nobody-far=", min(resolver.at - resolver.subject.sentence, 4), with: contexts)
        features.add("nobody-quoted=", !speaker.isEmpty, with: contexts)
        let start = max(resolver.range.lowerBound, mention.start - 2)
        features.add("p2=", text[start..<mention.start], with: [contexts[0]])
        features.add("p1=", text[max(start, mention.start - 1)..<mention.start], with: contexts)
        features.add("n1=", text[mention.end..<min(resolver.range.upperBound, mention.end + 1)], with: contexts)
        features.add("nobody-same=", resolver.meant[mention.name].map { min($0.codes.count, 2) } ?? 3, with: contexts)
        features.add("n2=", text[mention.end..<min(resolver.range.upperBound, mention.end + 2)], with: [contexts[0]])
    }

    /// Where it stands in the sentence, or how far back.
    private func place(_ code: String, _ choice: Referent, _ features: inout Features) {
        guard let last = before.last(where: { $0.codes.contains(code) }) else {
            let focus = resolver.focus.points.firstIndex { $0.code == code } ?? 8
            features.add("far=", min(resolver.at - choice.sentence, 5), with: contexts)
            features.add("focus=", min(focus, 4), "/", before.isEmpty ? "" : "+", with: contexts)
            features.add("subject=", resolver.subject.codes.contains(code), min(resolver.at - resolver.subject.sentence, 3), with: contexts)
            return
        }
        let order = unique(before.reversed().filter { $0.acts || $0.end == last.end }.flatMap(\.codes)).firstIndex(of: code) ?? 0
        let end = min(last.end, mention.start)
        let gap = mention.start - end
        let clause = resolver.text[end..<mention.start].contains(where: isClauseStop)
        features.add("near=", min(order, 3), clause ? "|" : "", with: contexts)
        features.add("gap=", gap == 0 ? "0" : gap == 1 ? "1" : gap < 5 ? "few" : "more", with: contexts)
        features.add("as=", last.kind.rawValue, last.acts ? "" : "-", with: contexts)
        features.add("governed=", resolver.isGoverned(last), with: contexts)
        features.add(
            "first=", before.first { $0.acts && !$0.codes.isEmpty }?.codes.contains(code) ?? false, clause ? "|" : "", with: contexts)
        if gap == 1 { features.add("joined=", resolver.text[end..<mention.start], with: contexts) }
        let start = max(resolver.range.lowerBound, mention.start - 1)
        let next = resolver.text[mention.end..<min(resolver.range.upperBound, mention.end + 1)]
        features.add("first-n1=", next, before.first?.codes.contains(code) ?? false, with: [contexts[0]])
        features.add("first-p1=", resolver.text[start..<mention.start], before.first?.codes.contains(code) ?? false, with: [contexts[0]])
    }

    /// How the whole article speaks of it.
    private func article(_ code: String, _ choice: Referent, _ features: inout Features) {
        features.add("rank=", min(resolver.ranked.firstIndex(of: code) ?? 4, 4), with: contexts)
        features.add("title=", resolver.titleCodes.firstIndex(of: code).map { min($0, 2) } ?? 3, with: contexts)
        if let home = resolver.home { features.add("home=", home == code, with: contexts) }
        if let office = mention.office, let held = resolver.holders[office] {
            features.add("holder=", held.codes.contains(code), with: contexts)
        }
        if mention.kind == .body || mention.kind == .office {
            let words = resolver.text[mention.start..<mention.end]
            if let same = resolver.bodies.first(where: { $0.words.suffix(words.count) == words }) {
                features.add("same-body=", same.codes.contains(code), min(resolver.at - same.sentence, 3), with: [contexts[0]])
            }
        }
        if let person = resolver.person {
            features.add("person=", person.mention.codes.contains(code), min(resolver.at - person.sentence, 3), with: contexts)
        }
        if mention.kind == .person, let fits = resolver.fits(mention, code) { features.add("borne=", fits) }
        features.add("ahead=", after.contains { $0.codes.contains(code) }, after.contains { !$0.codes.isEmpty }, with: contexts)
    }

    /// Whether it speaks the quotation around, and whether the same words and such words meant it last.
    private func said(_ code: String, _ features: inout Features) {
        if !speaker.isEmpty { features.add("speaks=", speaker.contains(code), with: contexts) }
        if let last = resolver.meant[mention.name] {
            features.add("same=", last.codes.contains(code), min(resolver.at - last.sentence, 4), with: contexts)
        }
        if let last = resolver.meant[kind] {
            features.add("alike=", last.codes.contains(code), min(resolver.at - last.sentence, 4), with: contexts)
        }
    }
}
