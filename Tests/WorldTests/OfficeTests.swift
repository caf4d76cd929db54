import Foundation
import Prose
import Tables
import Testing
import World

@Suite("Leading offices")
struct OfficeTests {
    private static let offices = ["head", "government", "foreign", "defence", "trade", "finance"]
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Cases/offices.txt")
    private static let months = (2018...2021).flatMap { year in (1...12).map { (year: year, month: $0) } }

    @Test("The holders of six leading offices of 80 states are known for nearly every month from 2018 to 2021")
    func covered() throws {
        let table = try Table(String(contentsOf: Self.file, encoding: .utf8), file: "offices.txt", required: ["code"] + Self.offices)
        #expect(table.rows.count == 80)
        let terms = Dictionary(grouping: try Shipped.world().people.flatMap(\.terms), by: \.code)
        var missing = 0
        for row in table.rows {
            let code = try row.require("code")
            for office in Self.offices {
                let titles = Set(row.list(office))
                let gaps = Self.gaps(terms[code]?.filter { titles.contains($0.office) } ?? [])
                #expect(gaps.count <= 5, "\(code) has no \(office) in \(gaps.joined(separator: " "))")
                missing += gaps.count
            }
        }
        #expect(missing * 100 <= table.rows.count * Self.offices.count * Self.months.count, "\(missing) months are missing")
    }

    /// Months on no day of which a term holds.
    private static func gaps(_ terms: [Person.Term]) -> [String] {
        months.filter { month in
            guard let first = Day(month.year, month.month, 1) else { return true }
            let last = first + (Day.length(month.year, month.month) - 1)
            return !terms.contains { ($0.from ?? first) <= last && first <= ($0.to ?? last) }
        }.map { "\($0.year)-\($0.month)" }
    }
}
