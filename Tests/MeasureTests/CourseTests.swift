import Foundation
import Ledger
import Measure
import Prose
import Tables
import Testing
import World

/// The scales and outlets of the package's knowledge.
enum Known {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/World/Knowledge")

    static func scales() throws -> Scales { try Scales.load(from: folder) }
}

@Suite("Course of a relation")
struct CourseTests {
    private let pair = Pair("CHN", "USA")

    /// Two months: talks that two outlets report, charges that only one does, and a sanction by a company.
    private func record() throws -> SmallRecord {
        var company = Told.sanction("USA", "CHN", "2021-03-24", "一家美国公司停止向中国供货。")
        company.sector = "BUS"
        return try SmallRecord([
            ("晨报", "2021-03-18", "会谈", [.talks(["CHN", "USA"], "2021-03-18", "中美高层在安克雷奇会谈。")]),
            ("晚报", "2021-03-19", "高层会谈", [.talks(["CHN", "USA"], "2021-03-18", "中美高层在安克雷奇举行会谈。")]),
            (
                "晚报", "2021-03-22", "指责",
                [
                    .charge("USA", "CHN", "2021-03-20", "美国指责中国的做法。"), .charge("CHN", "USA", "2021-03-21", "中方批评美国干涉内政。"),
                    .charge("USA", "CHN", "2021-04-02", "华盛顿谴责北京扣人。"), company,
                ]
            ),
            ("晨报", "2021-04-03", "制裁", [.sanction("USA", "CHN", "2021-04-01", "美国制裁中国官员。")]),
        ])
    }

    private func course(_ record: SmallRecord, _ change: (inout CourseRequest) -> Void) throws -> Course {
        var request = CourseRequest(scale: .score)
        change(&request)
        let table = try Table("name | kind | country\n晨报 | paper | CHN\n晚报 | agency | USA\n", file: "outlets.txt", required: ["name"])
        return try record.ledger.course(of: try #require(pair), request, scales: try Known.scales(), groups: try OutletGroups(table))
    }

    @Test(
        "Each scale is read off the same events",
        arguments: [
            (RelationScale.events, [4.0, 2]), (.sum, [-5.5, -6]), (.share, [0.25, 0]), (.score, [-1.375, -3]),
        ])
    func values(scale: RelationScale, expected: [Double]) throws {
        let course = try course(try record()) { $0.scale = scale }
        #expect(course.readings.count == 2)
        for (reading, value) in zip(course.readings, expected) { #expect(abs((reading.value ?? .nan) - value) < 1e-9) }
    }

    @Test(
        "The steps of some days have the events that a timeline of these days counts", arguments: Step.allCases,
        ["2021-03-19", "2021-03-21"])
    func days(step: Step, first: String) throws {
        let record = try record()
        let pair = try #require(pair)
        let (from, to) = (Day(iso: first), Day(iso: "2021-04-01"))
        let course = try course(record) { ($0.scale, $0.step, $0.from, $0.to) = (.events, step, from, to) }
        let timeline = try record.ledger.timeline(TimelineQuestion(pair: pair, from: from, to: to))
        #expect(course.readings.map { $0.point.events }.reduce(0, +) == timeline.events)
        #expect(course.readings.compactMap(\.value).reduce(0, +) == Double(timeline.events))
        #expect(course.readings.first?.point.start == from && course.readings.last?.point.end == to)
    }

    @Test("Temperature and stock are those of the series", arguments: Step.allCases)
    func agreement(step: Step) throws {
        let record = try record()
        let warm = try course(record) { ($0.scale, $0.step) = (.temperature, step) }
        let stock = try course(record) { ($0.scale, $0.step) = (.stock, step) }
        for reading in warm.readings { #expect(abs((reading.value ?? .nan) - reading.point.temperature) < 1e-12) }
        for reading in stock.readings { #expect(reading.value == reading.point.stock) }
    }

    @Test("The stock of a day on which much happened is that of the series, whose order is the ids'")
    func order() throws {
        let told = (0..<16).map { number in
            number % 2 == 0
                ? Told.charge("USA", "CHN", "2021-03-18", Told.words(number)) : .talks(["CHN", "USA"], "2021-03-18", Told.words(number))
        }
        let stock = try course(try SmallRecord([("晨报", "2021-03-18", "会谈与指责", told)])) { $0.scale = .stock }
        #expect(stock.series.points.map(\.events).reduce(0, +) > 4)
        for reading in stock.readings { #expect(reading.value == reading.point.stock) }
    }

    @Test("The same record gives the same intervals, and they hold the value")
    func intervals() throws {
        let record = try record()
        let (one, two) = (try course(record) { $0.scale = .temperature }, try course(record) { $0.scale = .temperature })
        #expect(one.readings.map(\.interval) == two.readings.map(\.interval))
        for reading in one.readings {
            let interval = try #require(reading.interval)
            #expect(interval.contains(reading.value ?? .nan) && interval.lowerBound < interval.upperBound)
        }
    }

    @Test("Intervals are as wide as chance makes them, whether like events fall on one day or on many", arguments: [1, 7, 30])
    func width(days: Int) throws {
        let told = (0..<30).map { Told.charge("USA", "CHN", "2021-03-\($0 % days < 9 ? "0" : "")\($0 % days + 1)", Told.words($0)) }
        let course = try course(try SmallRecord([("晨报", "2021-03-30", "指责", told)])) {
            ($0.scale, $0.replicates, $0.from) = (.events, 4000, Day(iso: "2021-03-01"))
        }
        let (reading, interval) = (try #require(course.readings.first), try #require(course.readings.first?.interval))
        let value = try #require(reading.value)
        // A few that fall on one day may be taken for one.
        #expect(value > 20)
        #expect(abs(interval.lowerBound - (value - 1.96 * value.squareRoot())) <= 1.5, "\(interval)")
        #expect(abs(interval.upperBound - (value + 1.96 * value.squareRoot())) <= 1.5, "\(interval)")
    }

    @Test("A mean of few events has no interval, and none is drawn where none is asked for")
    func noInterval() throws {
        #expect(try course(try record()) { _ in }.readings[1].interval == nil)
        #expect(try course(try record()) { ($0.scale, $0.replicates) = (.temperature, 0) }.readings.allSatisfy { $0.interval == nil })
    }

    @Test("Events that only one group reports are gone with it, others stay")
    func groups() throws {
        let march = try #require(try course(try record()) { $0.scale = .events }.readings.first)
        #expect(march.without.map(\.group) == ["country: USA", "kind: agency"])
        #expect(march.without.allSatisfy { $0.value == 1 && $0.events == 3 })
    }

    @Test("Between governments only, a company's act does not count")
    func government() throws {
        let course = try course(try record()) { ($0.scale, $0.isBetweenGovernments) = (.events, true) }
        #expect(course.readings.map(\.value) == [3, 2])
    }

    @Test("Those to which the value owes most come first, a lone report after what several report")
    func movers() throws {
        let march = try #require(try course(try record()) { $0.scale = .sum }.readings.first)
        #expect(march.movers.map(\.event.type).first == .sanction || march.movers.map(\.event.type).first == .consult)
        #expect(march.movers.count == 4 || march.movers.count == 5)
        #expect(march.movers.first { $0.event.type == .consult }?.change == 2.5)
    }

    @Test("Measured over the dense days unless others are asked for")
    func span() throws {
        let stray: (String, String, String, [Told]) = ("晨报", "2024-01-09", "旧事", [.talks(["CHN", "USA"], "2024-01-08", "中美会谈。")])
        let months = (1...12).map { month in
            (
                "晨报", "2021-\(month < 10 ? "0" : "")\(month)-15", "第\(month)次",
                (1...9).map { Told.charge("USA", "CHN", "2021-\(month < 10 ? "0" : "")\(month)-1\($0)", Told.words(month * 10 + $0)) }
            )
        }
        // A hundred articles, since one of fewer is more than a fiftieth.
        let articles = (0..<9).flatMap { _ in months } + [stray]
        let ledger = try SmallRecord(articles).ledger
        #expect(try ledger.denseDays()?.upperBound.iso == "2021-12-15")
        let asOf = try #require(Day(iso: "2024-01-09"))
        let pair = try #require(self.pair)
        let then = try #require(try ledger.relation(pair)?.temperature)
        let later = try #require(try ledger.relation(pair, asOf: asOf)?.temperature)
        #expect(then < -0.5 && abs(later) < 0.5)
        let course = try ledger.course(of: pair, CourseRequest(), scales: try Known.scales())
        #expect(course.days.upperBound.iso == "2021-12-15" && abs((course.readings.last?.value ?? .nan) - then) < 1e-9)
    }
}
