import Prose
import World

// Where a title belongs that a place, a post abroad or a description stands before.

extension MentionFinder {
    /// 驻越大使: of the state that sends, which only the context tells.
    func withSender(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Mention {
        guard mention.kind == .office || mention.kind == .body, !mention.codes.isEmpty,
            text.has([0x9A7B], endingAt: mention.start, within: range)
        else { return mention }
        var sent = mention
        sent.codes = []
        return sent
    }

    /// 高雄市长, 临沂警方: the state in which the place before it lies; not 新疆专家, 驻马赛总领事.
    func withPlace(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Mention {
        guard mention.codes.isEmpty, mention.kind == .body || mention.kind == .office, mention.sector != "EDU", mention.sector != "MED",
            let place = world.introductionWords.place(endingAt: mention.start, in: text, range),
            !text.has([0x9A7B], endingAt: mention.start - place.length, within: range)
        else { return mention }
        var placed = mention
        placed.codes = [place.code]
        placed.start -= place.length
        return placed
    }

    /// Whether a name follows a title: somebody known, a foreign spelling, or what is written as a name before a verb of saying.
    func isNamed(behind title: Int, _ cut: Segmentation, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        if cut.chunks.contains(where: { $0.start == title && $0.entry.kind == .person }) { return true }
        var end = title
        while end < range.upperBound, end < title + 14, isHan(text[end]) || ForeignName.isDot(text[end]) { end += 1 }
        if end >= title + 2, ForeignName.name(inBracketAt: end, text, range) != nil { return true }
        let speech = cut.chunks.first { $0.entry.kind == .speech && $0.start >= title + 2 && $0.start <= title + 4 }
        return speech.map { world.introductionWords.mayBeName(CodePoints(text[title..<$0.start])) } ?? false
    }

    /// 美国 新任 总统, 国务院 东亚局 局长, 美国 裁军 大使 伍德: the title is its own, whatever describes it between.
    func isDescribed(_ mention: Mention, _ next: Chunk, _ cut: Segmentation, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        guard next.entry.kind == .office, mention.kind != .person, mention.kind != .pronoun, mention.kind != .office,
            !mention.codes.isEmpty,
            next.entry.code == nil || mention.codes == [next.entry.code ?? ""], next.start > mention.end, next.start - mention.end <= 16
        else { return false }
        let gap = mention.end..<next.start
        // 英联邦事务大臣 is of no organisation.
        return text[gap].allSatisfy(isHan) && !world.introductionWords.subjects.contains { text.has($0, at: gap.lowerBound, within: gap) }
            && (world.introductionWords.describes(gap, in: text)
                || (2...10).contains(gap.count) && isPost(text[gap]) && isNamed(behind: next.end, cut, text, range))
            && !cut.triggers.contains { $0.start < gap.upperBound && gap.lowerBound < $0.headEnd }
            && !cut.chunks.contains { $0.entry.kind == .speech && $0.start < gap.upperBound && gap.lowerBound < $0.end }
    }

    /// 裁军, 内部市场与服务: no word of grammar but 与 and 和 inside.
    func isPost(_ run: ArraySlice<UInt32>) -> Bool {
        run.allSatisfy { !ForeignName.isFunctionWord($0) || Self.and.contains($0) }
            && !Self.and.contains(run[run.startIndex]) && (run.count >= 5 || !run.contains(where: Self.and.contains))
    }

    static let and = PointSet("与和及")

    /// 中国 驻 美国 大使, 美国 驻 港 澳 总领馆, 中国 驻 休斯敦 总领馆: the state before 驻 sends, whatever follows it; with how many names the post takes.
    func posting(_ mention: Mention, _ names: [Chunk], _ index: Int, _ text: CodePoints, _ range: Range<Int>) -> (Mention, Int)? {
        guard mention.kind == .state || mention.kind == .organisation, names[index].start > mention.end, text[mention.end] == 0x9A7B else {
            return nil  // 驻
        }
        var last = index
        if names[index].start == mention.end + 1 {
            last += 1
            while last + 1 < names.count, names[last].entry.kind == .short, names[last].start == names[last - 1].end { last += 1 }
        }
        guard last < names.count else { return nil }
        let between = (last > index ? names[last - 1].end : mention.end + 1)..<names[last].start
        guard last > index && between.isEmpty || isPlace(text[between]) else { return nil }
        let post = names[last]
        guard post.entry.kind == .body || post.entry.kind == .office else { return nil }
        var joined = join(mention, single(post, text, range), isFormer: false)
        joined.codes = mention.codes
        joined.inferred = mention.inferred
        return (joined, last - index + 1)
    }

    /// A city that the lexicon does not know: 休斯敦.
    func isPlace(_ run: ArraySlice<UInt32>) -> Bool {
        (2...6).contains(run.count) && run.allSatisfy { isHan($0) && !ForeignName.isFunctionWord($0) }
    }

    /// 中方, 美方: the side belongs to the mention.
    func withSide(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Mention {
        guard mention.kind == .state, mention.end < range.upperBound, text[mention.end] == 0x65B9 else { return mention }  // 方
        guard mention.end + 1 >= range.upperBound || !"面法案向便式".unicodeScalars.contains(where: { $0.value == text[mention.end + 1] }) else {
            return mention
        }
        var side = mention
        side.end += 1
        return side
    }
}
