import Prose
import World

/// Joins the chunks of a sentence into mentions: 中国外交部发言人赵立坚 is one, and CHN's.
struct MentionFinder {
    let world: World
    let day: Day?

    /// The mentions of a sentence, in order, whose codes follow from their own words; the rest are left without a code.
    func mentions(_ cut: Segmentation, _ text: CodePoints, _ range: Range<Int>, isTitle: Bool) -> [Mention] {
        let filter = ShortFormFilter(world: world, text: text, range: range, isTitle: isTitle, triggers: cut.triggers)
        let names = filter.accepted(cut.chunks).flatMap { outlet(in: $0, text) }.filter {
            $0.entry.kind == .person
                ? !Namesake(text: text, range: range).stands(at: $0.start..<$0.end, for: world.people[$0.entry.index])
                    && !isSpelling($0, text, range)
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
                mention = join(mention, tail, isFormer: wasFormer)
                if hasLeft || isVague, let sector = tail.sector { mention.sector = sector }
                if tail.kind == .person, !tail.acts, isPast(mention, text, range) { mention.sector = "ELI" }
                index += 1
            } else if isDescribed(mention, next, cut, text, range) {
                mention = join(mention, single(next, text, range), isFormer: isFormer(next.start, text, range))
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

    /// 驻越大使: of the state that sends, which only the context tells.
    private func withSender(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Mention {
        guard mention.kind == .office || mention.kind == .body, !mention.codes.isEmpty,
            text.has([0x9A7B], endingAt: mention.start, within: range)
        else { return mention }
        var sent = mention
        sent.codes = []
        return sent
    }

    /// 代表 in 代表政府, 代表中共: it speaks for what follows.
    private func isVerb(_ names: [Chunk], _ index: Int, _ text: CodePoints) -> Bool {
        guard index + 1 < names.count, names[index].end == names[index + 1].start,
            text[names[index].start..<names[index].end].elementsEqual([0x4EE3, 0x8868])
        else { return false }
        return names[index + 1].entry.kind != .person && names[index + 1].entry.kind != .office
    }

    /// 高雄市长, 临沂警方: the state in which the place before it lies; not 新疆专家, 驻马赛总领事.
    private func withPlace(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Mention {
        guard mention.codes.isEmpty, mention.kind == .body || mention.kind == .office, mention.sector != "EDU", mention.sector != "MED",
            let place = world.introductionWords.place(endingAt: mention.start, in: text, range),
            !text.has([0x9A7B], endingAt: mention.start - place.length, within: range)
        else { return mention }
        var placed = mention
        placed.codes = [place.code]
        placed.start -= place.length
        return placed
    }

    private func joins(_ mention: Mention, _ next: Chunk, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        guard mention.kind != .person else { return false }
        switch next.entry.kind {
        case .body, .office, .person, .organ: return mention.kind != .pronoun && !mention.isCause(in: text, range)
        default: return false
        }
    }

    /// Whether somebody of the table held the very office that a title before the name gives, and left it: 副总统彭斯 told of later.
    private func hasLeft(_ chunk: Chunk, _ office: String?) -> Bool {
        guard chunk.entry.kind == .person, let office, let day, let last = world.people[chunk.entry.index].standing(on: day) else {
            return false
        }
        return !last.inOffice && last.term.office.hasSuffix(office) && (last.term.from ?? day) < day
    }

    /// 时任上海市长: whoever is not in office today was then.
    private func isPast(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        world.introductionWords.pasts.contains { word in
            (max(range.lowerBound, mention.start - word.count)..<mention.nameStart).contains { text.has(word, at: $0, within: range) }
        }
    }

    /// Whether a name follows a title: somebody known, a foreign spelling, or what is written as a name before a verb of saying.
    private func isNamed(behind title: Int, _ cut: Segmentation, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        if cut.chunks.contains(where: { $0.start == title && $0.entry.kind == .person }) { return true }
        var end = title
        while end < range.upperBound, end < title + 14, isHan(text[end]) || ForeignName.isDot(text[end]) { end += 1 }
        if end >= title + 2, ForeignName.name(inBracketAt: end, text, range) != nil { return true }
        let speech = cut.chunks.first { $0.entry.kind == .speech && $0.start >= title + 2 && $0.start <= title + 4 }
        return speech.map { world.introductionWords.mayBeName(CodePoints(text[title..<$0.start])) } ?? false
    }

    /// 美国 新任 总统, 国务院 东亚局 局长, 美国 裁军 大使 伍德: the title is its own, whatever describes it between.
    private func isDescribed(_ mention: Mention, _ next: Chunk, _ cut: Segmentation, _ text: CodePoints, _ range: Range<Int>) -> Bool {
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
    private func isPost(_ run: ArraySlice<UInt32>) -> Bool {
        run.allSatisfy { !ForeignName.isFunctionWord($0) || Self.and.contains($0) }
            && !Self.and.contains(run[run.startIndex]) && (run.count >= 5 || !run.contains(where: Self.and.contains))
    }

    private static let and = PointSet("与和及")

    /// 中国 驻 美国 大使, 美国 驻 港 澳 总领馆, 中国 驻 休斯敦 总领馆: the state before 驻 sends, whatever follows it; with how many names the post takes.
    private func posting(_ mention: Mention, _ names: [Chunk], _ index: Int, _ text: CodePoints, _ range: Range<Int>) -> (Mention, Int)? {
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
    private func isPlace(_ run: ArraySlice<UInt32>) -> Bool {
        (2...6).contains(run.count) && run.allSatisfy { isHan($0) && !ForeignName.isFunctionWord($0) }
    }

    private func single(_ chunk: Chunk, _ text: CodePoints, _ range: Range<Int>) -> Mention {
        let entry = chunk.entry
        var mention = Mention(
            start: chunk.start, end: chunk.end, nameStart: chunk.start, kind: .state, codes: entry.codes,
            acts: entry.acts, name: entry.name,
            sector: entry.sector, office: nil, isPerson: false)
        switch entry.kind {
        case .state: mention.kind = .state
        case .short:
            mention.kind = .state
            if let beside = world.beside(text, chunk.start, range) { mention.codes = [beside] }
        case .capital, .metonym: mention.kind = .seat
        case .organisation, .organ: mention.kind = .organisation
        case .body: mention.kind = .body
        case .office:
            mention.kind = .office
            mention.office = entry.name
        case .person: describe(&mention, world.people[entry.index])
        case .pronoun: mention.kind = .pronoun
        case .nonparty, .frame, .speech, .marker: break
        }
        if entry.kind == .office || entry.kind == .person, isFormer(chunk.start, text, range) { mention.acts = false }
        return mention
    }

    private func describe(_ mention: inout Mention, _ person: Person) {
        mention.kind = .person
        mention.isPerson = true
        mention.name = person.name
        guard let standing = person.standing(on: day ?? Day(number: .max / 2)) else { return }
        mention.codes = [standing.term.code]
        // Who was a scholar or an actor remains one.
        let isOfOffice = ActingSectors.all.contains(standing.term.sector) || standing.term.sector == "OPP"
        mention.sector = standing.inOffice || !isOfOffice ? standing.term.sector : "ELI"
        mention.office = standing.inOffice ? standing.term.office : nil
        mention.acts = standing.inOffice && ActingSectors.all.contains(standing.term.sector)
    }

    /// 前, 前任, 退休 before a title: no longer in office.
    private func isFormer(_ start: Int, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        start > range.lowerBound && world.introductionWords.isFormer(before: start, in: text, range)
    }

    private func join(_ head: Mention, _ tail: Mention, isFormer: Bool) -> Mention {
        var joined = tail
        joined.start = head.start
        joined.sector = tail.sector ?? head.sector
        joined.office = tail.office ?? head.office
        // 美国财政部长 takes its state from 美国; 台湾外长 from 台湾 whatever state the title is usual in; a person knows best.
        if tail.kind != .person || tail.codes.isEmpty, !head.codes.isEmpty { joined.codes = head.codes }
        joined.acts =
            tail.kind == .person
            ? (head.acts || tail.acts) && tail.acts || head.kind == .office && head.acts && tail.codes.isEmpty : head.acts && tail.acts
        // Where the table has it that somebody left office and the text still gives the title, the text knows better.
        if tail.kind == .person, !tail.acts, head.kind == .office, head.acts, !isFormer {
            joined.acts = true
            joined.sector = head.sector
            joined.office = head.office
        }
        // 前任总统 on the day of the handover: the words know better than the table.
        // 前外长施泰因迈尔, the president: what he was before takes nothing from what he is.
        let isNow = tail.acts && head.office != nil && tail.office?.hasSuffix(head.office ?? "") == false
        if tail.kind == .person, !isNow, isFormer || head.office?.hasPrefix("前") == true {
            joined.acts = false
            joined.sector = "ELI"
        }
        joined.name = tail.isPerson ? tail.name : head.name + tail.name
        joined.isPerson = head.isPerson || tail.isPerson
        return joined
    }

    /// 中方, 美方: the side belongs to the mention.
    private func withSide(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Mention {
        guard mention.kind == .state, mention.end < range.upperBound, text[mention.end] == 0x65B9 else { return mention }  // 方
        guard mention.end + 1 >= range.upperBound || !"面法案向便式".unicodeScalars.contains(where: { $0.value == text[mention.end + 1] }) else {
            return mention
        }
        var side = mention
        side.end += 1
        return side
    }
}

extension Mention {
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
