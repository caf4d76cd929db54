import Press
import Prose
import World

/// Says who is meant by 外交部, 总统, 他, 双方: whoever was last in focus.
///
/// The focus moves as sentences are read: the last state that acted, the last person named, the last two parties.
struct ReferenceResolver {
    private var subject: [String] = []
    private var person: Mention?
    private var recent: [String] = []
    private let titleCodes: [String]
    private let text: CodePoints
    /// Where the outlet writes from, if its own ministries go without saying there.
    private let home: String?

    /// Papers of these countries name their own ministries without the country; foreign broadcasters in Chinese do not.
    private static let selfEvident: Set<String> = ["CHN", "TWN"]

    init(_ sentences: [ReadSentence], _ document: Document, world: World) {
        home = world.home(ofSite: document.article.site).flatMap { Self.selfEvident.contains($0) ? $0 : nil }
        let title = sentences.first { $0.kind == .title }
        titleCodes = unique(title?.mentions.flatMap(\.codes) ?? [])
        text = document.folded
        recent = titleCodes.reversed()
    }

    mutating func resolve(_ sentence: inout ReadSentence) {
        var first: Mention?
        var people: [Mention] = []
        for index in sentence.mentions.indices {
            if sentence.mentions[index].codes.isEmpty { settle(&sentence.mentions, index) }
            let mention = sentence.mentions[index]
            if mention.isPerson, mention.kind != .pronoun { people.append(mention) }
            if first == nil, mention.acts, !mention.codes.isEmpty { first = mention }
            for code in mention.codes where mention.acts { touch(code) }
        }
        if let first { subject = first.codes }
        if let lead = people.first(where: { !isGoverned($0, sentence) }) ?? people.first { person = lead }
        group(&sentence)
    }

    // MARK: - Private

    private mutating func settle(_ mentions: inout [Mention], _ index: Int) {
        var mention = mentions[index]
        mention.inferred = true
        switch mention.kind {
        case .pronoun: refer(&mention, mentions[..<index])
        case .body, .office:
            let before = mentions[..<index].last { !$0.codes.isEmpty && $0.acts && $0.kind != .pronoun }
            mention.codes = before.map { [$0.codes[0]] } ?? home.map { [$0] } ?? Array((subject.isEmpty ? titleCodes : subject).prefix(1))
        default: break
        }
        mentions[index] = mention
    }

    private func refer(_ mention: inout Mention, _ before: ArraySlice<Mention>) {
        switch mention.sector {
        case "pair":
            mention.codes = mention.name == "两岸" ? ["CHN", "TWN"] : Array(unique(before.reversed().flatMap(\.codes) + recent).prefix(2))
        case "person", "people", "speaker":
            let antecedent = mention.sector == "person" ? before.first { $0.isPerson } ?? person : person
            if let antecedent {
                mention.codes = antecedent.codes
                mention.acts = antecedent.acts
                mention.name = antecedent.name
                mention.office = antecedent.office
                mention.isPerson = true
            }
        case "other":
            mention.codes = Array(unique(before.flatMap(\.codes) + recent).filter { !subject.contains($0) }.prefix(1))
        default:
            mention.codes = Array(unique(before.reversed().flatMap(\.codes) + recent).prefix(1))
        }
        mention.sector = nil
    }

    /// 与拉夫罗夫 and 对库普坎 are not whom the next 他 means.
    private func isGoverned(_ mention: Mention, _ sentence: ReadSentence) -> Bool {
        mention.start > sentence.range.lowerBound && Scene.governors.contains(text[mention.start - 1])
    }

    private mutating func touch(_ code: String) {
        recent.removeAll { $0 == code }
        recent.insert(code, at: 0)
        if recent.count > 8 { recent.removeLast() }
    }

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
