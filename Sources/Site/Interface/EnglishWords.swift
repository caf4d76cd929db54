import Foundation
import Tables
import World

/// What places, bodies, outlets, people and offices are called in English that articles name in Chinese: by the knowledge, and by the site's own lists,
/// `terms.txt` and `offices.txt`.
struct EnglishWords: Sendable {
    private enum Kind: String {
        case place, body, party, source
    }

    private struct Term: Sendable {
        let english: String
        let kind: Kind
    }

    private let terms: [String: Term]
    private let offices: [String: String]
    /// Those with a gap for a name, in the list's order.
    private let patterns: [(before: String, after: String, english: String)]
    private let outlets: [String: String]
    private let people: [Person]
    private let names: Names
    private let meanings: @Sendable (String) -> [Entry]

    private static let gap = "…"

    /// - Throws: `TableProblem` where a kind is unknown or a word stands twice.
    init(terms table: Table, offices: Table, names: Names, options: Site.Options) throws {
        let offices = try offices.rows.map { (office: try $0.require("office"), english: try $0.require("english")) }
        self.offices = Dictionary(offices.map { ($0.office, $0.english) }) { first, _ in first }
        patterns = offices.filter { $0.office.contains(Self.gap) }.map { row in
            let parts = row.office.components(separatedBy: Self.gap)
            return (parts[0], parts[1], row.english)
        }
        var terms: [String: Term] = [:]
        for row in table.rows {
            guard let kind = Kind(rawValue: try row.require("kind")) else { throw row.problem("kind is place, body, party or source") }
            for word in row.list("word") {
                guard terms.updateValue(Term(english: row["english"] ?? "", kind: kind), forKey: word) == nil else {
                    throw row.problem("“\(word)” stands twice")
                }
            }
        }
        self.terms = terms
        self.names = names
        outlets = options.outletNames
        people = options.people
        meanings = options.meanings
    }

    /// nil where neither tells.
    /// - Parameter word: folded.
    func name(of word: String) -> String? { whole(word) ?? joined(word) }

    /// What an office is called, whoever holds it and wherever; nil where the list does not tell.
    func office(_ name: String) -> String? {
        if let known = offices[name] { return known }
        for pattern in patterns where name.hasPrefix(pattern.before) && name.hasSuffix(pattern.after) {
            let inside = String(name.dropFirst(pattern.before.count).dropLast(pattern.after.count))
            let known = pattern.after.isEmpty ? office(inside) : self.name(of: inside)
            if let known { return pattern.english.replacing(Self.gap, with: known) }
        }
        return nil
    }

    /// A word that has one name.
    private func whole(_ word: String) -> String? {
        if let term = terms[word], term.kind != .party { return term.english }
        if let outlet = outlets[word] { return outlet }
        let entries = meanings(word)
        if let code = party(entries) { return names.name(code, .en) }
        let found = Set(entries.filter { $0.kind == .person }.map { people.indices.contains($0.index) ? people[$0.index].foreign : nil })
        if found.count == 1, let name = found.first { return name }
        return entries.first { $0.kind == .body }.flatMap { body in terms[body.name].map(\.english) ?? outlets[body.name] }
    }

    /// A body behind its state (中国外交部), a town behind its province (广西桂林).
    private func joined(_ word: String) -> String? {
        for end in word.indices.dropFirst().reversed() {
            let (head, tail) = (String(word[..<end]), String(word[end...]))
            guard let term = terms[tail] ?? meanings(tail).first(where: { $0.kind == .body }).flatMap({ terms[$0.name] }) else { continue }
            if let code = party(meanings(head)) {
                let state = names.name(code, .en)
                switch term.kind {
                case .party: return state
                case .body: return "\(term.english) (\(state))"
                case .place: return term.english
                case .source: continue
                }
            }
            if term.kind == .place, let around = terms[head], around.kind == .place { return "\(term.english), \(around.english)" }
        }
        return nil
    }

    private func party(_ entries: [Entry]) -> String? {
        entries.first { [.state, .short, .organisation].contains($0.kind) }?.code
    }
}
