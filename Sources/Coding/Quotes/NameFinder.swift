import Prose
import World

/// The people whom an article names and no table knows: Sarah Hirshland, 布赖恩·邓肯, 费勒斯坦恩（Mark Feierstein）, 立法委员苏震清.
///
/// A name is known by how it is written: Latin words with capitals, a dot between syllables, a Latin spelling in brackets behind it, or a
/// surname behind a title.
struct NameFinder: Sendable {
    struct Name: Sendable {
        let start: Int
        let end: Int
        /// Where its fullest form stands in the article.
        let full: Range<Int>
    }

    private let byFirst: [UInt32: [(form: CodePoints, full: Range<Int>)]]
    private let firsts: PointSet
    private let text: CodePoints

    init(_ sentences: [ReadSentence], _ text: CodePoints, _ words: SayingWords) {
        self.text = text
        let predicates = words[.predicate].filter { $0.count > 1 }
        var forms: [CodePoints: Range<Int>] = [:]
        for sentence in sentences {
            let reader = NameReader(text: text, sentence: sentence, predicates: predicates)
            for name in reader.names() {
                for form in Self.forms(CodePoints(text[name])) where name.count > forms[form]?.count ?? 0 { forms[form] = name }
            }
        }
        byFirst = Dictionary(grouping: forms.map { (form: $0.key, full: $0.value) }) { $0.form[0] }
            .mapValues { $0.sorted { ($1.form.count, $0.full.lowerBound) < ($0.form.count, $1.full.lowerBound) } }
        firsts = PointSet(byFirst.keys)
    }

    /// Where names stand in a range, the longest first where they overlap.
    func names(in range: Range<Int>) -> [Name] {
        guard !byFirst.isEmpty else { return [] }
        var found: [Name] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard firsts.contains(text[at]),
                let known = byFirst[text[at]]?.first(where: {
                    text.has($0.form, at: at, within: range) && isWhole(at, $0.form.count, range)
                })
            else {
                at += 1
                continue
            }
            found.append(Name(start: at, end: at + known.form.count, full: known.full))
            at += known.form.count
        }
        return found
    }

    // MARK: - Private

    /// Lin inside Linda is nobody.
    private func isWhole(_ start: Int, _ count: Int, _ range: Range<Int>) -> Bool {
        guard isLatin(text[start]) else { return true }
        let end = start + count
        return (start == range.lowerBound || !isLatin(text[start - 1])) && (end >= range.upperBound || !isLatin(text[end]))
    }

    /// The name, and its family name alone.
    private static func forms(_ name: CodePoints) -> [CodePoints] {
        guard let cut = name.lastIndex(where: { ForeignName.isDot($0) || $0 == 0x20 || $0 == 0x2E }) else { return [name] }
        let family = CodePoints(name[(cut + 1)...])
        return family.count >= 2 ? [name, family] : [name]
    }
}

/// Finds the names of one sentence by how they are written.
private struct NameReader {
    let text: CodePoints
    let sentence: ReadSentence
    /// With which no name begins.
    let predicates: [CodePoints]

    func names() -> [Range<Int>] { latin() + dotted() + bracketed() + titled() + named() }

    // MARK: - Private

    private static let longest = 14

    /// Sarah Hirshland, Steven A. Cook: two to five words with capitals.
    private func latin() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = sentence.range.lowerBound
        while at < sentence.range.upperBound {
            guard isLatin(text[at]) else {
                at += 1
                continue
            }
            let run = latinRun(from: at)
            let words = text[run].split { $0 == 0x20 }
            let isName =
                (2...4).contains(words.count) && words.allSatisfy { isCapital($0.first ?? 0) }
                && words.contains { $0.dropFirst().contains { isLatin($0) && !isCapital($0) } }
                && !isBracketed(run)
            if isName { found.append(run) }
            at = run.upperBound
        }
        return found
    }

    private func latinRun(from start: Int) -> Range<Int> {
        var end = start
        while end < sentence.range.upperBound, isLatin(text[end]) || [0x20, 0x2E, 0x2D, 0x27, 0x2019].contains(text[end]) { end += 1 }
        while end > start + 1, !isLatin(text[end - 1]) { end -= 1 }
        return start..<end
    }

    private func isBracketed(_ run: Range<Int>) -> Bool {
        var at = run.lowerBound
        while at > sentence.range.lowerBound, text[at - 1] == 0x20 { at -= 1 }
        return at > sentence.range.lowerBound && (text[at - 1] == 0x28 || text[at - 1] == 0xFF08)
    }

    /// 布赖恩·邓肯, 杰克-沙利文.
    private func dotted() -> [Range<Int>] {
        var found: [Range<Int>] = []
        let range = sentence.range
        for at in range where ForeignName.isDot(text[at]) || text[at] == 0x2E {
            guard at > range.lowerBound, at + 1 < range.upperBound, isHan(text[at - 1]), isHan(text[at + 1]) || isCapital(text[at + 1]),
                found.last.map({ at >= $0.upperBound }) ?? true
            else { continue }
            let start = nameStart(endingAt: at)
            let end = nameEnd(from: at + 1)
            if at - start >= 1, end - at >= 2, end - start <= Self.longest + 2 { found.append(start..<end) }
        }
        return found
    }

    /// 费勒斯坦恩（Mark Feierstein）.
    private func bracketed() -> [Range<Int>] {
        ForeignName.all(in: text, sentence.range).compactMap { bracket in
            var end = bracket.open
            while end > sentence.range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
            let start = nameStart(endingAt: end)
            return (2...Self.longest).contains(end - start) ? start..<end : nil
        }
    }

    /// 立法委员苏震清接受, 律师任全牛在: a surname and one or two characters between a title and a word that cannot belong to a name.
    private func titled() -> [Range<Int>] {
        var found: [Range<Int>] = []
        let range = sentence.range
        for at in range where Self.surnames.contains(text[at]) && at + 2 <= range.upperBound {
            let opensClause = at == range.lowerBound || isClauseStop(text[at - 1]) || text[at - 1] == 0x20
            let hasTitle = at > range.lowerBound && Self.titleEnds.contains(text[at - 1])
            guard opensClause || hasTitle, !isTaken(at..<at + 1) else { continue }
            for length in [3, 2] where at + length <= range.upperBound {
                let span = at..<at + length
                guard text[span].allSatisfy({ isHan($0) && !ForeignName.isFunctionWord($0) }), !isTaken(span) else { continue }
                if isVerb(at: span.upperBound) || hasTitle && isStop(at: span.upperBound) {
                    found.append(span)
                    break
                }
            }
        }
        return found
    }

    /// 助理部长德默斯说, 执委维斯塔格在: two to five characters between a title and a verb of saying, a day or 在 对 向 则 也.
    private func named() -> [Range<Int>] {
        let ends =
            sentence.chunks.filter { $0.entry.kind == .speech || $0.entry.kind == .marker && Self.behindNames.contains(text[$0.start]) }
            .map(\.start) + sentence.times.map(\.start)
        return ends.compactMap { end in
            for length in 2...5 where end - length > sentence.range.lowerBound {
                let span = end - length..<end
                guard isHan(text[span.lowerBound]), !ForeignName.isFunctionWord(text[span.lowerBound]) else { return nil }
                if Self.officeEnds.contains(text[span.lowerBound - 1]) { return isTaken(span) ? nil : span }
            }
            return nil
        }
    }

    /// Left of a name's end: up to a known word, a title's last character or a word that no name holds.
    private func nameStart(endingAt end: Int) -> Int {
        var start = end
        let floor = max(sentence.range.lowerBound, end - Self.longest, lastKnownWord(before: end))
        while start > floor, isHan(text[start - 1]) || ForeignName.isDot(text[start - 1]) || text[start - 1] == 0x2E {
            let point = text[start - 1]
            if ForeignName.isFunctionWord(point) || Self.counters.contains(point) { break }
            if Self.titleEnds.contains(point), end - start >= 2, !Self.syllables.contains(point) { break }
            start -= 1
        }
        return start
    }

    private func lastKnownWord(before end: Int) -> Int {
        sentence.mentions.last { $0.end <= end - 2 && !$0.isPerson && $0.end - $0.start >= 2 }?.end ?? sentence.range.lowerBound
    }

    private func nameEnd(from start: Int) -> Int {
        var end = start
        let limit = min(sentence.range.upperBound, start + 8)
        while end < limit,
            isHan(text[end]) || end == start && isCapital(text[end])
                || ForeignName.isDot(text[end]) && end + 1 < limit && isHan(text[end + 1])
        {
            if end > start, ForeignName.isFunctionWord(text[end]) || isVerb(at: end) || isTimed(end) { break }
            end += 1
        }
        return end
    }

    private func isVerb(at point: Int) -> Bool {
        sentence.chunks.contains { $0.start == point && $0.entry.kind == .speech }
            || sentence.triggers.contains { $0.start == point && $0.headEnd - $0.start >= 2 }
    }

    private func isTimed(_ point: Int) -> Bool { sentence.times.contains { $0.start == point } }

    private func isStop(at point: Int) -> Bool {
        guard point < sentence.range.upperBound else { return false }
        return Self.stops.contains(text[point]) || isTimed(point) || !isHan(text[point])
            || sentence.chunks.contains { $0.start == point && $0.entry.kind == .marker }
    }

    /// Whether a word that names something else covers a span.
    private func isTaken(_ span: Range<Int>) -> Bool {
        sentence.mentions.contains { $0.start < span.upperBound && span.lowerBound < $0.end && $0.kind != .pronoun }
            || sentence.times.contains { $0.start < span.upperBound && span.lowerBound < $0.end }
            || predicates.contains { text.has($0, at: span.lowerBound, within: span) }
            || sentence.chunks.contains {
                $0.start < span.upperBound && span.lowerBound < $0.end && $0.entry.kind != .marker && $0.length >= 2
            }
    }

    private func isCapital(_ point: UInt32) -> Bool { (0x41...0x5A).contains(point) || (0xC0...0xDE).contains(point) }

    /// 主演之一, 这位, 一名.
    private static let counters = PointSet("一之位名任")
    /// The last characters of titles: 研究员, 副局长, 小说家, 律师, 教授.
    private static let titleEnds = PointSet("员长家师授士官席理人者委督导裁")
    private static let behindNames = PointSet("在对向则也")
    private static let officeEnds = PointSet("员长授师委卿官席家")
    /// Of these, those that transliterations hold.
    private static let syllables = PointSet("士理人长")
    private static let stops = PointSet("在对向就接于也则曾近日今昨周星与和跟及、，（(所表说称指认强回发透呼批解分析")
    /// The two hundred commonest surnames (Ministry of Public Security, 2020), and compound ones' first characters.
    private static let surnames = PointSet(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪柳欧庄翁游涂詹阮童倪连简凌霍柯华桂纪佘耿管童柏巫焦车解穆甘左舒屈项祝阎岑卓滕尚牛葛齐伍季翟焦匡蓝甄骆关岳殷俞傅伊尤倪梅盛安路娄房裴司诸皇"
    )
}
