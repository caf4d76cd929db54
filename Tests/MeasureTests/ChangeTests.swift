import Ledger
import Measure
import Prose
import Testing
import World

@Suite("Changes, anomalies, triangles")
struct ChangeTests {
    private let start = Day(2021, 1, 4)

    private typealias Dispatch = (outlet: String, day: String, title: String, told: [Told])

    /// A record of weeks with the given number of talks and charges in each; every week has as many further articles on others.
    private func record(_ weeks: [(talks: Int, charges: Int)]) throws -> SmallRecord {
        var dispatches: [Dispatch] = []
        for (index, week) in weeks.enumerated() {
            dispatches += try self.week(index, talks: week.talks, charges: week.charges)
        }
        return try SmallRecord(dispatches)
    }

    private func week(_ index: Int, talks: Int, charges: Int) throws -> [Dispatch] {
        let monday = try #require(start) + index * 7
        var told: [Told] = []
        for number in 0..<talks { told.append(.talks(["CHN", "USA"], (monday + number % 7).iso, Told.words(index * 100 + number))) }
        for number in 0..<charges { told.append(.charge("USA", "CHN", (monday + number % 7).iso, Told.words(index * 100 + 50 + number))) }
        var dispatches: [Dispatch] = [("晨报", monday.iso, "第\(index)周", told)]
        for number in 0..<24 { dispatches.append(("晚报", monday.iso, "第\(index)周别事\(number)", [])) }
        return dispatches
    }

    private func turn(_ weeks: Int, _ counts: (Int) -> (Int, Int)) throws -> SmallRecord { try record((0..<weeks).map { counts($0) }) }

    private func pair() throws -> Pair { try #require(Pair("CHN", "USA")) }

    @Test("A turn from talks to charges is found in its week and named by charges")
    func change() throws {
        let record = try turn(24) { $0 < 12 ? (5, 1 + $0 % 2) : (1, 4 + $0 % 2) }
        let changes = try record.ledger.changePoints(of: try pair())
        #expect(changes.map { ($0.week - (start ?? $0.week)) / 7 } == [12])
        let change = try #require(changes.first)
        #expect(change.before > change.after && change.p < 0.05)
        #expect(!change.movers.isEmpty && change.movers.allSatisfy { $0.event.type == .accuse && $0.change < 0 })
    }

    @Test("Weeks that are all alike, or few, have no change", arguments: [24, 5, 1])
    func noChange(weeks: Int) throws {
        let record = try turn(weeks) { (2 + $0 % 2, 2 + ($0 / 2) % 2) }
        #expect(try record.ledger.changePoints(of: try pair()).isEmpty)
    }

    @Test("A week unlike its year is found, one like the others is not")
    func anomaly() throws {
        let record = try turn(30) { $0 == 20 ? (2, 14) : (1 + $0 % 2, 1 + ($0 / 2) % 2) }
        let anomalies = try record.ledger.anomalies(of: [try pair()])
        #expect(Set(anomalies.map(\.week)) == [(start ?? Day(number: 0)) + 140])
        let conflict = try #require(anomalies.first { $0.figure == .conflict })
        #expect(conflict.z > 3.5 && conflict.value > conflict.usual)
        #expect(conflict.events > 4 && conflict.examples.count == 3)
    }

    @Test("A triangle has its three sides in the same steps, and says which way each party leans")
    func triangle() throws {
        let record = try SmallRecord([
            ("晨报", "2021-03-05", "一", [.talks(["CHN", "RUS"], "2021-03-04", "中俄会谈。"), .charge("USA", "CHN", "2021-03-04", "美国谴责中国。")]),
            ("晨报", "2021-04-05", "二", [.talks(["CHN", "RUS"], "2021-04-04", "中俄再次会谈。"), .charge("USA", "RUS", "2021-04-04", "美国谴责俄罗斯。")]),
        ])
        let triangle = try #require(
            try record.ledger.triangle(["CHN", "RUS", "USA"], CourseRequest(), scales: try Known.scales()))
        #expect(triangle.sides.map(\.pair.id) == ["CHN-RUS", "CHN-USA", "RUS-USA"] && triangle.steps.count == 2)
        let last = try #require(triangle.steps.last)
        // China leans to Russia over America, Russia to China, America to whom it blamed longer ago.
        #expect((last.leanings[0] ?? 0) > 0 && (last.leanings[1] ?? 0) > 0)
        #expect(triangle.steps[0].changes == [nil, nil, nil] && last.changes.allSatisfy { $0 != nil })
        #expect(try record.ledger.triangle(["CHN", "CHN", "USA"], CourseRequest(), scales: try Known.scales()) == nil)
    }
}
