import Tables
import World

/// What PLOVER's modes are called in the site's languages, read from `Resources/modes.txt`.
struct ModeLabels: Sendable {
    private struct Key: Hashable, Sendable {
        let type: EventType
        let mode: String
    }

    private let names: [Key: [Language: String]]
    /// In the table's order.
    private let modes: [EventType: [String]]

    /// - Throws: `TableProblem` where a type is unknown or a mode stands twice.
    init(_ table: Table) throws {
        var names: [Key: [Language: String]] = [:]
        var modes: [EventType: [String]] = [:]
        for row in table.rows {
            guard let type = EventType(rawValue: try row.require("type")) else { throw row.problem("this is none of PLOVER's types") }
            let key = Key(type: type, mode: try row.require("mode"))
            guard names[key] == nil else { throw row.problem("the mode stands twice") }
            modes[type, default: []].append(key.mode)
            names[key] = [.zh: try row.require("zh"), .en: try row.require("en")]
        }
        self.names = names
        self.modes = modes
    }

    /// A type's modes by name.
    func all(of type: EventType, _ language: Language) -> [String] { (modes[type] ?? []).map { name($0, of: type, language) } }

    /// The mode's own code where it has no name, as with a ledger coded by other knowledge.
    func name(_ mode: String, of type: EventType, _ language: Language) -> String {
        names[Key(type: type, mode: mode)]?[language] ?? mode
    }
}
