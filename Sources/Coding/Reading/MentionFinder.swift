import Prose
import World

/// Joins the chunks of a sentence into mentions: 中国外交部发言人赵立坚 is one, and CHN's.
struct MentionFinder {
    let world: World
    let day: Day?
    var shared = SharedForms.asAlone

    /// The mentions of a sentence, in order, whose codes follow from their own words; the rest are left without a code.
    func mentions(_ cut: Segmentation, _ text: CodePoints, _ range: Range<Int>, isTitle: Bool) -> [Mention] {
        let filter = ShortFormFilter(world: world, text: text, range: range, isTitle: isTitle, triggers: cut.triggers)
        let namesake = Namesake(text: text, range: range, world: world, chunks: cut.chunks)
        let names = filter.accepted(cut.chunks).flatMap { outlet(in: $0, text) }.filter {
            $0.entry.kind == .person
                ? !namesake.stands(at: $0.start..<$0.end, for: world.people[$0.entry.index])
                    && !isSpelling($0, text, range) && !isColleague($0, cut)
                : $0.entry.kind.isName || $0.entry.kind == .pronoun
        }
        var found: [Mention] = []
        var index = 0
        while index < names.count {
            if isVerb(names, index, text) {
                index += 1
                continue
            }
            let (mention, next) = phrase(names, from: index, cut, text, range)
            found.append(mention)
            index = next
        }
        return found
    }

    // MARK: - Private

    /// 拜登（Joe Biden）, 鲁比奥（Sen. Marco Rubio）: the same person again.
    private func isSpelling(_ chunk: Chunk, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        guard isLatin(text[chunk.start]),
            let last = text[range.lowerBound..<chunk.start].last(where: { !isLatin($0) && $0 != 0x20 && $0 != 0x2E })
        else { return false }
        return ForeignName.opens(last)
    }

    /// 德国之声记者康诺利 is not the congressman.
    private func isColleague(_ chunk: Chunk, _ cut: Segmentation) -> Bool {
        cut.chunks.contains { $0.end == chunk.start && $0.entry.kind == .office && $0.entry.sector == "MED" }
            && world.people[chunk.entry.index].terms.allSatisfy { ActingSectors.all.contains($0.sector) }
    }

    /// 据路透社: the outlet inside a verb of saying; any other chunk itself.
    private func outlet(in chunk: Chunk, _ text: CodePoints) -> [Chunk] {
        guard chunk.entry.kind == .speech, chunk.length > 3 else { return [chunk] }
        let inside = world.lexicon.matches(in: text, range: chunk.start..<chunk.end).filter { world.kinds[Int($0.value)] == .body }
        let longest = inside.max { $0.end - $0.start < $1.end - $1.start }
        return [longest.map { Chunk(start: $0.start, end: $0.end, entry: world.entries[Int($0.value)]) } ?? chunk]
    }

    /// The noun phrase that begins at a chunk, and the index of the chunk after it.
    private func phrase(_ names: [Chunk], from first: Int, _ cut: Segmentation, _ text: CodePoints, _ range: Range<Int>) -> (Mention, Int) {
        var mention = single(names[first], text, range)
        var index = first + 1
        while index < names.count {
            let next = names[index]
            if next.start == mention.end, joins(mention, next, text, range) {
                let tail = single(next, text, range)
                let (wasFormer, hasLeft) = (isFormer(mention.start, text, range), hasLeft(next, mention.office))
                // 民选领导人昂山素季: a title that anybody may have tells nothing that the table does not.
                let isVague = world.introductionWords.general.contains(CodePoints(text[names[index - 1].start..<names[index - 1].end]))
                let isFormerly = wasFormer || mention.office?.hasPrefix("前") == true
                if isFormerly, holdsAnother(next, mention.office) {
                    mention = tail.from(mention.start)
                    index += 1
                    continue
                }
                let (isOther, body) = (isOther(mention, tail), mention)
                mention = join(mention, tail, isFormer: wasFormer)
                if leads(next, body, text) {
                    (mention.sector, mention.acts, mention.office) = (body.sector, !wasFormer, text.string(next.start..<next.end))
                } else if isOther {
                    (mention.sector, mention.acts, mention.office) = (names[index - 1].entry.sector, false, names[index - 1].entry.name)
                } else if hasLeft || isVague && !isToCome(next), let sector = tail.sector {
                    mention.sector = sector
                }
                // 时任财务长孟晚舟 left no state's office.
                if tail.kind == .person, !tail.acts, tail.sector == "ELI" || ActingSectors.all.contains(mention.sector ?? "GOV"),
                    isPast(mention, text, range)
                {
                    mention.sector = "ELI"
                }
                index += 1
            } else if isDescribed(mention, next, cut, text, range) {
                // 国防部前首席副助理部长
                let wasFormer = (mention.end + 1...next.start).contains { isFormer($0, text, range) }
                mention = join(mention, single(next, text, range), isFormer: wasFormer)
                index += 1
            } else if let (posted, taken) = posting(mention, names, index, text, range) {
                mention = posted
                index += taken
            } else if let end = government(mention, text, range) {
                mention = mention.asGovernment(until: end)
                while index < names.count, names[index].end <= end { index += 1 }
            } else {
                break
            }
        }
        if index == names.count, let end = government(mention, text, range) { mention = mention.asGovernment(until: end) }
        return (withPlace(withSender(withSide(mention, text, range), text, range), text, range), index)
    }

    /// Where the government ends that a leader's name stands for: 拜登政府.
    private func government(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Int? {
        guard mention.kind == .person, mention.end < range.upperBound else { return nil }
        return world.introductionWords.governments.first { text.has($0, at: mention.end, within: range) }.map { mention.end + $0.count }
    }

    /// 代表 in 代表政府, 代表中共: it speaks for what follows.
    private func isVerb(_ names: [Chunk], _ index: Int, _ text: CodePoints) -> Bool {
        guard index + 1 < names.count, names[index].end == names[index + 1].start,
            text[names[index].start..<names[index].end].elementsEqual([0x4EE3, 0x8868])
        else { return false }
        return names[index + 1].entry.kind != .person && names[index + 1].entry.kind != .office
    }

    private func joins(_ mention: Mention, _ next: Chunk, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        guard mention.kind != .person else { return false }
        switch next.entry.kind {
        case .body, .office, .person, .organ: return mention.kind != .pronoun && !mention.isCause(in: text, range)
        default: return false
        }
    }
}

extension Mention {
    func from(_ start: Int) -> Mention {
        var whole = self
        whole.start = start
        return whole
    }

    /// 拜登政府 names the leader and acts for the state, be it told of when another holds the office.
    func asGovernment(until end: Int) -> Mention {
        var whole = self
        whole.end = end
        whole.acts = true
        return whole
    }

    /// 友台議員, 反中人士: what somebody is for or against, which is not where they belong.
    func isCause(in text: CodePoints, _ range: Range<Int>) -> Bool {
        kind == .state && end == start + 1 && start > range.lowerBound && ShortForms.stances.contains(text[start - 1])
    }
}
