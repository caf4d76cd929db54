import Prose
import World

// What one word is, and what it becomes with the next.

extension MentionFinder {
    /// Whether somebody of the table held the very office that a title before the name gives, and left it: 副总统彭斯 told of later.
    func hasLeft(_ chunk: Chunk, _ office: String?) -> Bool {
        guard chunk.entry.kind == .person, let office, let day, let last = world.people[chunk.entry.index].standing(on: day) else {
            return false
        }
        return !last.inOffice && last.term.office.hasSuffix(office) && (last.term.from ?? day) < day
    }

    /// Whether somebody of the table holds no office yet: what 工务处长 of 2020 says outweighs what the table has from 2024 on.
    func isToCome(_ chunk: Chunk) -> Bool {
        guard chunk.entry.kind == .person, let day, let standing = world.people[chunk.entry.index].standing(on: day) else { return false }
        return standing.term.from.map { $0 > day } ?? false
    }

    /// 时任上海市长: whoever is not in office today was then.
    func isPast(_ mention: Mention, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        world.introductionWords.pasts.contains { word in
            (max(range.lowerBound, mention.start - word.count)..<mention.nameStart).contains { text.has(word, at: $0, within: range) }
        }
    }

    func single(_ chunk: Chunk, _ text: CodePoints, _ range: Range<Int>) -> Mention {
        let entry = chunk.entry
        var mention = Mention(
            start: chunk.start, end: chunk.end, nameStart: chunk.start, kind: .state, codes: entry.codes,
            acts: entry.acts, name: entry.name,
            sector: entry.sector, office: nil, isPerson: false)
        switch entry.kind {
        case .state: mention.kind = .state
        case .short:
            mention.kind = .state
            if let code = world.beside(text, chunk.start, range) ?? shared.code(of: text[chunk.start]) { mention.codes = [code] }
        case .capital, .metonym: mention.kind = .seat
        case .organisation, .organ: mention.kind = .organisation
        case .body: mention.kind = .body
        case .office:
            mention.kind = .office
            mention.office = entry.name
        case .person: describe(&mention, world.people[entry.index])
        case .pronoun: mention.kind = .pronoun
        case .nonparty, .frame, .hint, .speech, .marker: break
        }
        if entry.kind == .office || entry.kind == .person, isFormer(chunk.start, text, range) { mention.acts = false }
        return mention
    }

    func describe(_ mention: inout Mention, _ person: Person) {
        mention.kind = .person
        mention.isPerson = true
        mention.name = person.name
        let day = day ?? Day(number: .max / 2)
        guard let standing = person.standing(on: day) else { return }
        // Who left an organisation's office is of a state again: 拉斯穆森.
        let state = standing.inOffice ? nil : person.terms.last { !Organisation.isCode($0.code) }
        mention.codes = [Organisation.isCode(standing.term.code) ? state?.code ?? standing.term.code : standing.term.code]
        // Who was a scholar or an actor remains one.
        let isOfOffice = ActingSectors.all.contains(standing.term.sector) || standing.term.sector == "OPP"
        // A general of 2023 was a soldier in 2020; a minister may have been anything.
        let isCareer = Self.careers.contains(standing.term.sector) && standing.term.from.map { $0 > day } ?? false
        mention.sector = standing.inOffice || !isOfOffice || isCareer ? standing.term.sector : "ELI"
        mention.office = standing.inOffice ? standing.term.office : nil
        mention.acts = standing.inOffice && ActingSectors.all.contains(standing.term.sector)
    }

    /// Sectors whose people are of them long before they hold an office that a table has.
    private static let careers: Set<String> = ["MIL", "COP", "SPY", "JUD"]

    /// 前, 前任, 退休 before a title: no longer in office.
    func isFormer(_ start: Int, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        // 前驻澳大使
        let start = text.has([0x9A7B], endingAt: start, within: range) ? start - 1 : start
        return start > range.lowerBound && world.introductionWords.isFormer(before: start, in: text, range)
    }

    /// 前外长施泰因迈尔, the president: who held the office before holds another now, from which it takes nothing.
    func holdsAnother(_ chunk: Chunk, _ office: String?) -> Bool {
        guard chunk.entry.kind == .person, let office, let day else { return false }
        let person = world.people[chunk.entry.index]
        guard let now = person.standing(on: day), now.inOffice, ActingSectors.all.contains(now.term.sector) else { return false }
        let title = office.hasPrefix("前") ? String(office.dropFirst()) : office
        return world.office(named: now.term.office) != title && person.terms.contains { world.office(named: $0.office) == title }
    }

    /// 律师鲍威尔, 金融学者司令: by the title somebody else, or the same in another calling, than the official whom the table has.
    func isOther(_ title: Mention, _ person: Mention) -> Bool {
        title.kind == .office && !title.acts && person.kind == .person && Self.callings.contains(title.sector ?? "")
            && title.office.map { $0.hasPrefix("前") } == false && ActingSectors.all.contains(person.sector ?? "")
    }

    private static let callings: Set<String> = ["EDU", "MED", "CVL"]

    /// 司法院院长, 国家情报院院长: who leads a body that acts speaks for it, though 院长 alone is a school's; not 中情局分析师.
    func leads(_ title: Chunk, _ body: Mention, _ text: CodePoints) -> Bool {
        body.kind == .body && body.acts && ActingSectors.all.contains(body.sector ?? "") && title.entry.kind == .office
            && title.entry.sector == "EDU" && Self.heads.contains(text[title.end - 1])
            && world.introductionWords.general.contains(CodePoints(text[title.start..<title.end]))
    }

    /// What the titles end in of those who lead: 院长, 主任.
    private static let heads = PointSet("长任")

    func join(_ head: Mention, _ tail: Mention, isFormer: Bool) -> Mention {
        var joined = tail
        joined.start = head.start
        joined.sector = tail.sector ?? head.sector
        joined.office = tail.office ?? head.office
        // 美国财政部长 takes its state from 美国; 台湾外长 from 台湾 whatever state the title is usual in; a person knows best.
        if tail.kind != .person || tail.codes.isEmpty, !head.codes.isEmpty { joined.codes = head.codes }
        joined.acts =
            tail.kind == .person
            ? (head.acts || tail.acts) && tail.acts || head.kind == .office && head.acts && tail.codes.isEmpty : head.acts && tail.acts
        // 众志创党主席: a party that does not govern.
        if tail.sector == "OPP", head.sector == "PTY" { return joined }
        // Where the table has it that somebody left office and the text still gives the title, the text knows better.
        if tail.kind == .person, !tail.acts, head.kind == .office, head.acts, !isFormer {
            joined.acts = true
            joined.sector = head.sector
            joined.office = head.office
        }
        // 前任总统 on the day of the handover: the words know better than the table.
        let wasActing = isFormer && ActingSectors.all.contains(head.sector ?? "GOV") || head.office?.hasPrefix("前") == true
        // 前外交官康明凯, whom the table knows as a prisoner since.
        if tail.kind == .person, wasActing, tail.sector != "CVL" || tail.office == nil {
            joined.acts = false
            joined.sector = "ELI"
        }
        joined.name = tail.isPerson ? tail.name : head.name + tail.name
        joined.isPerson = head.isPerson || tail.isPerson
        return joined
    }
}
