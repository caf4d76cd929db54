import Foundation
import Tables
import World

/// Outlets by who pays and answers for them and by the country that they publish from, as the knowledge file `outlets.txt` has them.
public struct OutletGroups: Sendable {
    /// Each group's name (`kind: agency`, `country: CHN`) with the outlets' names, in the order of names.
    public let groups: [(name: String, outlets: Set<String>)]

    /// No groups.
    public init() { groups = [] }

    public init(_ table: Table) throws {
        var groups: [String: Set<String>] = [:]
        for row in table.rows {
            for column in ["kind", "country"] {
                groups["\(column): \(try row.require(column))", default: []].insert(try row.require("name"))
            }
        }
        self.groups = groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Reads `outlets.txt` of a knowledge folder.
    /// - Throws: `TableProblem` naming file and line.
    public static func load(from knowledge: URL) throws -> OutletGroups {
        try OutletGroups(World.table("outlets.txt", in: knowledge, required: ["name", "country", "kind"]))
    }
}
