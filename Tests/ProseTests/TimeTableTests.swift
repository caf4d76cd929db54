import Foundation
import Prose
import Tables
import Testing

/// `times.txt`: sentences in the manner of dispatches with every time that they name.
@Suite("The table of times")
struct TimeTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let one: TimeCase

        var testDescription: String { one.testDescription }

        /// How many of the times named are found with their interval.
        func right() throws -> Int { try Set(one.read()).intersection(one.times).count }
    }

    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Cases/times.txt")
        .standardizedFileURL

    static let rows: [Row] = {
        guard let data = FileManager.default.contents(atPath: file.path),
            let table = try? Table(String(decoding: data, as: UTF8.self), file: "times.txt", required: ["today", "text", "times"])
        else { return [] }
        return table.rows.compactMap { row in
            guard let today = row["today"], let text = row["text"] else { return nil }
            let times = (row["times"] ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            return Row(one: TimeCase(text, on: today, times: times, known: row["known"]))
        }
    }()

    @Test("Each sentence's times", arguments: rows)
    func row(_ row: Row) throws { try row.one.check() }

    @Test("Four hundred times and more, nineteen in twenty right")
    func share() throws {
        let named = Self.rows.map(\.one.times.count).reduce(0, +)
        let right = try Self.rows.map { try $0.right() }.reduce(0, +)
        #expect(named >= 400)
        #expect(Double(right) >= 0.95 * Double(named), "\(right) of \(named)")
    }
}
