import Foundation
import Ledger
import Measure
import Prose
import Testing
import World

@Suite("Series of a relation")
struct SeriesTests {
    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private func point(_ number: UInt64, _ day: String, _ type: EventType, _ quad: QuadClass, _ score: Double) throws -> EventPoint {
        EventPoint(number: number, day: try self.day(day), type: type, quad: quad, score: score, voices: 1)
    }

    private func march() throws -> [EventPoint] {
        [
            try point(2, "2021-03-22", .sanction, .materialConflict, -3), try point(1, "2021-03-18", .consult, .verbalCooperation, 2.5),
            try point(3, "2021-05-02", .accuse, .verbalConflict, -2),
        ]
    }

    @Test("Every step from first to last, with what happened in it")
    func months() throws {
        let series = Series(points: try march(), by: .month)
        #expect(series.points.map(\.start.iso) == ["2021-03-01", "2021-04-01", "2021-05-01"])
        #expect(series.points.map(\.end.iso) == ["2021-03-31", "2021-04-30", "2021-05-31"])
        #expect(series.points.map(\.events) == [2, 0, 1])
        #expect(series.points[0].quads == [.verbalCooperation: 1, .materialConflict: 1])
        #expect(series.points[0].types == [.consult: 1, .sanction: 1])
        #expect(series.points[0].scoreSum == -0.5 && series.points[0].scoreMean == -0.25 && series.points[0].cooperationShare == 0.5)
        #expect(series.points[1].scoreMean == nil && series.points[1].cooperationShare == nil)
    }

    @Test("Steps begin on Mondays and on firsts", arguments: [(Step.day, "2021-03-18"), (.week, "2021-03-15"), (.month, "2021-03-01")])
    func starts(step: Step, expected: String) throws {
        #expect(step.start(of: try day("2021-03-18")).iso == expected)
    }

    @Test("A step ends where the next begins", arguments: Step.allCases)
    func contiguous(step: Step) throws {
        let points = Series(points: try march(), by: step).points
        for (one, next) in zip(points, points.dropFirst()) { #expect(one.end + 1 == next.start) }
        #expect(points.map(\.events).reduce(0, +) == 3)
    }

    @Test("The temperature is the decayed mean drawn to 0 by the prior")
    func temperature() throws {
        let scale = TemperatureScale(halfLife: 4, prior: 1, version: "test")
        let points = [try point(1, "2021-03-18", .consult, .verbalCooperation, 2)]
        let series = Series(points: points, by: .day, to: try day("2021-03-22"), temperature: scale)
        #expect(series.points[0].temperature == 1)
        #expect(abs(series.points[4].temperature - 1 / 1.5) < 1e-12)
    }

    @Test("The ledger's temperature and the series' are the same figure", arguments: Step.allCases)
    func agreement(step: Step) throws {
        let points = try march()
        let last = try #require(Series(points: points, by: step).points.last)
        let days = points.map { (day: $0.day.number, events: 1, scoreSum: $0.score) }
        #expect(abs(last.temperature - TemperatureScale.standard.temperature(on: last.end.number, days: days)) < 1e-9)
    }

    @Test("The order of events changes nothing, and starting later does not forget", arguments: Step.allCases)
    func order(step: Step) throws {
        let whole = Series(points: try march(), by: step)
        #expect(Series(points: try march().reversed(), by: step) == whole)
        let late = Series(points: try march(), by: step, from: try day("2021-05-01"))
        #expect(late.points.last?.events == whole.points.last?.events)
        #expect(abs((late.points.last?.temperature ?? 0) - (whole.points.last?.temperature ?? 1)) < 1e-12)
    }

    @Test("The events that moved a step most, with what it owes to each")
    func movers() throws {
        let movers = try #require(Series(points: try march(), by: .month).points.first).movers
        #expect(movers.map(\.id) == ["0000000000000002", "0000000000000001"])
        #expect(movers[0].change < 0 && movers[1].change > 0)
        let many = try (0..<9).map { try point(UInt64($0), "2021-03-18", .consult, .verbalCooperation, Double($0)) }
        #expect(Series(points: many, by: .month).points[0].movers.count == 5)
    }

    @Test("Coverage counts in steps without events")
    func coverage() throws {
        let published = [
            CoverageDay(day: try day("2021-04-03"), published: 7, mentioning: 0),
            CoverageDay(day: try day("2021-04-09"), published: 2, mentioning: 1),
        ]
        let april = try #require(Series(points: try march(), coverage: published, by: .month).points.dropFirst().first)
        #expect(april.published == 9 && april.mentioning == 1 && april.events == 0)
    }

    @Test(
        "First and last step are cut to the days asked for, in events and in coverage; what is carried on knows all before",
        arguments: [
            (Step.month, ["2021-03-20/2021-03-31", "2021-04-01/2021-04-30", "2021-05-01/2021-05-01"], [1, 0, 0], [4, 0, 2]),
            (.week, ["2021-03-20/2021-03-21", "2021-03-22/2021-03-28"], [0, 1], [1, 3]), (.day, ["2021-03-22/2021-03-22"], [1], [3]),
        ])
    func cut(step: Step, days: [String], events: [Int], published: [Int]) throws {
        let coverage = try [("2021-03-19", 8), ("2021-03-20", 1), ("2021-03-22", 3), ("2021-05-01", 2), ("2021-05-02", 16)].map {
            CoverageDay(day: try day($0), published: $1, mentioning: 1)
        }
        let (from, to) = (try day(String(try #require(days.first).prefix(10))), try day(String(try #require(days.last).suffix(10))))
        let points = Series(points: try march(), coverage: coverage, by: step, from: from, to: to).points
        #expect(points.map { "\($0.start.iso)/\($0.end.iso)" } == days)
        #expect(points.map(\.events) == events && points.map(\.published) == published)
        let known = try march().filter { $0.day <= to }.map { (day: $0.day.number, events: 1, scoreSum: $0.score) }
        #expect(abs((points.last?.temperature ?? .nan) - TemperatureScale.standard.temperature(on: to.number, days: known)) < 1e-9)
    }

    @Test("Nothing in, nothing out")
    func empty() throws {
        #expect(Series(points: [], by: .day).points.isEmpty)
        #expect(Series(points: try march(), by: .day, from: try day("2022-01-01"), to: try day("2021-01-01")).points.isEmpty)
    }
}

@Suite("Scales")
struct ScaleTests {
    private static let knowledge = URL(filePath: #filePath).appending(path: "../../../Sources/World/Knowledge").standardized

    @Test("The files' figures are those that the ledger takes unless told otherwise")
    func standard() throws { #expect(try Scales.load(from: Self.knowledge).temperature == .standard) }

    @Test(
        "A relation near an end moves less",
        arguments: [(0.0, 1.0, 1.0), (9, 1, 9), (-9, 1, -7), (0, -1, -1), (-9, -1, -9), (4.5, 1, 5), (4.5, -1, 3)])
    func stock(value: Double, impact: Double, expected: Double) throws {
        #expect(abs(try Scales.load(from: Self.knowledge).stock.moved(value, by: impact) - expected) < 1e-12)
    }

    @Test("Six bands without a gap", arguments: [(-9.0, "对抗"), (-6, "紧张"), (-0.1, "不和"), (0, "普通"), (3, "良好"), (9, "友好")])
    func bands(value: Double, name: String) throws { #expect(try Scales.load(from: Self.knowledge).stock.band(value)?.name == name) }

    @Test("Never beyond the ends, whatever comes")
    func bounded() throws {
        let stock = try Scales.load(from: Self.knowledge).stock
        let storm = (0..<5000).map {
            EventPoint(number: UInt64($0), day: Day(number: $0), type: .assault, quad: .materialConflict, score: -9, voices: 1)
        }
        #expect(stock.value(after: storm) >= -9)
        #expect(Series(points: storm, by: .month, stock: stock).points.allSatisfy { $0.stock.map { (-9...9).contains($0) } ?? false })
    }

    @Test("A folder without scales is named")
    func missing() {
        #expect(throws: (any Error).self) { try Scales.load(from: URL(filePath: "/nowhere")) }
    }
}
