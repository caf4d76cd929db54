import Prose
import World

/// Keeps a state's one-character name only where its neighbours call for a state: 中美, 访美, 美方, 美国务卿, or before a trigger in a headline.
struct ShortFormFilter {
    let world: World
    let text: CodePoints
    let range: Range<Int>
    let isTitle: Bool
    /// 对俄制裁: a trigger behind it calls for a state.
    let triggers: [TriggerMatch]

    func accepted(_ all: [Chunk]) -> [Chunk] {
        // 、 and 与 between names are chunks of their own.
        let chunks = all.filter { $0.entry.kind != .marker }
        // 12日方才公布, 10日与英国首相: behind a figure 日 is a day.
        let dated = chunks.map {
            $0.entry.kind == .short && $0.start > range.lowerBound && text[$0.start] == 0x65E5 && isDigit(text[$0.start - 1])
        }
        var kept = chunks.indices.map {
            !dated[$0] && (chunks[$0].entry.kind != .short || stands(chunks, $0) || isPaired(chunks, $0, dated))
        }
        // 日美韩: one that stands vouches for the next.
        for _ in 0..<2 {
            for index in chunks.indices where !kept[index] && !dated[index] {
                let left = index > 0 && kept[index - 1] && isPlace(chunks[index - 1]) && touches(chunks[index - 1], chunks[index])
                let right =
                    index + 1 < chunks.count && kept[index + 1] && isPlace(chunks[index + 1]) && touches(chunks[index], chunks[index + 1])
                // 不愿意与中国: a weak one must begin a word.
                let isWeak = chunks[index].entry.kind == .short && ShortForms.weak.contains(text[chunks[index].start])
                if left || right && (!isWeak || isOpen(chunks[index].start)) { kept[index] = true }
            }
        }
        return chunks.indices.filter { kept[$0] }.map { chunks[$0] }
    }

    // MARK: - Private

    /// 中俄, 美中: two side by side vouch for each other.
    private func isPaired(_ chunks: [Chunk], _ index: Int, _ dated: [Bool]) -> Bool {
        let left = index > 0 && !dated[index - 1] && chunks[index - 1].entry.kind == .short && touches(chunks[index - 1], chunks[index])
        let right = index + 1 < chunks.count && chunks[index + 1].entry.kind == .short && touches(chunks[index], chunks[index + 1])
        return left || right
    }

    private func stands(_ chunks: [Chunk], _ index: Int) -> Bool {
        let chunk = chunks[index]
        let before = chunk.start > range.lowerBound ? text[chunk.start - 1] : 0x3002
        let after = chunk.end < range.upperBound ? text[chunk.end] : 0x3002
        if isDigit(before) { return false }
        let weak = ShortForms.weak.contains(text[chunk.start])
        let next = index + 1 < chunks.count && chunks[index + 1].start == chunk.end ? chunks[index + 1].entry : nil
        if let next, next.kind == .body || next.kind == .office, owns(chunk, next) { return true }
        // 书面中使用, 单台机组: the character behind begins another word.
        if ShortForms.tails.contains(after), next?.kind != .nonparty, !weak || startsWord(before) { return true }
        if weak { return ShortForms.leads.contains(before) && (!isHan(after) || beginsTrigger(chunk.end)) }
        if ShortForms.leads(before, text[chunk.start]),
            ShortForms.sure.contains(text[chunk.start]) || !isHan(after) || isBreak(chunks, index)
        {
            return true
        }
        return isTitle && startsWord(before)
    }

    /// Whether a body or title may be the state's: not in 以脸书为例, 唐明德少将.
    private func owns(_ chunk: Chunk, _ next: Entry) -> Bool {
        let isOther = next.code != nil && next.code != chunk.entry.code
        let isRank = world.introductionWords.prefixes.contains(CodePoints(text[chunk.end..<min(range.upperBound, chunk.end + 2)]))
        return !(ShortForms.weak.contains(text[chunk.start]) && isOther) && !isRank
    }

    /// Whether another chunk begins where this one ends, or a word does that Chinese sets after a name.
    private func isBreak(_ chunks: [Chunk], _ index: Int) -> Bool {
        let end = chunks[index].end
        if beginsTrigger(end) || index + 1 < chunks.count && chunks[index + 1].start == end { return true }
        return end < range.upperBound && "的后前时是以将会已并".unicodeScalars.contains { $0.value == text[end] } || isTitle
    }

    private func beginsTrigger(_ point: Int) -> Bool { triggers.contains { $0.start == point } }

    private func isOpen(_ start: Int) -> Bool { start == range.lowerBound || startsWord(text[start - 1]) }

    private func startsWord(_ before: UInt32) -> Bool { !isHan(before) && !isDigit(before) && !isLatin(before) }

    private func isPlace(_ chunk: Chunk) -> Bool {
        chunk.entry.kind == .short || chunk.entry.kind == .state || chunk.entry.kind == .organisation
    }

    /// Side by side, or with 、 or 与 between. Behind a whole name another begins a word: 俄国以驱逐外交官回敬 names no Israel.
    private func touches(_ left: Chunk, _ right: Chunk) -> Bool {
        if left.end == right.start {
            // 以台湾的水果为由 names no Israel.
            let isWeak = ShortForms.weak.contains(text[left.start])
            let isWeakPair = ShortForms.weak.contains(text[right.start]) && !world.isBeside(text[left.start], text[right.start])
            return left.entry.kind == .short && !(isWeak && (right.entry.kind != .short || isWeakPair))
        }
        return right.start == left.end + 1 && [0x3001, 0x4E0E, 0x548C, 0x53CA, 0x2D, 0x5BF9].contains(text[left.end])  // 、与和及-对
    }
}
