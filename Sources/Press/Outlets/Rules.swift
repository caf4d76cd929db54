import Tables

/// How an outlet's passages are told apart where the markup does not tell: rows of `where | pattern | kind | then`.
///
/// - `class`: an element whose class list holds the pattern; all its text is of that kind.
/// - `text`: a whole passage that the pattern matches.
/// - `line`: a whole passage of body text, of at most about fifty characters and without a 。, that the pattern matches.
/// - `head`, `tail`: the start or end of a passage, cut off as a passage of its own.
/// - `links`: a list item that is nothing but a link (boilerplate where no rule says otherwise); the pattern is `*`.
///
/// `then` is empty, `rest` (everything after it is boilerplate too) or `links` (so are the bare links that follow it).
struct Rules: Sendable {
    static let columns = ["where", "pattern", "kind", "then"]

    enum Then: String, Sendable { case rest, links }

    struct Rule: Sendable {
        let pattern: Pattern
        let kind: Passage.Kind
        let then: Then?
    }

    private(set) var classes: [[UInt8]: Passage.Kind] = [:]
    private(set) var whole: [Rule] = []
    private(set) var lines: [Rule] = []
    private(set) var heads: [Rule] = []
    private(set) var tails: [Rule] = []
    private(set) var bareLinks = Passage.Kind.boilerplate

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
            guard let known = Then(rawValue: word) else { throw row.problem("“then” must be empty, rest or links") }
            then = known
        }
        let rule = Rule(pattern: Pattern(text), kind: kind, then: then)
        switch try row.require("where") {
        case "class": classes[Array(text.utf8)] = kind
        case "text": whole.append(rule)
        case "line": lines.append(rule)
        case "head": heads.append(rule)
        case "tail": tails.append(rule)
        case "links": bareLinks = kind
        default: throw row.problem("“where” must be class, text, line, head, tail or links")
        }
    }
}
