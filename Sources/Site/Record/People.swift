import World

/// Office-holders by name, as the knowledge has them.
struct People: Sendable {
    private let byName: [String: [Person]]
    /// By the last part of a name in several (马斯 of 海科·马斯).
    private let byLast: [Substring: [Person]]

    init(_ people: [Person]) {
        byName = Dictionary(grouping: people, by: \.name)
        byLast = Dictionary(grouping: people) { $0.name.split(separator: "·").last ?? "" }
    }

    /// Who held an office for the state or organisation under this name; nil where the knowledge has nobody, or several.
    func person(_ name: String, of code: String?) -> Person? {
        let found = (byName[name] ?? byLast[name[...]] ?? []).filter { person in person.terms.contains { $0.code == code } }
        return found.count == 1 ? found[0] : nil
    }
}
