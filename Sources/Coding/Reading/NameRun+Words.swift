import Prose
import World

// Names that other words than a title before them tell: 妻子, 名叫, X是…, 先生.

extension NameRun {
    /// A name and the words behind it that say who it is: 安德光 and 日本画家 in 安德光是日本画家.
    struct Described {
        let name: Range<Int>
        let words: Range<Int>
        /// 曾任: no more.
        let isPast: Bool
    }

    /// The name behind a title, over a bracket (执行长（CEO）高斯特) or, where the title tells as what somebody acts, over a comma (作为教授，梁红).
    func behind(_ title: Mention) -> Range<Int>? {
        if let name = behind(title.end) { return name }
        guard title.end + 2 < sentence.range.upperBound else { return nil }
        if ForeignName.opens(text[title.end]),
            let close = text[title.end..<min(title.end + 40, sentence.range.upperBound)].firstIndex(where: ForeignName.closes)
        {
            return text[title.end..<close].contains(where: isLatin) ? behind(close + 1) : nil
        }
        let clause = sentence.clauseRange(at: title.start)
        if text[title.end] == Self.of {
            // 作为驻美大使的卡利德·萨勒曼, 时任署长的叶成川
            let isTold = verb(before: title.start, in: clause, among: Self.terms) != nil
            return dotted(title.end + 1) ?? (isTold ? spelt(title.end + 1) ?? plain(title.end + 1) : nil)
        }
        guard text[title.end] == 0xFF0C else { return nil }
        let isAs = Self.capacities.contains { text.has($0, at: clause.lowerBound, within: clause) }
        return isAs ? spelt(title.end + 1) ?? dotted(title.end + 1) ?? plain(title.end + 1) : nil
    }

    /// Names with 是, 担任 or 曾任 and a title that ends the clause behind them.
    var described: [Described] {
        sentence.chunks.compactMap { title in
            guard title.entry.kind == .office,
                title.end == sentence.range.upperBound || !isHan(text[title.end]) || text[title.end] == Self.and
            else { return nil }
            let clause = sentence.clauseRange(at: title.start)
            guard let verb = verb(before: title.start, in: clause), let name = subject(before: verb.start, in: clause), !isKnown(name)
            else {
                return nil
            }
            return Described(name: name, words: verb.end..<title.end, isPast: verb.isPast)
        }
    }

    /// Whose kin somebody is, of the same state: 郭某妻子曾丽莹.
    var kin: [(name: Range<Int>, of: Mention?)] {
        named(behind: Self.relations, ends: Self.relationEnds).map { name, at in
            let clause = sentence.clauseRange(at: at)
            let relative = sentence.mentions.last {
                $0.end <= at && at - $0.end <= 8 && $0.start >= clause.lowerBound && $0.codes.count == 1
                    && ($0.isPerson || $0.kind == .state)
            }
            return (
                name,
                relative.map {
                    var home = $0
                    (home.kind, home.sector, home.office) = (.state, "CVL", nil)
                    return home
                }
            )
        }
    }

    /// 一名叫做张三的人, 名叫「韩生」.
    var called: [(name: Range<Int>, of: Mention?)] { named(behind: Self.callings, ends: Self.callingEnds).map { ($0.name, nil) } }

    /// 路透社的戈登说: of a body, where a verb of saying tells that it is somebody.
    var ofBody: [(name: Range<Int>, of: Mention?)] {
        sentence.mentions.compactMap { body in
            guard body.kind == .body || body.kind == .organisation, text.has([Self.of], at: body.end, within: sentence.range),
                let name = dotted(body.end + 1) ?? latin(body.end + 1) ?? plain(body.end + 1), !isKnown(name),
                bracket(behind: name.upperBound) != nil
                    || sentence.chunks.contains(where: { $0.start == name.upperBound && $0.entry.kind == .speech })
            else { return nil }
            return (name, body)
        }
    }

    /// Godson 先生, Maria Marced 女士.
    var styled: [(name: Range<Int>, of: Mention?)] {
        var found: [(name: Range<Int>, of: Mention?)] = []
        let firsts = Self.styleFirsts
        for at in sentence.range.dropFirst(3) where firsts.contains(text[at]) {
            guard Self.styles.contains(where: { text.has($0, at: at, within: sentence.range) }) else { continue }
            let end = text[at - 1] == 0x20 ? at - 1 : at
            guard isLatin(text[end - 1]) else { continue }
            var start = end
            while start > sentence.range.lowerBound, ForeignName.isNameLetter(text[start - 1]) { start -= 1 }
            while text[start] == 0x20 { start += 1 }
            let parts = text.string(start..<end).split(separator: " ")
            let isName = (1...4).contains(parts.count) && parts.allSatisfy { $0.first?.isUppercase == true && $0.count > 2 }
            if isName, !isKnown(start..<end) { found.append((start..<end, nil)) }
        }
        return found
    }

    // MARK: - Private

    private static let and: UInt32 = 0x517C  // 兼
    private static let capacities = ["作为", "身为"].map { CodePoints(points: $0) }
    private static let styles = ["先生", "女士", "博士", "小姐"].map { CodePoints(points: $0) }
    private static let styleFirsts = PointSet("先女博小")
    private static let callings = ["名叫", "叫做", "化名"].map { CodePoints(points: $0) }
    private static let relations = [
        "妻子", "丈夫", "儿子", "女儿", "长子", "次子", "幼子", "长女", "次女", "之子", "之女", "父亲", "母亲", "弟弟", "哥哥", "姐姐", "妹妹", "女婿", "遗孀",
        "前妻", "女友", "男友", "未婚妻", "侄子", "外甥", "孙子", "孙女",
    ].map { CodePoints(points: $0) }
    private static let relationEnds = PointSet("子夫儿女亲弟哥姐妹婿孀妻友甥孙")
    private static let callingEnds = PointSet("叫做名")
    private static let posts = ["担任", "现任", "曾任", "时任", "出任", "兼任", "曾担任", "曾经是", "曾是", "目前是", "现在是", "是"].map { CodePoints(points: $0) }
    private static let terms = ["担任", "现任", "曾任", "时任", "出任", "兼任", "身为", "作为"].map { CodePoints(points: $0) }
    /// What follows 是 where it tells of no calling: 是由, 是在.
    private static let noCallings = PointSet("否不由在对从与和为因以让把被给应")

    /// Names behind one of some words, in quotation marks too, with where the word begins.
    private func named(behind words: [CodePoints], ends: PointSet) -> [(name: Range<Int>, at: Int)] {
        var found: [(name: Range<Int>, at: Int)] = []
        // Every character of a text passes here: nothing is done for most.
        for at in sentence.range.dropFirst() where ends.contains(text[at]) {
            guard let word = words.first(where: { text.has($0, endingAt: at + 1, within: sentence.range) }) else { continue }
            var start = at + 1
            if start < sentence.range.upperBound, Self.quotes.contains(text[start]) { start += 1 }
            // 女友曾出庭
            guard start + 2 < sentence.range.upperBound, !Self.adverbs.contains(text[start]),
                let name = spelt(start) ?? dotted(start) ?? plain(start), !isKnown(name)
            else { continue }
            found.append((name, at + 1 - word.count))
        }
        return found
    }

    private static let quotes = PointSet("“「『")

    func isRelation(_ start: Int) -> Bool { Self.relations.contains { text.has($0, at: start, within: sentence.range) } }

    /// The verb before a title that says what somebody is, the last in the clause.
    private func verb(before title: Int, in clause: Range<Int>, among verbs: [CodePoints] = posts) -> (start: Int, end: Int, isPast: Bool)?
    {
        for end in stride(from: title, to: max(clause.lowerBound, title - 40), by: -1) {
            guard let word = verbs.first(where: { text.has($0, endingAt: end, within: clause) }) else { continue }
            return Self.noCallings.contains(text[end]) ? nil : (end - word.count, end, text[end - word.count] == 0x66FE)  // 曾
        }
        return nil
    }

    /// The name that ends before the verb, a spelling in brackets between, and opens the clause or stands behind what is no part of it.
    private func subject(before verb: Int, in clause: Range<Int>) -> Range<Int>? {
        guard verb - 2 >= clause.lowerBound else { return nil }
        if ForeignName.closes(text[verb - 1]), let open = text[clause.lowerBound..<verb].lastIndex(where: ForeignName.opens) {
            let end = open > clause.lowerBound && text[open - 1] == 0x20 ? open - 1 : open
            return bracket(behind: end) == nil ? nil : untitled(before: end)
        }
        var start = verb
        while start > clause.lowerBound, words.isSyllable(text[start - 1]) || ForeignName.isDot(text[start - 1]) { start -= 1 }
        if text[start..<verb].contains(where: ForeignName.isDot) { return start == clause.lowerBound ? start..<verb : nil }
        return own(before: verb).flatMap { $0 == clause.lowerBound || opens($0) ? $0..<verb : nil }
    }
}
