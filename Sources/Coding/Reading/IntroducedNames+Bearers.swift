import Prose
import World

// Who the bearer of a name is.

extension IntroducedNames {
    /// Whom a title introduces, as all the words before it describe them: 中国社会科学院世界经济与政治研究所研究员徐奇渊 is of China.
    static func person(_ title: Mention, _ name: Range<Int>, _ sentence: ReadSentence, _ text: CodePoints, _ world: World)
        -> Mention
    {
        var person = title
        person.kind = .person
        person.isPerson = true
        guard let chunk = sentence.chunks.last(where: { $0.entry.kind == .office && $0.end == title.end }) else { return person }
        let post = Description(
            world: world, text: text, range: sentence.range.lowerBound..<name.upperBound, title: chunk,
            cut: Segmentation(chunks: sentence.chunks, triggers: sentence.triggers, hints: []), mentions: sentence.mentions
        ).post
        // 史汀生中心中国项目主任 studies China; 联合国人权理事会协商组中国代表 acts for it.
        let isOwn = title.acts && !title.codes.isEmpty
        if !isOwn, let code = post.code { person.codes = [code] }
        person.sector = isOwn && post.sector == "IGO" && post.code != title.codes[0] ? title.sector : post.sector
        person.acts = title.acts && post.acts
        return person
    }

    /// 1993年，印度总理拉奥: whom the table does not know is no longer in an office held years ago.
    static func isLongPast(_ title: Mention, _ sentence: ReadSentence, _ today: Day?) -> Bool {
        guard let today, let told = sentence.times.last(where: { $0.end <= title.start }), title.start - told.end < 30 else { return false }
        return today.number - told.last.number > 5 * 365
    }

    static let stranger = Mention(start: 0, end: 0, nameStart: 0, kind: .person, codes: [], acts: false, name: "", isPerson: true)

    static let legislator = Mention(
        start: 0, end: 0, nameStart: 0, kind: .person, codes: ["USA"], acts: true, name: "", sector: "LEG", isPerson: true)

    /// Somebody of whom only the institution or the state is told.
    static func member(of body: Mention) -> Mention {
        var person = body
        person.kind = .person
        person.isPerson = true
        person.acts = body.acts && body.kind != .state
        person.sector = body.sector ?? (body.kind == .state ? "CVL" : "IGO")
        return person
    }

    /// What follows the last dot of a name; of a Japanese name of four characters the first two.
    static func familyName(_ name: CodePoints, of person: Mention) -> CodePoints? {
        guard let dot = name.lastIndex(where: isLatin(name[0]) ? { $0 == 0x20 } : ForeignName.isDot) else {
            return name.count == 4 && person.codes == ["JPN"] && name.allSatisfy(isHan) ? CodePoints(name.prefix(2)) : nil
        }
        let last = CodePoints(name[(dot + 1)...])
        return last.count >= 2 ? last : nil
    }
}
