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

    private var byFirst: [UInt32: [Introduced]] = [:]
    private var firsts = PointSet([])

    /// - Parameter learned: people of the archive; their names of two characters, too short to be known by alone, are known behind a title.
    init(_ sentences: [ReadSentence], _ text: CodePoints, world: World, learned: LearnedNames?, today: Day?) {
        let words = world.introductionWords
        for sentence in sentences {
            let run = NameRun(text: text, sentence: sentence, words: words)
            for mention in sentence.mentions where mention.office != nil && !mention.isPerson {
                let known = learned?.name(at: mention.end, code: mention.codes.first, text, sentence.range)
                guard let span = known ?? run.behind(mention.end) ?? run.before(mention) else { continue }
                var person = Self.person(mention, span, sentence, text, world)
                if Self.isLongPast(mention, sentence, today), ActingSectors.all.contains(person.sector ?? "") { person.sector = "ELI" }
                for name in [span] + run.joined(to: span, acts: person.acts) {
                    add(CodePoints(text[name]), person, isSpelt: run.isSpelt(name))
                }
                addRow(behind: person, at: span, NameList(text: text, sentence: sentence, words: words), text)
            }
            for person in sentence.mentions where person.isPerson && !person.codes.isEmpty {
                addRow(behind: person, at: person.nameStart..<person.end, NameList(text: text, sentence: sentence, words: words), text)
            }
        }
        for sentence in sentences {
            let run = NameRun(text: text, sentence: sentence, words: words)
            for (name, body) in run.untitled {
                let person = run.isLegislator(name) ? Self.legislator : body.map(Self.member) ?? Self.stranger
                add(CodePoints(text[name]), person, isSpelt: true)
            }
        }
        for sentence in sentences {
            for (name, home) in NameRun(text: text, sentence: sentence, words: words).dotted {
                add(CodePoints(text[name]), home.map(Self.member) ?? Self.stranger, isSpelt: false)
            }
        }
        for sentence in sentences {
            for person in sentence.mentions where person.isPerson && !person.codes.isEmpty { addFamilyName(of: person, text) }
        }
        for sentence in sentences {
            for (names, head) in NameList(text: text, sentence: sentence, words: words).unknown {
                for name in names { add(CodePoints(text[name]), head.map(Self.member) ?? Self.stranger, isSpelt: false) }
            }
        }
        for name in Self.speakers(sentences, text, words) { add(name, Self.stranger, isSpelt: false) }
        for sentence in sentences {
            for name in NameRun(text: text, sentence: sentence, words: words).surnames {
                let isStyled = words.prefixes.contains { text.has($0, endingAt: name.upperBound, within: name) }
                let known = isStyled ? bearer(of: text[name.lowerBound], sentences, text) : nil
                add(CodePoints(text[name]), known ?? Self.stranger, isSpelt: false)
            }
        }
        byFirst = byFirst.mapValues { $0.sorted { $0.name.count > $1.name.count } }
        firsts = PointSet(byFirst.keys)
    }

    /// Adds the mentions of introduced people to a sentence, joined to the title before them.
    func apply(to sentence: inout ReadSentence, _ text: CodePoints) {
        guard !byFirst.isEmpty else { return }
        var added: [Mention] = []
        var at = sentence.range.lowerBound
        while at < sentence.range.upperBound {
            guard firsts.contains(text[at]),
                let known = byFirst[text[at]]?.first(where: { text.has($0.name, at: at, within: sentence.range) }),
                !isLatin(text[at]) || isWhole(at..<at + known.name.count, text, sentence.range)
            else {
                at += 1
                continue
            }
            let end = at + known.name.count
            // 麦克马洪线 is named after him.
            if end < sentence.range.upperBound, NameRun.things.contains(text[end]), text[end] != 0x6CD5 {
                at = end
                continue
            }
            // Whom the table knows it knows better than a title that tells no state.
            let isTold = !known.mention.codes.isEmpty || !sentence.mentions.contains { $0.end == end && $0.isPerson && !$0.codes.isEmpty }
            // 诺瓦克 inside 埃琳娜·诺瓦克, or 苏利文 where the article speaks of Dan Sullivan, is not whom the table knows.
            sentence.mentions.removeAll { isTold && $0.start >= at && $0.end <= end && (known.isSpelt || $0.end - $0.start < end - at) }
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

    /// Whether a name in Latin letters stands by itself: not Lee in Leeds, nor Sullivan in （Jake Sullivan）.
    private func isWhole(_ name: Range<Int>, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        let before = text[range.lowerBound..<name.lowerBound].last { $0 != 0x20 && $0 != 0x2E }
        let after = name.upperBound < range.upperBound ? text[name.upperBound] : 0x20
        return before.map { !isLatin($0) && !ForeignName.opens($0) } ?? true && !isLatin(after)
    }

    /// Keeps whom an article introduces first by a name, in whole and by what follows the last dot.
    private mutating func add(_ name: CodePoints, _ person: Mention, isSpelt: Bool) {
        guard byFirst[name[0]]?.contains(where: { $0.name == name }) != true else { return }
        var person = person
        person.name = name.string(0..<name.count)
        for name in [name, Self.familyName(name, of: person)].compactMap({ $0 }) {
            byFirst[name[0], default: []].append(Introduced(name: name, mention: person, isSpelt: isSpelt))
        }
    }

    /// Whom the table knows by the whole name only is known by the last in an article that gives the whole: 苏珊·柯林斯, later 柯林斯.
    private mutating func addFamilyName(of person: Mention, _ text: CodePoints) {
        let whole = CodePoints(text[person.nameStart..<person.end])
        guard let name = Self.familyName(whole, of: person), byFirst[name[0]]?.contains(where: { $0.name == name }) != true else { return }
        byFirst[name[0], default: []].append(Introduced(name: name, mention: person, isSpelt: false))
    }

    /// Whoever stands in a row behind somebody, of the same state and sector.
    private mutating func addRow(behind person: Mention, at name: Range<Int>, _ list: NameList, _ text: CodePoints) {
        var first = person
        (first.start, first.nameStart, first.end) = (name.lowerBound, name.lowerBound, name.upperBound)
        var other = first
        other.office = nil
        for name in list.behind(first) { add(CodePoints(text[name]), other, isSpelt: false) }
    }

    /// Whom a surname with 女士 or 某 means: the one whose name of two or three characters begins so.
    private func bearer(of surname: UInt32, _ sentences: [ReadSentence], _ text: CodePoints) -> Mention? {
        let known = sentences.lazy.flatMap(\.mentions).first {
            $0.isPerson && !$0.codes.isEmpty && text[$0.nameStart] == surname && (2...3).contains($0.end - $0.nameStart)
        }
        return known ?? byFirst[surname]?.first { (2...3).contains($0.name.count) && !$0.mention.codes.isEmpty }?.mention
    }

    private func joined(_ mentions: [Mention]) -> [Mention] {
        var result: [Mention] = []
        for mention in mentions {
            if let last = result.last, last.end == mention.start, last.office != nil, !last.isPerson, mention.isPerson {
                var whole = mention
                whole.start = last.start
                whole.codes = last.codes.isEmpty || !last.acts && !mention.codes.isEmpty ? mention.codes : last.codes
                whole.office = last.office
                whole.sector = mention.sector ?? last.sector
                result[result.count - 1] = whole
            } else {
                result.append(mention)
            }
        }
        return result
    }

    /// Names of two to four characters that open a clause before a verb of saying, twice in the article or written with a surname and two
    /// characters: 巴罗说, 巴罗认为; 丘文俊表示.
    private static func speakers(_ sentences: [ReadSentence], _ text: CodePoints, _ words: IntroductionWords) -> [CodePoints] {
        var counts: [CodePoints: Int] = [:]
        for sentence in sentences {
            for verb in sentence.chunks where verb.entry.kind == .speech {
                let clause = sentence.clauses[sentence.clause(at: verb.start)]
                let before = sentence.chunks.last { $0.end <= verb.start && $0.entry.kind == .speech }?.end ?? clause.lowerBound
                let range = max(clause.lowerBound, before)..<verb.start
                guard (2...4).contains(range.count), text[range].allSatisfy({ isHan($0) && !ForeignName.isFunctionWord($0) }),
                    !sentence.chunks.contains(where: { $0.start < range.upperBound && range.lowerBound < $0.end }),
                    !sentence.triggers.contains(where: { $0.start < range.upperBound && range.lowerBound < $0.headEnd })
                else { continue }
                let name = CodePoints(text[range])
                if words.mayBeName(name) { counts[name, default: 0] += name.count == 3 && words.isTransliterated(name) == false ? 2 : 1 }
            }
        }
        return counts.filter { $0.value >= 2 }.map(\.key).sorted { $0.lexicographicallyPrecedes($1) }
    }
}
