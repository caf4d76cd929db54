import Prose
import World

/// Where a name stands in a sentence, by how names are written: behind a title, before a foreign spelling in brackets, joined to another.
struct NameRun {
    let text: CodePoints
    let sentence: ReadSentence
    let words: IntroductionWords

    /// The name that begins behind a title: 罗特（Michael Roth）, 蒂莫西·黑格, 林民旺.
    func behind(_ start: Int) -> Range<Int>? {
        // 特朗普总统长子小唐纳德: a relative's name stands behind the word for one.
        if isRelation(start) { return nil }
        return spelt(start) ?? dotted(start) ?? latin(start) ?? plain(start) ?? syllables(start) ?? enclosed(start)
    }

    /// The name before a title that only a name can stand before: 柯林斯 in 柯林斯参议员, 萨拉米 in 萨拉米教授; not in 德州参议员, 哈佛教授.
    func before(_ title: Mention) -> Range<Int>? {
        guard title.start == title.nameStart, title.codes.isEmpty, title.sector == "LEG" || title.office == "教授" else { return nil }
        var start = title.start
        while start > sentence.range.lowerBound, isHan(text[start - 1]), !ForeignName.isFunctionWord(text[start - 1]) { start -= 1 }
        let name = CodePoints(text[start..<title.start])
        guard (2...5).contains(name.count), words.isTransliterated(name) ?? words.mayBeName(name),
            words.place(endingAt: title.start, in: text, sentence.range) == nil, !words.homes.all.contains(where: { $0.word == name }),
            !sentence.chunks.contains(where: { $0.entry.kind != .person && $0.length > 1 && $0.start < title.start && start < $0.end })
        else { return nil }
        return start..<title.start
    }

    /// Whether the bracket behind a name gives a party and a state of the USA, as of their legislators: （Tammy Duckworth, D-IL）.
    func isLegislator(_ name: Range<Int>) -> Bool {
        guard let open = bracket(behind: name.upperBound),
            let close = text[open..<min(open + 48, sentence.range.upperBound)].firstIndex(where: ForeignName.closes)
        else { return false }
        return text.string(open..<close).wholeMatch(of: /.*[,，] ?[RDI]-[A-Z]{2}/) != nil
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

    /// Names without a title before a foreign spelling, with the institution before them where there is one: 西蒙斯（Ben Simmons）,
    /// 战略与国际研究中心（CSIS）的马修·古德曼（Matthew Goodman）.
    var untitled: [(name: Range<Int>, of: Mention?)] {
        ForeignName.all(in: text, sentence.range).compactMap { bracket in
            guard let name = untitled(before: bracket.open), !isKnown(name) else { return nil }
            guard text.has([Self.of], endingAt: name.lowerBound, within: sentence.range) else {
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
        // Few words may follow a surname, and looking a surname up takes long.
        sentence.range.compactMap { at in
            guard words.strangerFirsts.contains(text[at]),
                let word = words.strangers.first(where: { text.has($0, at: at, within: sentence.range) }),
                let surname = words.surname(endingAt: at, in: text, sentence.range)
            else { return nil }
            let (start, end) = (surname.lowerBound, at + word.count)
            // 曾虚白先生 has a name of his own.
            let isOwn = !words.prefixes.contains(word) || words.surname(endingAt: start, in: text, sentence.range) == nil
            let isWord = [start, at].contains { words.opensNoName(text, at: $0, sentence.range) }
            // 傅姓男子
            let isFamily = text[end - 1] == 0x59D3
            return isOwn && !isWord && (isFamily || !endsOther(end)) ? start..<end : nil
        }
    }

    // MARK: - Private

    /// 周男友, 向某国: the word behind a surname begins another.
    func endsOther(_ end: Int) -> Bool { end < sentence.range.upperBound && Self.others.contains(text[end]) }

    private static let others = PointSet("性子人女男友孩生方星团单排篮足权装个些种位国一天地类项家名儿童婴")

    /// What a name in brackets is of behind them: 美国公司英迈（Ingram Micro）.
    private static let companies = ["公司", "集团", "银行", "品牌", "网站", "组织", "乐队", "企业", "机构"].map { CodePoints(points: $0) }
    /// What a ship, a prize or a law named after somebody ends in.
    static let things = PointSet("级号奖法型机场案湖山岛市州省县街路桥线")
    /// 众议院情报委员会成员卡森（Andre Carson）.
    private static let member = CodePoints(points: "成员")
    static let joiners = ["、", "以及", "和", "与", "及"].map { CodePoints(points: $0) }

    /// The run of foreign syllables that ends at a bracket, without a known word at its head.
    func untitled(before open: Int) -> Range<Int>? {
        let isWord = sentence.chunks.contains { $0.end == open && $0.length > 1 && $0.entry.kind != .person && $0.entry.kind != .nonparty }
        guard !isWord else { return nil }
        var start = open
        while start > sentence.range.lowerBound, words.isSyllable(text[start - 1]) || ForeignName.isDot(text[start - 1]) { start -= 1 }
        let known = sentence.chunks.last {
            $0.start < open && $0.end > start && $0.end <= open - 2 && $0.length > 1 && $0.entry.kind != .nonparty
                && $0.entry.kind != .person
        }
        // 马里奥·莫拉莱斯 does not begin with 马里.
        let isPart = known.map { $0.end + 1 < open && ForeignName.isDot(text[$0.end + 1]) } ?? false
        start = max(start, isPart ? start : known?.end ?? start)
        if open - start < 2 { start = own(before: open) ?? start }
        if Self.companies.contains(where: { text.has($0, endingAt: start, within: sentence.range) }) { return nil }
        return (2...14).contains(open - start) && !ForeignName.isDot(text[start]) ? start..<open : nil
    }

    /// Where a name begins that is written in its own characters: 濑口次郎（Jiro Seguchi）.
    func own(before open: Int) -> Int? {
        [4, 3, 2].lazy.map { open - $0 }.first { start in
            guard start >= sentence.range.lowerBound, text[start..<open].allSatisfy({ isHan($0) && !ForeignName.isFunctionWord($0) }) else {
                return false
            }
            return (opens(start) || endsWord(start)) && !Self.things.contains(text[open - 1])
                && words.mayBeName(CodePoints(text[start..<open]))
        }
    }

    /// The company, institute or paper named shortly before in the clause: 军备控制协会董事会秘书迈克尔·克拉尔.
    private func employer(of name: Range<Int>) -> Mention? {
        let clause = sentence.clauseRange(at: name.lowerBound)
        guard let last = sentence.mentions.last(where: { $0.end <= name.lowerBound && $0.start >= clause.lowerBound }),
            last.kind == .body, !last.acts || text.has(Self.member, at: last.end, within: last.end..<name.lowerBound),
            name.lowerBound - last.end <= 24,
            !sentence.triggers.contains(where: { $0.start >= last.end && $0.headEnd <= name.lowerBound })
        else { return nil }
        return last
    }

    /// The state right before what somebody is called: 丹麦籍成员费雪, 澳大利亚人布伦顿·塔兰特.
    func nationality(of name: Range<Int>) -> Mention? {
        guard let last = sentence.mentions.last(where: { $0.end <= name.lowerBound && $0.kind != .pronoun }), last.kind == .state,
            last.codes.count == 1, (1...6).contains(name.lowerBound - last.end),
            text[last.end..<name.lowerBound].allSatisfy({ isHan($0) && !ForeignName.isFunctionWord($0) }),
            !sentence.triggers.contains(where: { $0.start >= last.end && $0.start < name.lowerBound })
        else { return nil }
        return last
    }

    /// Whether no letter that may belong to a name stands before it.
    func opens(_ start: Int) -> Bool {
        start == sentence.range.lowerBound || !isHan(text[start - 1]) || ForeignName.isFunctionWord(text[start - 1])
    }

    /// Where a bracket with a foreign spelling opens right behind a name, or behind 博士 and the like.
    func bracket(behind end: Int) -> Int? {
        let style = words.prefixes.first { text.has($0, at: end, within: sentence.range) }?.count ?? 0
        return [end, end + style].first { ForeignName.name(inBracketAt: $0, text, sentence.range) != nil }
    }

    /// The foreign spelling in the bracket behind a name.
    func spelling(of name: Range<Int>) -> String? {
        bracket(behind: name.upperBound).flatMap { ForeignName.name(inBracketAt: $0, text, sentence.range) }
    }

    /// The name that stands at a point of a row.
    func listed(_ start: Int) -> Range<Int>? { spelt(start) ?? dotted(start) ?? latin(start) ?? plain(start) }
}
