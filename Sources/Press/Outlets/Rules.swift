import Tables

/// How an outlet's passages are told apart where the markup does not tell: rows of `where | pattern | kind | role | then`.
///
/// - `class`: an element whose class list holds the pattern; all its text is of that kind.
/// - `text`: a whole passage that the pattern matches.
/// - `line`: a whole passage of body text or a heading, of at most about fifty characters and without 。！？, that the pattern matches.
/// - `opening`: such a line that stands before the first sentence of the article.
/// - `head`, `tail`: the start or end of a passage, cut off as a passage of its own.
/// - `name`: on whole pages, a word of an element's class, id or role: boilerplate, body or caption.
/// - `comments`: such a word that names what readers wrote.
/// - `pictures`: such a word that names what holds a picture: the short text in it is a caption.
/// - `links`: a list item that is nothing but a link (boilerplate where no rule says otherwise); the pattern is `*`.
///
/// - `picture`: the address of an image that is no picture of the article (an icon); its kind is boilerplate.
///
/// `role` is one of ``Passage/Role`` or empty. `then` is empty, `rest` (everything after it is boilerplate too), `links` (so are the bare links that follow it) or `cut` (the source
/// gives only the start of the text); of a class also `inset`: a line in whose midst the element stands goes on behind it.
struct Rules: Sendable {
    static let columns = ["where", "pattern", "kind", "then"]

    enum Then: String, Sendable { case rest, links, cut, inset }

    struct Rule: Sendable {
        let pattern: Pattern
        let kind: Passage.Kind
        let role: Passage.Role?
        let then: Then?
    }

    struct ClassRule: Sendable {
        let kind: Passage.Kind
        let role: Passage.Role?
        let then: Then?
    }

    private(set) var classes: [UInt64: ClassRule] = [:]
    private(set) var whole = RuleIndex()
    private(set) var lines = RuleIndex()
    private(set) var openings = RuleIndex()
    private(set) var heads: [Rule] = []
    private(set) var tails: [Rule] = []
    private(set) var bareLinks = Passage.Kind.boilerplate
    private(set) var names = PageNames()
    private var icons: [Pattern] = []

    /// Whether an image is furniture: an icon, a pixel that counts readers.
    func isNoPicture(_ address: String) -> Bool {
        guard !icons.isEmpty else { return false }
        return Array(address.utf8.prefix(2000)).withUnsafeBufferPointer { bytes in icons.contains { $0.matches(bytes) } }
    }

    func adding(_ table: Table) throws -> Rules {
        var rules = self
        for row in table.rows { try rules.add(row) }
        return rules
    }

    private mutating func add(_ row: Table.Row) throws {
        let text = try row.require("pattern")
        guard let kind = Passage.Kind(rawValue: try row.require("kind")) else {
            throw row.problem("the kind must be one of \(Passage.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        var then: Then?
        if let word = row["then"] {
            guard let known = Then(rawValue: word) else { throw row.problem("“then” must be empty, rest, links, cut or inset") }
            then = known
        }
        var role: Passage.Role?
        if let word = row["role"] {
            guard let known = Passage.Role(rawValue: word) else {
                throw row.problem("the role must be empty or one of \(Passage.Role.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            role = known
        }
        let rule = Rule(pattern: Pattern(text), kind: kind, role: role, then: then)
        switch try row.require("where") {
        case "class": classes[fnv(text.utf8)] = ClassRule(kind: kind, role: role, then: then)
        case "text": whole.add(rule)
        case "line": lines.add(rule)
        case "opening": openings.add(rule)
        case "head": heads.append(rule)
        case "tail": tails.append(rule)
        case "links": bareLinks = kind
        case "picture": icons.append(rule.pattern)
        case "name": names.add(text, kind == .body ? .article : kind == .caption ? .caption : .aside)
        case "pictures": names.add(text, .picture)
        case "comments": names.add(text, .comments)
        default: throw row.problem("“where” must be class, text, line, opening, head, tail, links, picture, pictures, name or comments")
        }
    }
}

/// Rules for whole passages, found by a passage's first byte and kept in the table's order.
struct RuleIndex: Sendable {
    private var rules: [Rules.Rule] = []
    private var byFirst = [[Int]](repeating: [], count: 256)

    mutating func add(_ rule: Rules.Rule) {
        let number = rules.count
        rules.append(rule)
        if let first = rule.pattern.opening.first {
            byFirst[Int(first)].append(number)
        } else {
            for first in byFirst.indices { byFirst[first].append(number) }
        }
    }

    func first(matching text: UnsafeBufferPointer<UInt8>) -> Rules.Rule? {
        guard let first = text.first else { return nil }
        for number in byFirst[Int(first)] where rules[number].pattern.matches(text) { return rules[number] }
        return nil
    }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923).
@inline(__always) func fnv(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
}
