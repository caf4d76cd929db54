import Prose
import World

/// Settles overlaps: 美中国防部 is 美 中 国防部 and not 美 中国 防部.
///
/// The cheapest cut wins, as in a word segmenter: a character outside every word costs 1, a word a little over half of that whatever its
/// length, a one-character form nearly 1, so that it is read only where no longer word wants its character.
struct Segmenter {
    let world: World

    func segment(_ text: CodePoints, _ range: Range<Int>) -> Segmentation {
        var matches = world.lexicon.matches(in: text, range: range)
        matches.removeAll { cutsLatinWord($0, text, range) }
        let chosen = cut(matches.filter { !isReading($0, .hint) }, range)
        let names = chosen.filter { world.kinds[Int($0.value)] != .frame }.map {
            Chunk(start: $0.start, end: $0.end, entry: world.entries[Int($0.value)])
        }
        let triggers = triggers(matches.filter { isReading($0, .frame) }, among: names, text, range)
        let hints = self.triggers(matches.filter { isReading($0, .hint) }, among: names, text, range).filter { hint in
            !triggers.contains { $0.head.overlaps(hint.head) }
        }
        return Segmentation(chunks: names, triggers: triggers, hints: hints)
    }

    private func isReading(_ match: Lexicon.Match, _ kind: Entry.Kind) -> Bool { world.kinds[Int(match.value)] == kind }

    // MARK: - Private: the cut

    /// FCC inside UNFCCC.
    private func cutsLatinWord(_ match: Lexicon.Match, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        let first = text[match.start]
        let last = text[match.end - 1]
        let opens =
            match.start > range.lowerBound && (isLatin(first) || isDigit(first))
            && (isLatin(text[match.start - 1]) || isDigit(text[match.start - 1]))
        let closes =
            match.end < range.upperBound && (isLatin(last) || isDigit(last)) && (isLatin(text[match.end]) || isDigit(text[match.end]))
        return opens || closes
    }

    private func cut(_ matches: [Lexicon.Match], _ range: Range<Int>) -> [Lexicon.Match] {
        let count = range.count
        var cost = [Float](repeating: .infinity, count: count + 1)
        var best = [Int32](repeating: -1, count: count + 1)
        cost[0] = 0
        var next = 0
        for offset in 0..<count {
            if cost[offset] + 1 < cost[offset + 1] {
                cost[offset + 1] = cost[offset] + 1
                best[offset + 1] = -1
            }
            while next < matches.count, matches[next].start - range.lowerBound == offset {
                let match = matches[next]
                let end = match.end - range.lowerBound
                let price = cost[offset] + self.price(match, matches)
                if price < cost[end] {
                    cost[end] = price
                    best[end] = Int32(next)
                }
                next += 1
            }
        }
        var chosen: [Lexicon.Match] = []
        var at = count
        while at > 0 {
            guard best[at] >= 0 else {
                at -= 1
                continue
            }
            let match = matches[Int(best[at])]
            chosen.append(match)
            at = match.start - range.lowerBound
        }
        return chosen.reversed()
    }

    private func price(_ match: Lexicon.Match, _ matches: [Lexicon.Match]) -> Float {
        let length = match.end - match.start
        switch world.kinds[Int(match.value)] {
        // A trigger that holds a name (访台, 干涉中国内政) must not hide it.
        case .frame: return length == 1 ? 0.98 : (world.frameHoldsName[world.entries[Int(match.value)].index] ? 2 * Float(length) : 0.6)
        case .short: return 0.95
        // 北韩正在: a name of two characters gives way to a state's.
        case .person where length == 2: return 0.51
        case .person, .organisation, .state: return length == 1 ? 0.95 : 0.5
        case .nonparty: return length == 1 ? 0.97 : 0.52
        default: return length == 1 ? 0.96 : 0.55
        }
    }

    // MARK: - Private: triggers

    /// The triggers that the chosen names leave standing, longest first where they overlap.
    private func triggers(_ matches: [Lexicon.Match], among names: [Chunk], _ text: CodePoints, _ range: Range<Int>) -> [TriggerMatch] {
        var found: [TriggerMatch] = []
        var name = 0
        for match in matches {
            while name < names.count, names[name].end <= match.start { name += 1 }
            if conflicts(match, names, from: name) { continue }
            let frame = world.entries[Int(match.value)].index
            if let trigger = complete(match, world.frames[frame], frame, text, range) { found.append(trigger) }
        }
        return found.filter { one in !found.contains { longer($0, than: one) } }
    }

    /// Whether a trigger gives way to another: inside a longer one, shorter in its gap, or begun later where the two cross.
    private func longer(_ other: TriggerMatch, than one: TriggerMatch) -> Bool {
        let around = other.start <= one.start && other.headEnd >= one.headEnd && other.headEnd - other.start > one.headEnd - one.start
        let further = other.start == one.start && other.headEnd == one.headEnd && other.end > one.end
        let crossing = other.start < one.start && one.start < other.headEnd && other.headEnd < one.headEnd
        return around || further || crossing
    }

    /// A trigger inside a name, or one that cuts a name in two, is none; one of the same span or around a name stands.
    private func conflicts(_ match: Lexicon.Match, _ names: [Chunk], from first: Int) -> Bool {
        var index = first
        while index < names.count, names[index].start < match.end {
            let name = names[index]
            let inside = match.start >= name.start && match.end <= name.end && match.end - match.start < name.length
            let around = match.start <= name.start && match.end >= name.end
            if inside || !around, name.entry.kind != .marker || inside { return true }
            index += 1
        }
        return false
    }

    private func complete(_ match: Lexicon.Match, _ frame: Frame, _ index: Int, _ text: CodePoints, _ range: Range<Int>) -> TriggerMatch? {
        if frame.mayForbid(text, behind: match.end, range), frame.notBefore.contains(where: { text.has($0, at: match.end, within: range) })
        {
            return nil
        }
        if frame.mayForbid(text, before: match.start, range),
            frame.notAfter.contains(where: { text.has($0, endingAt: match.start, within: range) })
        {
            return nil
        }
        var end = match.end
        for tail in frame.tails {
            guard let next = text.find(tail, from: end, within: 24, in: range) else { return nil }
            end = next
        }
        return TriggerMatch(start: match.start, end: end, headEnd: match.end, frame: index)
    }
}

extension Array where Element == UInt32 {
    func has(_ word: CodePoints, at start: Int, within range: Range<Int>) -> Bool {
        guard start >= range.lowerBound, start + word.count <= range.upperBound else { return false }
        // Most words fail at their first letter: comparing slices took five times as long.
        for index in word.indices where self[start + index] != word[index] { return false }
        return true
    }

    func has(_ word: CodePoints, endingAt end: Int, within range: Range<Int>) -> Bool { has(word, at: end - word.count, within: range) }

    /// Where a word ends that begins within `reach` code points after `start`, with no stop before it.
    func find(_ word: CodePoints, from start: Int, within reach: Int, in range: Range<Int>) -> Int? {
        var at = start
        while at < range.upperBound, at - start <= reach {
            if has(word, at: at, within: range) { return at + word.count }
            if isClauseStop(self[at]) { return nil }
            at += 1
        }
        return nil
    }
}

/// ，；：。！？ and their ASCII forms end a clause; 、 does not.
func isClauseStop(_ point: UInt32) -> Bool {
    switch point {
    case 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0xFF1A, 0x3A, 0x3002, 0xFF01, 0x21, 0xFF1F, 0x3F: true
    default: false
    }
}
