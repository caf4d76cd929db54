import Prose
import World

/// Where a name stands in a sentence, by how names are written: behind a title, before a foreign spelling in brackets, joined to another.
struct NameRun {
    let text: CodePoints
    let sentence: ReadSentence
    let words: IntroductionWords

    /// The name that begins behind a title: 罗特（Michael Roth）, 蒂莫西·黑格, 林民旺.
    func behind(_ start: Int) -> Range<Int>? { spelt(start) ?? dotted(start) ?? latin(start) ?? plain(start) ?? syllables(start) }

    /// The name before a title that only a name can stand before: 柯林斯 in 柯林斯参议员, 萨拉米 in 萨拉米教授; not in 德州参议员, 哈佛教授.
    func before(_ title: Mention) -> Range<Int>? {
        guard title.start == title.nameStart, title.codes.isEmpty, title.sector == "LEG" || title.office == "教授" else { return nil }
        var start = title.start
        while start > sentence.range.lowerBound, isHan(text[start - 1]), !ForeignName.isFunctionWord(text[start - 1]) { start -= 1 }
        let name = CodePoints(text[start..<title.start])
        guard (2...5).contains(name.count), words.isTransliterated(name) ?? words.mayBeName(name),
            words.place(endingAt: title.start, in: text, sentence.range) == nil, !words.homes.contains(where: { $0.word == name }),
            !sentence.chunks.contains(where: { $0.entry.kind != .person && $0.length > 1 && $0.start < title.start && start < $0.end })
        else { return nil }
        return start..<title.start
    }

    /// Whether a foreign spelling says who it is.
    func isSpelt(_ name: Range<Int>) -> Bool { bracket(behind: name.upperBound) != nil }

    /// The names that share what is said of one before them: 布鲁克斯 in 众议员比格斯（Andy Biggs）、布鲁克斯（Mo Brooks）. Whom 和 joins to one
    /// who acts for no state (瑞士名将费德勒和纳达尔) need not share it.
    func joined(to first: Range<Int>, acts: Bool) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var last = first
        while let open = bracket(behind: last.upperBound),
            let close = text[open..<sentence.range.upperBound].firstIndex(where: ForeignName.closes),
            let joiner = Self.joiners.prefix(acts ? 5 : 1).first(where: { text.has($0, at: close + 1, within: sentence.range) })
        {
            let start = close + 1 + joiner.count
            guard let name = spelt(start), words.mayBeName(CodePoints(text[name])), !isKnown(name) else { break }
            names.append(name)
            last = name
        }
        return names
    }

    /// Names with a dot in them that nothing introduces: 罗比·巴聂特; not 阿利·伯克级.
    var dotted: [(name: Range<Int>, of: Mention?)] {
        sentence.range.compactMap { at in
            guard ForeignName.isDot(text[at]), text[at] != 0x2D else { return nil }
            var start = at
            while start > sentence.range.lowerBound, words.isSyllable(text[start - 1]), !endsWord(start) { start -= 1 }
            guard at - start >= 2, let name = dotted(start), name.contains(at), name.count >= 5 else { return nil }
            let isThing = name.upperBound < sentence.range.upperBound && Self.things.contains(text[name.upperBound])
            return isThing ? nil : (name, nationality(of: name))
        }
    }

    /// Names without a title before a foreign spelling, with the institution before them where there is one: 西蒙斯（Ben Simmons）,
    /// 战略与国际研究中心（CSIS）的马修·古德曼（Matthew Goodman）.
    var untitled: [(name: Range<Int>, of: Mention?)] {
        ForeignName.all(in: text, sentence.range).compactMap { bracket in
            guard let name = untitled(before: bracket.open), !isKnown(name) else { return nil }
            guard text.has([0x7684], endingAt: name.lowerBound, within: sentence.range) else {
                return (name, employer(of: name) ?? nationality(of: name))
            }
            var end = name.lowerBound - 1
            if end > sentence.range.lowerBound, ForeignName.closes(text[end - 1]),
                let open = text[sentence.range.lowerBound..<end].lastIndex(where: ForeignName.opens)
            {
                end = open
            }
            return (name, sentence.mentions.first { $0.end == end && ($0.kind == .body || $0.kind == .organisation) })
        }
    }

    /// Whom only a surname names, with the word behind it: 周男, 杨姓民众, 孟女士.
    var surnames: [Range<Int>] {
        sentence.range.compactMap { at in
            guard let surname = words.surname(at: at, in: text, sentence.range),
                let word = words.strangers.first(where: { text.has($0, at: surname.upperBound, within: sentence.range) })
            else { return nil }
            let end = surname.upperBound + word.count
            // 曾虚白先生 has a name of his own.
            let isOwn = !words.prefixes.contains(word) || at == sentence.range.lowerBound || !isHan(text[at - 1]) || endsWord(at)
            return !isOwn || words.opensNoName(text, at: at, sentence.range) || words.opensNoName(text, at: surname.upperBound, sentence.range)
                || endsOther(end) ? nil : at..<end
        }
    }

    // MARK: - Private

    /// 周男友, 向某国: the word behind a surname begins another.
    private func endsOther(_ end: Int) -> Bool { end < sentence.range.upperBound && Self.others.contains(text[end]) }

    private static let others = PointSet("性子人女男友孩生方星团单排篮足权装个些种位国一天地类项家名儿童婴")

    /// What a name in brackets is of behind them: 美国公司英迈（Ingram Micro）.
    private static let companies = ["公司", "集团", "银行", "品牌", "网站", "组织", "乐队", "企业", "机构"].map { CodePoints(points: $0) }
    /// What a ship, a prize or a law named after somebody ends in.
    static let things = PointSet("级号奖法型机场案湖山岛市州省县街路桥线")
    private static let of: UInt32 = 0x7684  // 的
    /// Function words that stand in given names too: 余向荣, 吴年丰.
    private static let given = PointSet("向年月有会和")
    private static let joiners = ["、", "以及", "和", "与", "及"].map { CodePoints(points: $0) }

    /// The run of foreign syllables that ends at a bracket, without a known word at its head.
    private func untitled(before open: Int) -> Range<Int>? {
        let isWord = sentence.chunks.contains { $0.end == open && $0.length > 1 && $0.entry.kind != .person && $0.entry.kind != .nonparty }
        guard !isWord else { return nil }
        var start = open
        while start > sentence.range.lowerBound, words.isSyllable(text[start - 1]) || ForeignName.isDot(text[start - 1]) { start -= 1 }
        let known = sentence.chunks.last {
            $0.start < open && $0.end > start && $0.end <= open - 2 && $0.length > 1 && $0.entry.kind != .nonparty
                && $0.entry.kind != .person
        }
        start = max(start, known?.end ?? start)
        if open - start < 2 { start = own(before: open) ?? start }
        if Self.companies.contains(where: { text.has($0, endingAt: start, within: sentence.range) }) { return nil }
        return (2...14).contains(open - start) && !ForeignName.isDot(text[start]) ? start..<open : nil
    }

    /// Where a name begins that is written in its own characters: 濑口次郎（Jiro Seguchi）.
    private func own(before open: Int) -> Int? {
        [4, 3, 2].lazy.map { open - $0 }.first { start in
            guard start >= sentence.range.lowerBound, text[start..<open].allSatisfy({ isHan($0) && !ForeignName.isFunctionWord($0) }) else {
                return false
            }
            let opens = start == sentence.range.lowerBound || !isHan(text[start - 1]) || ForeignName.isFunctionWord(text[start - 1])
            return (opens || endsWord(start)) && !Self.things.contains(text[open - 1]) && words.mayBeName(CodePoints(text[start..<open]))
        }
    }

    /// The company, institute or paper named shortly before in the clause: 军备控制协会董事会秘书迈克尔·克拉尔.
    private func employer(of name: Range<Int>) -> Mention? {
        let clause = sentence.clauses[sentence.clause(at: name.lowerBound)]
        guard let last = sentence.mentions.last(where: { $0.end <= name.lowerBound && $0.start >= clause.lowerBound }),
            last.kind == .body, !last.acts, name.lowerBound - last.end <= 24,
            !sentence.triggers.contains(where: { $0.start >= last.end && $0.headEnd <= name.lowerBound })
        else { return nil }
        return last
    }

    /// The state right before what somebody is called: 丹麦籍成员费雪, 澳大利亚人布伦顿·塔兰特.
    private func nationality(of name: Range<Int>) -> Mention? {
        guard let last = sentence.mentions.last(where: { $0.end <= name.lowerBound && $0.kind != .pronoun }), last.kind == .state,
            last.codes.count == 1, (1...6).contains(name.lowerBound - last.end),
            text[last.end..<name.lowerBound].allSatisfy({ isHan($0) && !ForeignName.isFunctionWord($0) }),
            !sentence.triggers.contains(where: { $0.start >= last.end && $0.start < name.lowerBound })
        else { return nil }
        return last
    }

    /// Logan Bayroff: two to four words of Latin letters that begin with a capital.
    private func latin(_ start: Int) -> Range<Int>? {
        var end = start
        while end < sentence.range.upperBound, ForeignName.isNameLetter(text[end]) { end += 1 }
        while end > start, text[end - 1] == 0x20 { end -= 1 }
        let parts = text.string(start..<end).split(separator: " ")
        return (2...4).contains(parts.count)
            && parts.allSatisfy { $0.first?.isUppercase == true && $0.dropFirst().contains(where: \.isLowercase) || $0.hasSuffix(".") }
            ? start..<end : nil
    }

    /// Whether the table knows who is named there.
    private func isKnown(_ name: Range<Int>) -> Bool {
        sentence.mentions.contains { $0.isPerson && $0.start < name.upperBound && name.lowerBound < $0.end }
    }

    /// Where a bracket with a foreign spelling opens right behind a name, or behind 博士 and the like.
    private func bracket(behind end: Int) -> Int? {
        let style = words.prefixes.first { text.has($0, at: end, within: sentence.range) }?.count ?? 0
        return [end, end + style].first { ForeignName.name(inBracketAt: $0, text, sentence.range) != nil }
    }

    /// A bracket that opens on a Latin letter ends the name, whatever words its syllables make (埃琳娜·以色尔).
    private func spelt(_ start: Int) -> Range<Int>? {
        var end = start
        while end < sentence.range.upperBound, isHan(text[end]) || ForeignName.isDot(text[end]) { end += 1 }
        let open = end < sentence.range.upperBound && text[end] == 0x20 ? end + 1 : end
        guard open + 1 < sentence.range.upperBound, ForeignName.opens(text[open]), isLatin(text[open + 1]) || text[open + 1] == 0x20 else {
            return nil
        }
        let run = start..<end
        let style = words.prefixes.first { run.count > $0.count + 1 && text.has($0, endingAt: end, within: run) }?.count ?? 0
        let name = start..<end - style
        guard (2...14).contains(name.count), !text[name].contains(where: ForeignName.isFunctionWord) else { return nil }
        return isSpelt(name) || words.mayBeName(CodePoints(text[name])) ? name : nil
    }

    /// 蒂莫西·黑格: foreign syllables with a dot among them, up to where another word begins.
    private func dotted(_ start: Int) -> Range<Int>? {
        var end = start
        var parts = [0]
        while end < sentence.range.upperBound, end - start < 18 {
            let point = text[end]
            if ForeignName.isDot(point), parts[parts.count - 1] > 0 {
                parts.append(0)
            } else if words.isSyllable(point) || isLatin(point), parts[parts.count - 1] < 2 || !opensWord(end) {
                parts[parts.count - 1] += 1
            } else {
                break
            }
            end += 1
        }
        guard parts.count > 1, let last = parts.last, last > 0, parts.allSatisfy({ $0 <= 6 }), !isLatin(text[start]) else { return nil }
        return isKnown(start..<end) ? nil : start..<end
    }

    /// The name that stands at a point of a row.
    func listed(_ start: Int) -> Range<Int>? { dotted(start) ?? plain(start) }

    /// 林民旺: two to four characters that a known word, a stop or a word such as 对 or 在 ends.
    private func plain(_ start: Int) -> Range<Int>? {
        // 捷克议长访台: what begins as a trigger is no name.
        if sentence.triggers.contains(where: { $0.start == start && $0.headEnd - $0.start >= 2 }) { return nil }
        let ends = [
            sentence.chunks.first { $0.start >= start && $0.length > 1 }?.start,
            sentence.triggers.first { $0.start >= start + 2 && $0.headEnd - $0.start > 1 }?.start,
            sentence.times.first { $0.start >= start }?.start,
        ].compactMap { $0 }
        let limit = min(ends.min() ?? sentence.range.upperBound, start + 5, sentence.range.upperBound)
        var end = start
        let isWord = { (at: Int) in at >= start + 2 && words.opensNoName(text, at: at, sentence.range) }
        let isAfter = { (at: Int) in at >= start + 2 && words.isAfterName(text[at]) }
        while end < limit, isHan(text[end]), !ForeignName.isFunctionWord(text[end]), !isAfter(end), !isWord(end) { end += 1 }
        if end == start + 1, end + 1 < limit, Self.given.contains(text[end]), isHan(text[end + 1]) {
            return common(start, until: start + 3)
        }
        guard (2...4).contains(end - start), end < sentence.range.upperBound else { return nil }
        // 安东尼·布林肯 is no name that ends at its dot.
        if ForeignName.isDot(text[end]) || text[end] == 0x2E || text[end] == 0x20 || isDigit(text[end]) { return nil }
        let isClosed = end == limit || isWord(end) || !isHan(text[end]) || text[end] == Self.of || words.isAfterName(text[end])
        if isClosed, words.mayBeName(CodePoints(text[start..<end])) { return start..<end }
        return isClosed ? nil : common(start, until: end)
    }

    /// 华莱士 in 国防大臣华莱士同美国防长: foreign syllables up to what is none.
    private func syllables(_ start: Int) -> Range<Int>? {
        // 外长于安克雷奇: 于 is a syllable too.
        if words.edges.contains(where: { text.has($0, at: start, within: sentence.range) }) { return nil }
        var end = start
        while end < sentence.range.upperBound, words.isSyllable(text[end]),
            end < start + 2 || !opensWord(end) && !words.opensNoName(text, at: end, sentence.range)
        {
            end += 1
        }
        guard end < sentence.range.upperBound, !ForeignName.isDot(text[end]), !opensWord(start), !endsOther(end) else { return nil }
        let name = CodePoints(text[start..<end])
        let isCut = name.count == 2 && !words.isAfterName(text[end])
        return (2...6).contains(name.count) && !isCut && words.mayBeName(name) ? start..<end : nil
    }

    /// A surname and two names in ten are, where nothing ends the name: 黄伟哲 in 黄伟哲一眼认出.
    private func common(_ start: Int, until end: Int) -> Range<Int>? {
        guard end >= start + 3, text[start..<start + 3].allSatisfy({ isHan($0) && $0 != Self.of }),
            !words.opensNoName(text, at: start + 1, sentence.range), !opensWord(start + 1)
        else { return nil }
        let name = CodePoints(text[start..<start + 3])
        return words.isTransliterated(name) == false && words.mayBeName(name) ? start..<start + 3 : nil
    }

    /// Whether a word that the lexicon knows ends there.
    private func endsWord(_ at: Int) -> Bool { sentence.chunks.contains { $0.end == at && $0.length > 1 && $0.entry.kind != .nonparty } }

    /// Whether a word that the lexicon knows, a trigger or a time begins there.
    private func opensWord(_ at: Int) -> Bool {
        sentence.chunks.contains { $0.start == at && $0.length > 1 && $0.entry.kind != .person && $0.entry.kind != .nonparty }
            || sentence.triggers.contains { $0.start == at && $0.headEnd - $0.start > 1 } || sentence.times.contains { $0.start == at }
    }
}
