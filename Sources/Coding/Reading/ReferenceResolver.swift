import Press
import Prose
import World

/// Says who is meant by 外交部, 总统, 他, 双方: whoever was last in focus, with how far back that was and how sure it is.
///
/// The focus moves as sentences are read: the last state that acted, the last person named, the last parties, the last holder of each office.
struct ReferenceResolver {
    private typealias Point = Focus.Point

    private var subject: (codes: [String], sentence: Int) = ([], 0)
    private var person: (mention: Mention, sentence: Int, rivals: Int)?
    private var holders: [String: (codes: [String], sentence: Int)] = [:]
    /// The people named last, the latest first, for 两人.
    private var people: [(name: String, codes: [String], sentence: Int)] = []
    /// Codes of the people whose title tells no state: 外长马斯, and later 马斯.
    private var placed: [String: [String]] = [:]
    /// The bodies named last, the latest first, for 该公司.
    private var bodies: [(words: CodePoints, sector: String?, codes: [String], sentence: Int)] = []
    private var focus: Focus
    /// The sentence being read, and where it stands.
    private var at = -1
    private var range = 0..<0
    private let titleCodes: [String]
    private let text: CodePoints
    private let owners: [String: [String]]
    /// Where the outlet writes from, if its own ministries go without saying there.
    private let home: String?

    /// Papers of these countries name their own ministries without the country; foreign broadcasters in Chinese do not.
    private static let selfEvident: Set<String> = ["CHN", "TWN"]

    init(_ sentences: [ReadSentence], _ document: Document, world: World) {
        home = world.home(ofSite: document.article.site).flatMap { Self.selfEvident.contains($0) ? $0 : nil }
        let title = sentences.first { $0.kind == .title }
        titleCodes = unique(title?.mentions.flatMap(\.codes) ?? [])
        text = document.folded
        owners = world.owners
        focus = Focus(title: titleCodes)
    }

    mutating func resolve(_ sentence: inout ReadSentence) {
        at += 1
        range = sentence.range
        var first: Mention?
        var named: [Mention] = []
        for index in sentence.mentions.indices {
            if sentence.mentions[index].codes.isEmpty { settle(&sentence.mentions, index) }
            let mention = sentence.mentions[index]
            if Self.isSomebody(mention) { named.append(mention) }
            if mention.kind == .body, !mention.inferred, !mention.codes.isEmpty {
                bodies.insert((CodePoints(text[mention.start..<mention.end]), mention.sector, mention.codes, at), at: 0)
            }
            if first == nil, mention.acts, !mention.codes.isEmpty { first = mention }
            for code in mention.codes where mention.acts { focus.touch(code, sentence: at, start: mention.start) }
            if let office = mention.office, !mention.codes.isEmpty, !mention.inferred {
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

    // MARK: - Private: what a reference takes

    private mutating func settle(_ mentions: inout [Mention], _ index: Int) {
        var mention = mentions[index]
        mention.inferred = true
        switch mention.kind {
        case .pronoun: refer(&mention, mentions[..<index])
        case .body, .office: place(&mention, mentions[..<index])
        case .person: placePerson(&mention, mentions[..<index])
        default: break
        }
        mentions[index] = mention
    }

    /// 外交部, 总统: of the party before it in the sentence, else of the last who held that title, the outlet's country, or who acted last.
    private func place(_ mention: inout Mention, _ before: ArraySlice<Mention>) {
        let kind = mention.acts ? "office" : "bystander"
        let named = before.last?.end
        if Self.elsewhere.contains(where: { text.has($0, endingAt: mention.start, within: range) && named != mention.start - $0.count }) {
            return
        }
        if mention.start > range.lowerBound, text[mention.start - 1] == 0x8BE5, placeByName(&mention) { return }  // 该
        let parties = before.filter { !$0.codes.isEmpty && $0.acts && $0.kind != .pronoun }
        if let owners = owners[mention.name] {
            let nearest = near(before).first { owners.contains($0.code) }
            let code = nearest?.code ?? home.flatMap { owners.contains($0) ? $0 : nil } ?? owners[0]
            take([code], kind, from: nearest?.sentence ?? at, rivals: nearest == nil ? 1 : 0, &mention)
        } else if let last = parties.last {
            take([last.codes[0]], kind, from: at, rivals: Set(parties.flatMap(\.codes)).count - 1, &mention)
        } else if let holder = mention.office.flatMap({ holders[$0] }), holder.codes == subject.codes || home == nil {
            take(Array(holder.codes.prefix(1)), kind, from: holder.sentence, rivals: holder.codes == subject.codes ? 0 : 1, &mention)
        } else if let home {
            take([home], kind, from: at, rivals: subject.codes == [home] ? 0 : 1, &mention)
        } else if let code = subject.codes.first {
            take([code], kind, from: subject.sentence, rivals: subject.codes.count - 1, &mention)
        } else if let code = titleCodes.first {
            take([code], kind, from: 0, rivals: titleCodes.count - 1, &mention)
        }
    }

    /// 外长马斯 is of the state that his title would be of; 马斯 further on of the same.
    private mutating func placePerson(_ mention: inout Mention, _ before: ArraySlice<Mention>) {
        if let codes = placed[mention.name] {
            take(codes, "office", from: at, rivals: 0, &mention)
        } else if mention.start < mention.nameStart, mention.office != nil, mention.acts {
            place(&mention, before)
            placed[mention.name] = mention.codes
        }
    }

    /// 该公司, 该代表团: the last body of that name, else of that kind. Whether that settles it: no company is a state's for being near.
    private func placeByName(_ mention: inout Mention) -> Bool {
        let words = CodePoints(text[mention.start..<mention.end])
        let alike = bodies.first { $0.words.count > words.count && Array($0.words.suffix(words.count)) == words }
        let sector = mention.sector
        if let found = alike ?? bodies.first(where: { $0.sector == sector }) {
            take(found.codes, "office", from: found.sentence, rivals: 0, &mention)
            return true
        }
        return !mention.acts
    }

    /// What makes a body or title nobody's in particular: 外国公司, 许多国家政府.
    private static let elsewhere = ["外国", "各国", "他国", "别国", "多国", "国际", "全球", "许多国家", "其他国家", "任何国家", "海外", "境外"].map {
        CodePoints(points: $0)
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
        case "its":
            mention.acts = false
            // The nearest party of its clause, else who the sentence is about: 德国批评白俄罗斯，并说其公民….
            let clause = text[range.lowerBound..<mention.start].lastIndex(where: isClauseStop) ?? range.lowerBound
            let parties = before.filter { $0.acts && !$0.codes.isEmpty && $0.kind != .pronoun }
            let acting = parties.last { $0.start >= clause && !isGoverned($0) } ?? parties.first
            if let acting {
                take(Array(acting.codes.prefix(1)), kind, from: at, rivals: Set(before.flatMap(\.codes)).count - 1, &mention)
            } else if let code = subject.codes.first {
                take([code], kind, from: subject.sentence, rivals: subject.codes.count - 1, &mention)
            }
        default: take(kind, near(before), count: 1, &mention)
        }
    }

    /// Whoever speaks the quotation in which a mention stands: the first party of the sentence, before the quotation opens.
    private func speaker(of mention: Mention, _ before: ArraySlice<Mention>) -> Mention? {
        text.openQuotation(before: mention.start, within: range).flatMap { open in
            before.first { $0.end <= open && !$0.codes.isEmpty && ($0.acts || $0.isPerson) && $0.kind != .pronoun && !isGoverned($0) }
        }
    }

    /// 两人: the two people named last, of one state or of two.
    private func takeTwoPeople(_ before: ArraySlice<Mention>, _ mention: inout Mention) -> Bool {
        let here = before.reversed().filter(Self.isSomebody).map { (name: $0.name, codes: $0.codes, sentence: at) }
        var seen: Set<String> = []
        let two = (here + people).filter { at - $0.sentence <= 3 && !$0.codes.isEmpty && seen.insert($0.name).inserted }.prefix(2)
        guard two.count == 2 else { return false }
        take(unique(two.flatMap(\.codes)), "pair", from: two[1].sentence, rivals: 0, &mention)
        return true
    }

    private func takePerson(_ kind: String, _ before: ArraySlice<Mention>, _ mention: inout Mention) {
        let named = kind == "person" ? before.first { $0.isPerson || Self.isSomebody($0) } : nil
        let found =
            named.map { one in (one, at, Set(before.filter { $0.isPerson || Self.isSomebody($0) }.map(\.name)).count - 1) } ?? person
        guard let (antecedent, sentence, rivals) = found else { return }
        mention.acts = antecedent.acts
        mention.name = antecedent.name
        mention.office = antecedent.office
        mention.isPerson = true
        take(antecedent.codes, kind, from: sentence, rivals: rivals, &mention)
    }

    /// 前者, 后者: the two parties named last, in the order of the text.
    private func takeOfTwo(_ kind: String, _ before: ArraySlice<Mention>, _ mention: inout Mention) {
        let candidates = near(before)
        guard candidates.count > 1 else { return }
        let two = candidates.prefix(2).sorted { ($0.sentence, $0.start) < ($1.sentence, $1.start) }
        let chosen = kind == "former" ? two[0] : two[1]
        let rivals = candidates.dropFirst(2).filter { $0.sentence >= two[0].sentence }.count
        take([chosen.code], kind, from: two[0].sentence, rivals: rivals, &mention)
    }

    /// The nearest so many candidates.
    private func take(_ kind: String, _ candidates: [Point], count: Int, _ mention: inout Mention) {
        let chosen = candidates.prefix(count)
        guard let last = chosen.last else { return }
        let rivals = candidates.dropFirst(count).filter { $0.sentence >= last.sentence }.count
        take(chosen.map(\.code), kind, from: last.sentence, rivals: rivals + count - chosen.count, &mention)
    }

    private func take(_ codes: [String], _ kind: String, from sentence: Int, rivals: Int, _ mention: inout Mention) {
        mention.codes = codes
        mention.reference = Reference(kind, distance: at - sentence, rivals: rivals)
    }

    /// Whether a mention is of one whom 他 may mean: a person, or a state's title without a name (俄罗斯外长).
    private static func isSomebody(_ mention: Mention) -> Bool {
        mention.kind == .person || mention.kind == .office && mention.acts && !mention.codes.isEmpty && !mention.inferred
    }

    // MARK: - Private: who was spoken of

    /// Codes of this sentence from here back, then those in focus, each once.
    private func near(_ before: ArraySlice<Mention>) -> [Point] { once(points(before.reversed()) + focus.points) }

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
    private func isGoverned(_ mention: Mention) -> Bool {
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
