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
        /// How much the words tell: the state, and the body too.
        var strength = 0
    }

    /// Given names of people known by more than that, for where only the given name stands (卡利德王子, 尼尔说).
    private(set) var givenNames: [CodePoints: Mention] = [:]
    private var byFirst: [UInt32: [Introduced]] = [:]
    private var firsts = PointSet([])

    /// - Parameter learned: people of the archive; their names of two characters, too short to be known by alone, are known behind a title.
    init(_ sentences: [ReadSentence], _ text: CodePoints, world: World, learned: LearnedNames?, today: Day?) {
        let words = world.introductionWords
        let bearers = Self.bearers(sentences, text)
        for sentence in sentences {
            let run = NameRun(text: text, sentence: sentence, words: words)
            for mention in sentence.mentions where mention.office != nil && !mention.isPerson {
                let known = learned?.name(at: mention.end, code: mention.codes.first, text, sentence.range)
                guard let span = known ?? run.behind(mention) ?? run.before(mention) else { continue }
                var (person, isSure) = Self.person(mention, sentence.range.lowerBound..<span.upperBound, sentence, text, world)
                if Self.isLongPast(mention, sentence, today), ActingSectors.all.contains(person.sector ?? "") { person.sector = "ELI" }
                let strength = person.codes.isEmpty ? 0 : isSure ? 2 : 1
                if strength < 2, let known = Self.known(span, run, world, today) { person = known }
                for name in [span] + run.joined(to: span, acts: person.acts) {
                    add(CodePoints(text[name]), person, isSpelt: run.isSpelt(name), strength: strength)
                }
                addRow(behind: person, at: span, NameList(text: text, sentence: sentence, words: words), text)
            }
            for person in sentence.mentions where person.isPerson && !person.codes.isEmpty {
                addRow(behind: person, at: person.nameStart..<person.end, NameList(text: text, sentence: sentence, words: words), text)
            }
        }
        for sentence in sentences { addDescribed(sentence, text, world) }
        for sentence in sentences {
            let run = NameRun(text: text, sentence: sentence, words: words)
            for (name, home) in run.ofBody + run.kin + run.called + run.styled {
                add(
                    CodePoints(text[name]), home.map(Self.member) ?? Self.stranger, isSpelt: false,
                    family: !isOfKnownFamily(name, text, world))
            }
            for (name, body) in run.untitled {
                let known = Self.known(name, run, world, today)
                let person = known ?? (run.isLegislator(name) ? Self.legislator : body.map(Self.member) ?? Self.stranger)
                add(CodePoints(text[name]), person, isSpelt: true, family: known == nil || !isOfKnownFamily(name, text, world))
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
        for sentence in sentences {
            for (name, agency) in NameRun(text: text, sentence: sentence, words: words).credited {
                add(CodePoints(text[name]), agency.map(Self.member) ?? Self.reporter, isSpelt: false)
            }
        }
        addPrinces(sentences, text)
        for name in Self.speakers(sentences, text, words) { add(name, givenNames[name] ?? Self.stranger, isSpelt: false) }
        for sentence in sentences {
            for name in NameRun(text: text, sentence: sentence, words: words).surnames {
                let isStyled = words.prefixes.contains { text.has($0, endingAt: name.upperBound, within: name) }
                let known = isStyled ? bearer(of: text[name.lowerBound], bearers) : nil
                add(CodePoints(text[name]), known ?? Self.titled(name, sentence, text) ?? Self.stranger, isSpelt: false)
            }
        }
        for sentence in sentences { addStyled(sentence, bearers, text, words) }
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
        sentence.mentions = joined((sentence.mentions + added).sorted { $0.start < $1.start }, text)
    }

    // MARK: - Private

    /// Whether a name in Latin letters stands by itself: not Lee in Leeds, nor Sullivan in （Jake Sullivan）.
    private func isWhole(_ name: Range<Int>, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        let before = text[range.lowerBound..<name.lowerBound].last { $0 != 0x20 && $0 != 0x2E }
        let after = name.upperBound < range.upperBound ? text[name.upperBound] : 0x20
        let goesOn = after == 0x20 && name.upperBound + 1 < range.upperBound && isLatin(text[name.upperBound + 1])
        return before.map { !isLatin($0) && !ForeignName.opens($0) } ?? true && !isLatin(after) && !goesOn
    }

    /// Keeps whom an article introduces first by a name, in whole and by what follows the last dot.
    /// An introduction that tells more outweighs one before it (传出理事长王小明…, and below 台湾某协会理事长王小明).
    ///
    /// `family`: whether the last name alone means them too; 拜登 is not 亨特·拜登.
    mutating func add(_ name: CodePoints, _ person: Mention, isSpelt: Bool, strength: Int = 0, family: Bool = true) {
        if let known = byFirst[name[0]]?.first(where: { $0.name == name }), known.strength >= strength { return }
        var person = person
        person.name = name.string(0..<name.count)
        for name in [name, family ? Self.familyName(name, of: person) : nil].compactMap({ $0 }) {
            byFirst[name[0], default: []].removeAll { $0.name == name && $0.strength < strength }
            byFirst[name[0], default: []].append(Introduced(name: name, mention: person, isSpelt: isSpelt, strength: strength))
        }
        if let given = Self.givenName(name), givenNames[given] == nil { givenNames[given] = person }
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

    /// The first whom the article names by two or three characters, for each character that such a name begins with.
    private static func bearers(_ sentences: [ReadSentence], _ text: CodePoints) -> [UInt32: Mention] {
        let named = sentences.lazy.flatMap(\.mentions).filter {
            $0.isPerson && !$0.codes.isEmpty && (2...3).contains($0.end - $0.nameStart)
        }
        return Dictionary(named.map { (text[$0.nameStart], $0) }) { first, _ in first }
    }

    /// Whom a surname with 女士 or a title means: the one whose name of two or three characters begins so.
    func bearer(of surname: UInt32, _ bearers: [UInt32: Mention]) -> Mention? {
        bearers[surname] ?? byFirst[surname]?.first { (2...3).contains($0.name.count) && !$0.mention.codes.isEmpty }?.mention
    }

    private func joined(_ mentions: [Mention], _ text: CodePoints) -> [Mention] {
        var result: [Mention] = []
        for mention in mentions {
            let start =
                mention.start > 0 && text[mention.start - 1] == 0x20 && isLatin(text[mention.start]) ? mention.start - 1 : mention.start
            if let last = result.last, last.end == start, last.office != nil, !last.isPerson, mention.isPerson {
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
}
