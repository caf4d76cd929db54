import Prose
import World

// How far a name reaches by the way it is written.

extension NameRun {
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

    static let of: UInt32 = 0x7684  // 的

    /// Surnames that oftener begin another word: 曾出访, 向外界.
    static let adverbs = PointSet("曾向应成全万高强解施游车连经常相方安宁包于从单")

    /// Function words that stand in given names too: 余向荣, 吴年丰.
    static let given = PointSet("向年月有会和")

    /// Logan Bayroff: two to four words of Latin letters that begin with a capital.
    /// - Parameter inCapitals: whether they may be capitals throughout, as credits have them (SHANNON STAPLETON).
    func latin(_ start: Int, inCapitals: Bool = false) -> Range<Int>? {
        let start = start < sentence.range.upperBound && text[start] == 0x20 ? start + 1 : start
        var end = start
        while end < sentence.range.upperBound, ForeignName.isNameLetter(text[end]) { end += 1 }
        while end > start, text[end - 1] == 0x20 { end -= 1 }
        let parts = text.string(start..<end).split(separator: " ")
        return (2...4).contains(parts.count)
            && parts.allSatisfy {
                $0.first?.isUppercase == true && (inCapitals || $0.dropFirst().contains(where: \.isLowercase)) || $0.hasSuffix(".")
            }
            ? start..<end : nil
    }

    /// Whether the table knows who is named there.
    func isKnown(_ name: Range<Int>) -> Bool {
        sentence.mentions.contains { $0.isPerson && $0.start < name.upperBound && name.lowerBound < $0.end }
    }

    /// A bracket that opens on a Latin letter ends the name, whatever words its syllables make (埃琳娜·以色尔).
    func spelt(_ start: Int) -> Range<Int>? {
        var end = start
        while end < sentence.range.upperBound, isHan(text[end]) || ForeignName.isDot(text[end]) { end += 1 }
        let open = end < sentence.range.upperBound && text[end] == 0x20 ? end + 1 : end
        guard open + 1 < sentence.range.upperBound, ForeignName.opens(text[open]), isLatin(text[open + 1]) || text[open + 1] == 0x20 else {
            return nil
        }
        let run = start..<end
        let style = words.prefixes.first { run.count > $0.count + 1 && text.has($0, endingAt: end, within: run) }?.count ?? 0
        let name = start..<end - style
        // 弗和（Oliver Faur）: 和 ends a name too.
        guard (2...14).contains(name.count),
            !text[name].dropLast(text[name.upperBound - 1] == 0x548C ? 1 : 0).contains(where: ForeignName.isFunctionWord)
        else { return nil }
        return isSpelt(name) || words.mayBeName(CodePoints(text[name])) ? name : nil
    }

    /// 蒂莫西·黑格: foreign syllables with a dot among them, up to where another word begins.
    func dotted(_ start: Int) -> Range<Int>? {
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

    /// 林民旺: two to four characters that a known word, a stop or a word such as 对 or 在 ends.
    func plain(_ start: Int) -> Range<Int>? {
        // 捷克议长访台: what begins as a trigger is no name.
        if sentence.triggers.contains(where: { $0.start == start && $0.headEnd - $0.start >= 2 }) { return nil }
        let ends = [
            sentence.chunks.first { $0.start >= start && $0.length > 1 }?.start,
            sentence.triggers.first { $0.start >= start + 2 && $0.headEnd - $0.start > 1 }?.start,
            sentence.times.first { $0.start >= start }?.start,
        ].compactMap { $0 }
        let limit = min(ends.min() ?? sentence.range.upperBound, start + 5, sentence.range.upperBound)
        var end = start
        let isWord = { (at: Int) in
            // 徐艳女士: the style ends a name.
            at >= start + 2
                && (words.opensNoName(text, at: at, sentence.range)
                    || words.prefixes.contains { $0.count > 1 && text.has($0, at: at, within: sentence.range) })
        }
        let isAfter = { (at: Int) in at >= start + 2 && words.isAfterName(text[at]) }
        while end < limit, isHan(text[end]), !ForeignName.isFunctionWord(text[end]), !isAfter(end), !isWord(end) { end += 1 }
        if end == start + 1, end + 1 < limit, Self.given.contains(text[end]), isHan(text[end + 1]) {
            return common(start, until: start + 3)
        }
        if end == start + 2, end + 1 < sentence.range.upperBound, end < limit, Self.given.contains(text[end]),
            end + 1 == limit || isAfter(end + 1) || isWord(end + 1) || !isHan(text[end + 1]), let name = common(start, until: start + 3)
        {
            return name  // 黄兆年则
        }
        if end == start + 5 { return common(start, until: end) }
        guard (2...4).contains(end - start), end < sentence.range.upperBound else { return nil }
        // 安东尼·布林肯 is no name that ends at its dot.
        if ForeignName.isDot(text[end]) || text[end] == 0x2E { return nil }
        // 学生约达300人, 布拉希 加利: foreign syllables may go on, or be none.
        if text[end] == 0x20 || end != limit && isDigit(text[end]), words.isTransliterated(CodePoints(text[start..<end])) != false {
            return nil
        }
        let isClosed = end == limit || isWord(end) || !isHan(text[end]) || text[end] == Self.of || words.isAfterName(text[end])
        if isClosed, words.mayBeName(CodePoints(text[start..<end])) { return start..<end }
        // 李慧敏为 is a name and a preposition.
        return isClosed && end - start < 4 ? nil : common(start, until: end)
    }

    /// 华莱士 in 国防大臣华莱士同美国防长: foreign syllables up to what is none.
    func syllables(_ start: Int) -> Range<Int>? {
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

    /// A surname and two names in ten are, where nothing ends the name: 黄伟哲 in 黄伟哲一眼认出; two more behind a surname of two, as in
    /// Japan (竹内三郎致词).
    func common(_ start: Int, until end: Int) -> Range<Int>? {
        if end >= start + 4, words.surname(endingAt: start + 2, in: text, start..<end)?.count == 2,
            !(start + 2...start + 3).contains(where: { opensWord($0) || words.opensNoName(text, at: $0, sentence.range) }),
            text[start..<start + 4].allSatisfy({ isHan($0) && $0 != Self.of })
        {
            return start..<start + 4
        }
        guard end >= start + 3, text[start..<start + 3].allSatisfy({ isHan($0) && $0 != Self.of }),
            !words.opensNoName(text, at: start + 1, sentence.range), !opensWord(start + 1)
        else { return nil }
        let name = CodePoints(text[start..<start + 3])
        return !Self.adverbs.contains(name[0]) && words.isTransliterated(name) == false && words.mayBeName(name) ? start..<start + 3 : nil
    }

    /// 孙大力 in 学者孙大力对本台说, 展江 in 教授展江认为: a surname and one or two more between a title and what only follows a name, though they be a word.
    func enclosed(_ start: Int) -> Range<Int>? {
        guard !words.opensNoName(text, at: start, sentence.range), !opensWord(start) else { return nil }
        let ends = [start + 3, start + 2].filter { end in
            end < sentence.range.upperBound
                && (sentence.chunks.contains { $0.start == end && $0.entry.kind == .speech && $0.length > 1 }
                    || words.prefixes.contains { $0.count > 1 && text.has($0, at: end, within: sentence.range) })
        }
        return ends.lazy.map { start..<$0 }.first { name in
            words.surname(endingAt: start + 1, in: text, name) != nil && !Self.adverbs.contains(text[start])
                && text[name].allSatisfy { isHan($0) && !ForeignName.isFunctionWord($0) }
        }
    }

    /// Whether a word that the lexicon knows ends there.
    func endsWord(_ at: Int) -> Bool { sentence.chunks.contains { $0.end == at && $0.length > 1 && $0.entry.kind != .nonparty } }

    /// Whether a word that the lexicon knows, a trigger or a time begins there.
    func opensWord(_ at: Int) -> Bool {
        sentence.chunks.contains { $0.start == at && $0.length > 1 && $0.entry.kind != .person && $0.entry.kind != .nonparty }
            || sentence.triggers.contains { $0.start == at && $0.headEnd - $0.start > 1 } || sentence.times.contains { $0.start == at }
    }
}
