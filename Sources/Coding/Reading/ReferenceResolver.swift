import Press
import Prose
import World

/// Says who is meant by 外交部, 总统, 他, 双方: whoever was last in focus, with how far back that was and how sure it is.
///
/// The focus moves as sentences are read: the last state that acted, the last person named, the last parties, the last holder of each office.
struct ReferenceResolver {
    typealias Point = Focus.Point

    var subject: (codes: [String], sentence: Int) = ([], 0)
    var person: (mention: Mention, sentence: Int, rivals: Int)?
    var holders: [String: (codes: [String], sentence: Int)] = [:]
    /// The people named last, the latest first, for 两人.
    var people: [(name: String, codes: [String], sentence: Int)] = []
    /// Codes of the people whose title tells no state: 外长马斯, and later 马斯.
    var placed: [String: [String]] = [:]
    /// The bodies named last, the latest first, for 该公司.
    var bodies: [(words: CodePoints, sector: String?, codes: [String], sentence: Int)] = []
    var focus: Focus
    /// The sentence being read, and where it stands.
    var at = -1
    var range = 0..<0
    let titleCodes: [String]
    let text: CodePoints
    let owners: [String: [String]]
    let words: IntroductionWords
    /// The codes named in the article, those most often named first, in its title thrice.
    let ranked: [String]
    /// Weighs whom a word may mean; nil where the rules decide alone.
    let model: LinearModel?
    /// What words and kinds of words meant last that name nobody themselves.
    var meant: [String: (codes: [String], sentence: Int)] = [:]
    /// Whether what is asked of the model is kept.
    let isStudied: Bool
    var asked: [Asked] = []
    /// Where the outlet writes from, if its own ministries go without saying there.
    let home: String?
    /// The outlet's country.
    let publisher: String?

    /// Papers of these countries name their own ministries without the country; foreign broadcasters in Chinese do not.
    static let selfEvident: Set<String> = ["CHN", "TWN"]

    init(_ sentences: [ReadSentence], _ document: Document, world: World, model: LinearModel?, isStudied: Bool = false) {
        (self.model, self.isStudied) = (model, isStudied)
        publisher = world.home(ofSite: document.article.site)
        home = publisher.flatMap { Self.selfEvident.contains($0) ? $0 : nil }
        let title = sentences.first { $0.kind == .title }
        titleCodes = unique(title?.mentions.flatMap(\.codes) ?? [])
        text = document.folded
        owners = world.owners
        words = world.introductionWords
        let named = sentences.flatMap { one in one.mentions.flatMap(\.codes).flatMap { one.kind == .title ? [$0, $0, $0] : [$0] } }
        let tally = named.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let order = unique(named)
        // Of two that are named as often the first named comes first: by their codes a swap of two states would not swap them.
        ranked = order.indices.sorted { (tally[order[$1]] ?? 0, $0) < (tally[order[$0]] ?? 0, $1) }.map { order[$0] }
        focus = Focus(title: titleCodes)
    }

    mutating func resolve(_ sentence: inout ReadSentence) {
        at += 1
        range = sentence.range
        var first: Mention?
        var named: [Mention] = []
        for index in sentence.mentions.indices {
            if sentence.mentions[index].codes.isEmpty { settle(&sentence.mentions, index) }
            // An organisation's people are its officials.
            if sentence.mentions[index].kind == .person, sentence.mentions[index].sector == "GOV",
                Self.isOfOrganisation(sentence.mentions[index])
            {
                sentence.mentions[index].sector = "IGO"
            }
            let mention = sentence.mentions[index]
            if Self.isSomebody(mention) { named.append(mention) }
            if mention.kind == .body, !mention.inferred, !mention.codes.isEmpty {
                bodies.insert((CodePoints(text[mention.start..<mention.end]), mention.sector, mention.codes, at), at: 0)
            }
            if first == nil, mention.acts, !mention.codes.isEmpty { first = mention }
            for code in mention.codes where mention.acts { focus.touch(code, sentence: at, start: mention.start) }
            if let office = mention.office, !mention.codes.isEmpty, mention.reference == nil {
                holders[office] = (mention.codes, at)
            }
        }
        if let first { subject = (first.codes, at) }
        if let lead = named.first(where: { !isGoverned($0) }) ?? named.first {
            person = (lead, at, Set(named.map(\.name)).count - 1)
        }
        for one in named {
            people.removeAll { $0.name == one.name }
            people.insert((one.name, one.codes, at), at: 0)
        }
        people = Array(people.prefix(8))
        bodies = Array(bodies.prefix(16))
        group(&sentence)
    }

    static func isOfOrganisation(_ mention: Mention) -> Bool {
        mention.codes.first.map(Organisation.isCode) ?? false
    }

    // MARK: - Private: what a reference takes

    private mutating func settle(_ mentions: inout [Mention], _ index: Int) {
        var mention = mentions[index]
        mention.inferred = true
        // A person is of one state throughout.
        let isKnown = mention.kind == .person && (placed[mention.name] != nil || isOwnReporter(mention))
        switch mention.kind {
        case .pronoun: refer(&mention, mentions[..<index])
        case .body, .office: place(&mention, mentions[..<index])
        case .person: placePerson(&mention, mentions[..<index])
        default: break
        }
        if !isKnown { choose(&mention, asked: mentions[index], mentions[..<index], mentions[(index + 1)...]) }
        if mention.kind == .person {
            placed[mention.name] = mention.codes
            if mention.sector == nil, !mention.codes.isEmpty { mention.sector = "CVL" }
        }
        meant[mentions[index].name] = (mention.codes, at)
        meant[ReferenceFeatures.kind(mentions[index])] = (mention.codes, at)
        mentions[index] = mention
    }

    private func refer(_ mention: inout Mention, _ before: ArraySlice<Mention>) {
        let kind = mention.sector ?? "state"
        mention.sector = nil
        switch kind {
        case "pair" where mention.name == "两岸":
            mention.codes = ["CHN", "TWN"]
            mention.inferred = false
        case "pair" where mention.name == "两人" && takeTwoPeople(before, &mention): break
        case "pair", "triple": take(kind, near(before), count: kind == "pair" ? 2 : 3, &mention)
        case "speaker":
            if let speaker = speaker(of: mention, before) {
                (mention.acts, mention.name, mention.office) = (speaker.acts, speaker.name, speaker.office)
                mention.isPerson = speaker.isPerson
                take(Array(speaker.codes.prefix(1)), kind, from: at, rivals: 0, &mention)
            } else if let home, mention.name == "我方" || mention.name == "我国" {
                take([home], kind, from: at, rivals: 1, &mention)
            } else {
                takePerson(kind, before, &mention)
            }
        case "people":
            // In a quotation others than the speaker's own are meant.
            if let speaker = speaker(of: mention, before) {
                take(kind, near(before).filter { !speaker.codes.contains($0.code) }, count: 1, &mention)
            } else {
                takePerson(kind, before, &mention)
            }
        case "person": takePerson(kind, before, &mention)
        case "other":
            let acting = before.first { $0.acts && !$0.codes.isEmpty && $0.kind != .pronoun }?.codes ?? subject.codes
            take(kind, inOrder(before).filter { !acting.contains($0.code) }, count: 1, &mention)
        case "former", "latter": takeOfTwo(kind, before, &mention)
        case "its": takeIts(before, &mention)
        default: take(kind, near(before), count: 1, &mention)
        }
    }

    /// 前者, 后者: the two parties named last, in the order of the text.
    private func takeOfTwo(_ kind: String, _ before: ArraySlice<Mention>, _ mention: inout Mention) {
        // What 前者 has just taken is not named anew.
        let candidates = once(points(before.reversed().filter { $0.kind != .pronoun }) + focus.points)
        guard candidates.count > 1 else { return }
        let two = candidates.prefix(2).sorted { ($0.sentence, $0.start) < ($1.sentence, $1.start) }
        let chosen = kind == "former" ? two[0] : two[1]
        let rivals = candidates.dropFirst(2).filter { $0.sentence >= two[0].sentence }.count
        take([chosen.code], kind, from: two[0].sentence, rivals: rivals, &mention)
    }

    /// The nearest so many candidates.
    func take(_ kind: String, _ candidates: [Point], count: Int, _ mention: inout Mention) {
        let chosen = candidates.prefix(count)
        guard let last = chosen.last else { return }
        let rivals = candidates.dropFirst(count).filter { $0.sentence >= last.sentence }.count
        take(chosen.map(\.code), kind, from: last.sentence, rivals: rivals + count - chosen.count, &mention)
    }

    func take(_ codes: [String], _ kind: String, from sentence: Int, rivals: Int, _ mention: inout Mention) {
        mention.codes = codes
        mention.reference = Reference(kind, distance: at - sentence, rivals: rivals)
    }

    // MARK: - Private: who was spoken of

    /// Codes of this sentence from here back, then those in focus, each once.
    func near(_ before: ArraySlice<Mention>) -> [Point] { once(points(before.reversed()) + focus.points) }

    /// The same, this sentence's from its beginning on.
    private func inOrder(_ before: ArraySlice<Mention>) -> [Point] { once(points(before) + focus.points) }

    private func points(_ mentions: some Sequence<Mention>) -> [Point] {
        mentions.flatMap { one in one.codes.map { Point(code: $0, sentence: at, start: one.start) } }
    }

    private func once(_ points: [Point]) -> [Point] {
        var seen: Set<String> = []
        return points.filter { seen.insert($0.code).inserted }
    }

    /// 与拉夫罗夫 and 对库普坎 are not whom the next 他 means.
    func isGoverned(_ mention: Mention) -> Bool {
        mention.start > range.lowerBound && Scene.governors.contains(text[mention.start - 1])
    }

    // MARK: - Private: groups

    /// Mentions joined by 、 和 与 及 or standing side by side share a group.
    private func group(_ sentence: inout ReadSentence) {
        var group = 0
        for index in sentence.mentions.indices {
            if index == 0 || !joins(sentence, index) { group += 1 }
            sentence.mentions[index].group = group
        }
    }

    private func joins(_ sentence: ReadSentence, _ index: Int) -> Bool {
        let (left, right) = (sentence.mentions[index - 1], sentence.mentions[index])
        if left.end == right.start { return left.kind == .state && right.kind == .state }
        guard right.start - left.end <= 2, right.start > left.end else { return false }
        return Self.joiners.contains(CodePoints(text[left.end..<right.start]))
    }

    private static let joiners: Set<CodePoints> = Set(["、", "和", "与", "及", "以及", "同", "跟", "-"].map { CodePoints(points: $0) })
}

/// The elements in order of first appearance, each once.
func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    if elements.count < 2 { return elements }
    if elements.count < 12 {
        // A sentence names few parties: looking through them takes less than hashing them.
        var found: [Element] = []
        for element in elements where !found.contains(element) { found.append(element) }
        return found
    }
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
}
