import Prose
import World

// Who the bearer of a name is.

extension IntroducedNames {
    /// Whom a title introduces, as all the words before it in a range describe them, and whether they name the body:
    /// 中国社会科学院世界经济与政治研究所研究员徐奇渊 is of China.
    static func person(_ title: Mention, _ range: Range<Int>, _ sentence: ReadSentence, _ text: CodePoints, _ world: World)
        -> (mention: Mention, isSure: Bool)
    {
        var person = title
        person.kind = .person
        person.isPerson = true
        guard let chunk = sentence.chunks.last(where: { $0.entry.kind == .office && $0.end == title.end }) else { return (person, false) }
        let description = Description(
            world: world, text: text, range: range, title: chunk,
            cut: Segmentation(chunks: sentence.chunks, triggers: sentence.triggers, hints: []), mentions: sentence.mentions)
        let post = description.post
        // 史汀生中心中国项目主任 studies China; 联合国人权理事会协商组中国代表 acts for it.
        let isOwn = title.acts && !title.codes.isEmpty
        if !isOwn, let code = post.code { person.codes = [code] }
        person.sector = isOwn && post.sector == "IGO" && post.code != title.codes[0] ? title.sector : post.sector
        person.acts = title.acts && post.acts
        return (person, post.isSure && (isOwn || description.code(in: description.near) != nil))
    }

    /// Whom the table knows by the spelling in the brackets: 普林斯（Erik Prince）. Chinese names in Latin letters are many people's.
    static func known(_ name: Range<Int>, _ run: NameRun, _ world: World, _ today: Day?) -> Mention? {
        guard run.words.isTransliterated(CodePoints(run.text[name])) == true, let foreign = run.spelling(of: name),
            let person = world.person(spelt: foreign)
        else { return nil }
        var mention = stranger
        MentionFinder(world: world, day: today).describe(&mention, person)
        return mention.codes.isEmpty ? nil : mention
    }

    /// Whether the table knows somebody by the last name alone.
    func isOfKnownFamily(_ name: Range<Int>, _ text: CodePoints, _ world: World) -> Bool {
        guard let family = Self.familyName(CodePoints(text[name]), of: Self.stranger) else { return false }
        return world.lexicon.values(of: family).contains { world.kinds[Int($0)] == .person }
    }

    /// 波洛克是华盛顿研究所的专家, 马尔尼曾任法国外长: whom the words behind the name describe.
    mutating func addDescribed(_ sentence: ReadSentence, _ text: CodePoints, _ world: World) {
        let run = NameRun(text: text, sentence: sentence, words: world.introductionWords)
        for one in run.described {
            guard let title = sentence.mentions.first(where: { $0.end == one.words.upperBound && $0.office != nil && !$0.isPerson })
            else { continue }
            var (person, isSure) = Self.person(title, one.words, sentence, text, world)
            if one.isPast, ActingSectors.all.contains(person.sector ?? "") { (person.sector, person.acts) = ("ELI", false) }
            add(CodePoints(text[one.name]), person, isSpelt: run.isSpelt(one.name), strength: person.codes.isEmpty ? 0 : isSure ? 2 : 1)
        }
    }

    /// 郑姓警员, 张姓军情局退役上校: the title behind a surname with 姓 says what its bearer is.
    static func titled(_ surname: Range<Int>, _ sentence: ReadSentence, _ text: CodePoints) -> Mention? {
        guard text[surname.upperBound - 1] == 0x59D3 else { return nil }  // 姓
        let title = sentence.mentions.first { $0.start >= surname.upperBound && $0.office != nil && !$0.isPerson }
        guard var person = title, person.end - surname.upperBound <= 8, text[surname.upperBound..<person.start].allSatisfy(isHan) else {
            return nil
        }
        (person.kind, person.isPerson, person.office) = (.person, true, nil)
        return person
    }

    /// 萧大使, 苏院长, 蔡教授, 岸大臣: a surname right before a title is somebody's of that name whom the article knows.
    mutating func addStyled(_ sentence: ReadSentence, _ bearers: [UInt32: Mention], _ text: CodePoints, _ words: IntroductionWords) {
        for title in sentence.mentions
        where title.kind == .office && !title.isPerson && (title.acts || Self.callings.contains(title.office ?? "")) {
            guard let surname = words.surname(endingAt: title.start, in: text, sentence.range), surname.count == 1,
                !Self.otherSurnames.contains(text[surname.lowerBound]),
                !sentence.chunks.contains(where: { $0.start < title.start && $0.end > surname.lowerBound }),
                let person = bearer(of: text[surname.lowerBound], bearers)
            else { continue }
            add(CodePoints(text[surname.lowerBound..<title.end]), person, isSpelt: false, family: false)
        }
    }

    private static let callings: Set<String> = ["教授", "老师", "医生", "律师"]

    /// Surnames that are oftener something else before a title: 现任总统, 向总统, 驻华大使, 任何部长.
    private static let otherSurnames = PointSet("任向于华时常和何从正原应经由当各该")

    /// 卡利德王子: whose given name alone stands before a title of birth.
    mutating func addPrinces(_ sentences: [ReadSentence], _ text: CodePoints) {
        guard !givenNames.isEmpty else { return }
        for sentence in sentences {
            for at in sentence.range {
                guard Self.birthFirsts.contains(text[at]), Self.birth.contains(where: { text.has($0, at: at, within: sentence.range) })
                else { continue }
                for (name, person) in givenNames where text.has(name, endingAt: at, within: sentence.range) {
                    add(name, person, isSpelt: false)
                }
            }
        }
    }

    private static let birthFirsts = PointSet("王公亲爵")
    private static let birth = ["王子", "公主", "亲王", "王妃", "爵士"].map { CodePoints(points: $0) }

    /// 1993年，印度总理拉奥: whom the table does not know is no longer in an office held years ago.
    static func isLongPast(_ title: Mention, _ sentence: ReadSentence, _ today: Day?) -> Bool {
        guard let today, let told = sentence.times.last(where: { $0.end <= title.start }), title.start - told.end < 30 else { return false }
        return today.number - told.last.number > 5 * 365
    }

    static let stranger = Mention(start: 0, end: 0, nameStart: 0, kind: .person, codes: [], acts: false, name: "", isPerson: true)

    static let reporter = Mention(
        start: 0, end: 0, nameStart: 0, kind: .person, codes: [], acts: false, name: "", sector: "MED", isPerson: true)

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

    /// What stands before the first dot of a name, where it may stand for the whole.
    static func givenName(_ name: CodePoints) -> CodePoints? {
        guard let dot = name.firstIndex(where: isLatin(name[0]) ? { $0 == 0x20 } : { $0 != 0x2D && ForeignName.isDot($0) }), dot >= 2
        else { return nil }
        return CodePoints(name[..<dot])
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
