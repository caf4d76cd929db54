import World

/// Office-holders by name, as the knowledge has them.
struct People: Sendable {
    private let byName: [String: [Person]]

    init(_ people: [Person]) { byName = Dictionary(grouping: people, by: \.name) }

    /// Who held an office for the state or organisation under this name; nil where the knowledge has nobody, or several.
    func person(_ name: String, of code: String?) -> Person? {
        let found = (byName[name] ?? []).filter { person in person.terms.contains { $0.code == code } }
        return found.count == 1 ? found[0] : nil
    }
}
