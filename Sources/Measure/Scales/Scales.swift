import Foundation
import Ledger
import Tables
import World

/// The scales that relations are measured on, as the knowledge folder has them in `scales/`.
public struct Scales: Sendable, Hashable {
    public let temperature: TemperatureScale
    public let stock: StockScale
    public let importance: ImportanceScale
    /// The sectors whose acts are acts of governments.
    public let government: Set<String>

    public init(
        temperature: TemperatureScale, stock: StockScale, importance: ImportanceScale = .standard,
        government: Set<String> = ["none", "GOV"]
    ) {
        self.temperature = temperature
        self.stock = stock
        self.importance = importance
        self.government = government
    }

    /// Reads `scales/` of a knowledge folder.
    /// - Throws: `TableProblem` naming file and line.
    public static func load(from knowledge: URL) throws -> Scales {
        let table = { (file: String, required: [String]) in try World.table("scales/" + file, in: knowledge, required: required) }
        let figures = try Figures(table("temperature.txt", ["figure", "value"]))
        return Scales(
            temperature: TemperatureScale(
                halfLife: try figures.positive("half life"), prior: try figures.positive("prior"), version: try figures.text("version")),
            stock: try StockScale(
                Figures(table("stock.txt", ["figure", "value"])),
                values: table("stock-events.txt", ["type", "value"]),
                bands: table("stock-bands.txt", ["from", "to", "name", "hant", "english"])),
            importance: try ImportanceScale(Figures(table("importance.txt", ["figure", "value"]))),
            government: Set(try table("government.txt", ["sector", "why"]).rows.map { try $0.require("sector") }))
    }
}

/// A table of named figures.
struct Figures {
    private let table: Table

    init(_ table: Table) { self.table = table }

    func text(_ name: String) throws -> String { try row(name).require("value") }

    func number(_ name: String) throws -> Double {
        let row = try row(name)
        guard let number = Double(try row.require("value")) else { throw row.problem("the value must be a number") }
        return number
    }

    func positive(_ name: String) throws -> Double {
        let number = try number(name)
        guard number > 0 else { throw try row(name).problem("the value must be above 0") }
        return number
    }

    private func row(_ name: String) throws -> Table.Row {
        guard let row = table.rows.first(where: { $0["figure"] == name }) else {
            throw TableProblem(file: table.file, line: 1, message: "a row must give the figure “\(name)”")
        }
        return row
    }
}
