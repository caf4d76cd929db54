import Prose
import World

/// The people whom an article itself introduces: 德国外交部国务部长罗特（Michael Roth）, later only 罗特.
///
/// A name is what stands between a title and a bracket with a foreign spelling, or a short run after a title that the next known word ends.
struct IntroducedNames: Sendable {
    private struct Introduced: Sendable {
        let name: CodePoints
        let mention: Mention
        /// Whether a foreign spelling says who it is, so that the table's bearer of the name is not meant in the article.
        let isSpelt: Bool
    }

    private let byFirst: [UInt32: [Introduced]]
    private let firsts: PointSet

    /// - Parameter learned: people of the archive; their names of two characters, too short to be known by alone, are known behind a title.
    init(_ sentences: [ReadSentence], _ text: CodePoints, world: World, learned: LearnedNames?) {
        let words = world.introductionWords
        var byFirst: [UInt32: [Introduced]] = [:]
        for sentence in sentences {
            for mention in sentence.mentions where mention.office != nil && !mention.isPerson {
                let known = learned?.name(at: mention.end, code: mention.codes.first, text, sentence.range)
                guard let span = known ?? Self.name(after: mention, sentence, text, words), let first = text[span].first else { continue }
                let name = CodePoints(text[span])
                if byFirst[first]?.contains(where: { $0.name == name }) == true { continue }
                let person = Self.person(mention, span, sentence, text, world)
                let isSpelt = ForeignName.all(in: text, span.upperBound..<sentence.range.upperBound).first?.open == span.upperBound
                byFirst[first, default: []].append(Introduced(name: name, mention: person, isSpelt: isSpelt))
                if let last = Self.familyName(name) {
                    byFirst[last[0], default: []].append(Introduced(name: last, mention: person, isSpelt: isSpelt))
                }
            }
        }
        for name in Self.repeatedSpeakers(sentences, text, words) where byFirst[name[0]]?.contains(where: { $0.name == name }) != true {
            byFirst[name[0], default: []].append(
                Introduced(name: name, mention: Self.stranger(name.string(0..<name.count)), isSpelt: false))
        }
        self.byFirst = byFirst.mapValues { $0.sorted { $0.name.count > $1.name.count } }
        firsts = PointSet(byFirst.keys)
    }

    /// Adds the mentions of introduced people to a sentence, joined to the title before them.
    func apply(to sentence: inout ReadSentence, _ text: CodePoints) {
        guard !byFirst.isEmpty else { return }
        var added: [Mention] = []
        var at = sentence.range.lowerBound
        while at < sentence.range.upperBound {
            guard firsts.contains(text[at]),
                let known = byFirst[text[at]]?.first(where: { text.has($0.name, at: at, within: sentence.range) })
            else {
                at += 1
                continue
            }
            let end = at + known.name.count
            // 诺瓦克 inside 埃琳娜·诺瓦克, or 苏利文 where the article speaks of Dan Sullivan, is not whom the table knows.
            sentence.mentions.removeAll { $0.start >= at && $0.end <= end && (known.isSpelt || $0.end - $0.start < end - at) }
            if !sentence.mentions.contains(where: { $0.start < end && at < $0.end }) {
                var mention = known.mention
                mention.start = at
                mention.nameStart = at
                mention.end = end
                added.append(mention)
            }
            at = end
        }
        guard !added.isEmpty else { return }
        sentence.mentions = joined((sentence.mentions + added).sorted { $0.start < $1.start })
    }

    // MARK: - Private

    private func joined(_ mentions: [Mention]) -> [Mention] {
        var result: [Mention] = []
        for mention in mentions {
            if let last = result.last, last.end == mention.start, last.office != nil, !last.isPerson, mention.isPerson {
                var whole = mention
                whole.start = last.start
                whole.codes = last.codes.isEmpty ? mention.codes : last.codes
                whole.office = last.office
                result[result.count - 1] = whole
            } else {
                result.append(mention)
            }
        }
        return result
    }

    /// Whom a title introduces, as all the words before it describe them: 中国社会科学院世界经济与政治研究所研究员徐奇渊 is of China.
    private static func person(_ title: Mention, _ name: Range<Int>, _ sentence: ReadSentence, _ text: CodePoints, _ world: World)
        -> Mention
    {
        var person = title
        person.kind = .person
        person.isPerson = true
        person.name = text.string(name)
        guard let chunk = sentence.chunks.last(where: { $0.entry.kind == .office && $0.end == title.end }) else { return person }
        let post = Description(
            world: world, text: text, range: sentence.range.lowerBound..<name.upperBound, title: chunk,
            cut: Segmentation(chunks: sentence.chunks, triggers: sentence.triggers), mentions: sentence.mentions
        ).post
        if person.codes.isEmpty { person.codes = post.code.map { [$0] } ?? [] }
        person.sector = post.sector
        person.acts = title.acts && post.acts
        return person
    }

    /// Names of two to four characters that open a clause before a verb of saying and stand in the article at least twice: 巴罗说, 巴罗认为.
    private static func repeatedSpeakers(_ sentences: [ReadSentence], _ text: CodePoints, _ words: IntroductionWords) -> [CodePoints] {
        var counts: [CodePoints: Int] = [:]
        for sentence in sentences {
            for verb in sentence.chunks where verb.entry.kind == .speech {
                let clause = sentence.clauses[sentence.clause(at: verb.start)]
                let range = clause.lowerBound..<verb.start
                guard (2...4).contains(range.count), text[range].allSatisfy({ isHan($0) && !ForeignName.isFunctionWord($0) }),
                    !sentence.chunks.contains(where: { $0.start < range.upperBound && range.lowerBound < $0.end }),
                    !sentence.triggers.contains(where: { $0.start < range.upperBound && range.lowerBound < $0.headEnd })
                else { continue }
                let name = CodePoints(text[range])
                if words.mayBeName(name) { counts[name, default: 0] += 1 }
            }
        }
        return counts.filter { $0.value >= 2 }.map(\.key).sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func stranger(_ name: String) -> Mention {
        Mention(start: 0, end: 0, nameStart: 0, kind: .person, codes: [], acts: false, name: name, isPerson: true)
    }

    private static func name(after mention: Mention, _ sentence: ReadSentence, _ text: CodePoints, _ words: IntroductionWords) -> Range<
        Int
    >? {
        var whole = mention.end
        while whole < sentence.range.upperBound, isHan(text[whole]) || ForeignName.isDot(text[whole]) { whole += 1 }
        // A bracket with the foreign spelling ends the name, whatever words its syllables make (埃琳娜·以色尔).
        if (2...14).contains(whole - mention.end), opensForeignName(text, whole, sentence.range),
            !text[mention.end..<whole].contains(where: ForeignName.isFunctionWord)
        {
            let name = mention.end..<whole
            let isSpelt = ForeignName.all(in: text, whole..<sentence.range.upperBound).first?.open == whole
            return isSpelt || words.mayBeName(CodePoints(text[name])) ? name : nil
        }
        // 捷克议长访台: what begins as a trigger is no name.
        if sentence.triggers.contains(where: { $0.start == mention.end && $0.headEnd - $0.start >= 2 }) { return nil }
        var end = mention.end
        let stop = sentence.chunks.first { $0.start >= mention.end && $0.length > 1 }?.start ?? sentence.range.upperBound
        let limit = min(
            stop, sentence.triggers.first { $0.start >= mention.end + 2 && $0.headEnd - $0.start > 1 }?.start ?? stop, mention.end + 16)
        let timed = sentence.times.first { $0.start >= mention.end }?.start ?? limit
        while end < min(limit, timed), isHan(text[end]) || ForeignName.isDot(text[end]) { end += 1 }
        let length = end - mention.end
        guard length >= 2 else { return nil }
        let clean =
            length <= 4 && end < sentence.range.upperBound
            && (end == limit || end == timed || isClauseStop(text[end]) || text[end] == 0x3001)
        return clean && !text[mention.end..<end].contains(where: ForeignName.isFunctionWord)
            && words.mayBeName(CodePoints(text[mention.end..<end])) ? mention.end..<end : nil
    }

    private static func opensForeignName(_ text: CodePoints, _ at: Int, _ range: Range<Int>) -> Bool {
        guard at + 1 < range.upperBound, text[at] == 0xFF08 || text[at] == 0x28 else { return false }
        return isLatin(text[at + 1])
    }

    private static func familyName(_ name: CodePoints) -> CodePoints? {
        guard let dot = name.lastIndex(where: ForeignName.isDot) else { return nil }
        let last = CodePoints(name[(dot + 1)...])
        return last.count >= 2 ? last : nil
    }
}
