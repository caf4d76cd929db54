import Prose
import World

/// Tells another bearer of a name from the one whom the table knows: 苏利文（Dan Sullivan）, 诺瓦克 in 埃琳娜·诺瓦克.
struct Namesake {
    let text: CodePoints
    let range: Range<Int>
    let world: World
    /// The words that are known.
    let chunks: [Chunk]

    /// Whether the name there is somebody else's, by the given name before it, a further name behind it, or the foreign spelling in brackets.
    func stands(at span: Range<Int>, for person: Person) -> Bool {
        if span.upperBound + 1 < range.upperBound, isDot(text[span.upperBound]), isHan(text[span.upperBound + 1]) { return true }
        // 马侃号, 里根号: a ship.
        if span.upperBound < range.upperBound, text[span.upperBound] == 0x53F7 { return true }
        if isPart(span, of: person) { return true }
        // 萨拉米教授 is not the general, 舍曼众议员 not the deputy secretary.
        if Self.titles.contains(where: { title, sector in
            text.has(title, at: span.upperBound, within: range) && !person.terms.contains { $0.sector == sector }
        }) {
            return true
        }
        if let given = givenName(before: span.lowerBound) {
            // 小唐纳·特朗普 is the son.
            if text[given.lowerBound] == 0x5C0F { return true }
            return !person.givenNames.isEmpty && person.givenNames.isDisjoint(with: text[given])
        }
        return isOther(person, thanIn: span.upperBound)
    }

    /// Whether somebody else than the person is spelt in a bracket that opens there.
    private func isOther(_ person: Person, thanIn bracket: Int) -> Bool {
        guard let foreign = person.foreign, let name = ForeignName.name(inBracketAt: bracket, text, range) else { return false }
        return !Self.mayBe(Roster.plainWords(foreign), Roster.plainWords(name))
    }

    /// Whether two foreign spellings may be one person's: a name in common, and of the others two that begin alike or are short for each other.
    static func mayBe(_ known: [String], _ given: [String]) -> Bool {
        if known.joined() == given.joined() || Set(known) == Set(given) { return true }
        for (at, one) in known.enumerated() {
            guard let other = given.firstIndex(where: { isAlike($0, one) }) else { continue }
            let (rest, others) = (known.removing(at), given.removing(other))
            let pairs = rest.flatMap { one in others.map { (one, $0) } }
            if pairs.isEmpty || pairs.contains(where: { $0.first == $1.first || short[$0] == $1.first || short[$1] == $0.first }) {
                return true
            }
        }
        return false
    }

    // MARK: - Private

    /// 特拉斯 in 斯特拉斯堡, 诺瓦克 in 诺瓦克斯, 吉尔拜登: a letter that hardly stands but in foreign names makes it part of a longer one, unless it ends the
    /// word before (俄罗斯普京) or is of the person's own given name (查尔斯米歇尔).
    private func isPart(_ span: Range<Int>, of person: Person) -> Bool {
        if span.upperBound < range.upperBound, Self.foreign.contains(text[span.upperBound]),
            !text.has(Self.then, at: span.upperBound, within: range)
        {
            return true
        }
        // 卡拉斯科娃（Ivana Karásková）, not 伯克斯博士（Deborah Birx）.
        var end = span.upperBound
        while end < min(range.upperBound, span.upperBound + 4), world.introductionWords.isSyllable(text[end]) { end += 1 }
        if end > span.upperBound, isOther(person, thanIn: end) { return true }
        guard span.lowerBound > range.lowerBound, Self.foreign.contains(text[span.lowerBound - 1]) else { return false }
        return !chunks.contains { $0.end == span.lowerBound } && !person.givenNames.contains(text[span.lowerBound - 1])
    }

    private static let foreign = PointSet("尔斯姆森蒂茨")
    private static let then = CodePoints(points: "尔后")

    private static let titles = [("教授", "EDU"), ("众议员", "LEG"), ("参议员", "LEG")].map { (CodePoints(points: $0), $1) }

    /// The same name in another spelling: Tsikhanouskaya, Tikhanovskaya.
    private static func isAlike(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard a.first == b.first, min(a.count, b.count) > 3 else { return false }
        let (left, right) = (Set(zip(a, a.dropFirst()).map { [$0, $1] }), Set(zip(b, b.dropFirst()).map { [$0, $1] }))
        return 2 * left.intersection(right).count >= min(left.count, right.count)
    }

    /// Short forms of given names that begin with another letter than the long one.
    private static let short: [String: Character] = [
        "bill": "w", "bob": "r", "bobby": "r", "ted": "e", "dick": "r", "tony": "a", "liz": "e", "betsy": "e", "ned": "e", "peggy": "m",
    ]

    private func givenName(before start: Int) -> Range<Int>? {
        guard start - 2 >= range.lowerBound, isDot(text[start - 1]), isHan(text[start - 2]) else { return nil }
        let head = text[range.lowerBound..<start - 1].lastIndex { !isHan($0) }.map { $0 + 1 } ?? range.lowerBound
        // A title may stand right before it: 总统唐纳德·特朗普.
        return max(head, start - 6)..<start - 1
    }

    /// · and its like; a hyphen joins two people as often as two names.
    private func isDot(_ point: UInt32) -> Bool { point != 0x2D && ForeignName.isDot(point) }
}

extension Array {
    fileprivate func removing(_ index: Int) -> [Element] { Array(self[..<index] + self[(index + 1)...]) }
}
