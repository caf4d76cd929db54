import Foundation
import Ledger
import Testing

@testable import Site

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Charts")
struct ChartTests {
    static let labels = SeriesChart.Labels(
        title: "A & B", description: "<rising>", warmer: "up", score: "score", events: "events", articles: "articles")

    @Test("a series is well-formed, named and described, whatever its values", arguments: [0, 1, 5, 30, 400])
    func series(_ count: Int) {
        let months = (0..<count).map { index in
            SeriesChart.Month(
                month: "20\(10 + index / 12 % 80)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)",
                score: index % 3 == 0 ? nil : Double(index) - 20,
                cooperation: index % 4, conflict: index % 2, articles: index, label: "\"\(index)\" <month>")
        }
        let svg = SeriesChart(months: months, labels: Self.labels).draw(id: "s")
        #expect(isWellFormed(svg))
        #expect(svg.contains("aria-labelledby=\"s-title s-desc\"") && svg.contains("A &amp; B") && svg.contains("&lt;rising&gt;"))
        #expect(!svg.contains("nan") && !svg.contains("inf"))
    }

    @Test(
        "a sparkline is well-formed, whatever its values",
        arguments: [[], [1.0], [nil, nil], [1, nil, -2, 3], [.infinity, -.infinity, .nan, 1e300]] as [[Double?]])
    func sparkline(_ values: [Double?]) {
        #expect(isWellFormed(Sparkline.draw(values, limit: 10, title: "t")))
    }

    @Test("a dash stands for months without events")
    func silence() {
        func month(_ number: Int, _ events: Int) -> SeriesChart.Month {
            SeriesChart.Month(month: "2023-0\(number)", score: 1, cooperation: events, conflict: 0, articles: 0, label: "")
        }
        let svg = SeriesChart(months: [month(1, 1), month(2, 0), month(3, 1)], labels: Self.labels).draw(id: "s")
        #expect(svg.matches(of: /class="line silent"/).count == 2)
    }

    @Test("months lead where they are told to, and marked events stand above them, however many fall together")
    func links() throws {
        let months = (1...3).map { number in
            SeriesChart.Month(
                month: "2023-0\(number)", score: 1, cooperation: 1, conflict: 0, articles: 1, label: "m\(number)",
                address: "?month=2023-0\(number)",
                interval: 0.5...1.5, isChosen: number == 2)
        }
        let marks = (1...4).map { SeriesChart.Mark(month: "2023-03", number: "\($0)", label: "<\($0)>", address: "/events/\($0)") }
        let svg = SeriesChart(months: months, labels: Self.labels, marks: marks).draw(id: "s")
        #expect(
            isWellFormed(svg) && svg.contains("role=\"group\"") && svg.contains("href=\"?month=2023-02\"")
                && svg.contains("href=\"/events/4\""))
        #expect(svg.matches(of: /class="chosen"/).count == 1 && svg.matches(of: /class="band"/).count == 1)
        for match in svg.matches(of: /<circle cx="([0-9.]+)"/) { #expect(try #require(Double(match.1)) <= 944) }
    }

    @Test("the narrow form draws the same months within its own width", arguments: [1, 12, 40, 400])
    func narrow(_ count: Int) throws {
        let months = (0..<count).map { index in
            SeriesChart.Month(
                month: "20\(10 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)", score: 1, cooperation: 1, conflict: 1,
                articles: 1,
                label: "")
        }
        let svg = SeriesChart(months: months, labels: Self.labels, form: .narrow).draw(id: "n")
        #expect(isWellFormed(svg) && svg.contains("viewBox=\"0 0 360 424\""))
        #expect(svg.matches(of: /class="cooperation" x=/).count == count)
        for match in svg.matches(of: /\s(?:x|x1|x2|cx)="([0-9.-]+)"/) {
            let x = try #require(Double(match.1))
            #expect((0...360).contains(x))
        }
    }

    @Test(
        "the dense months leave out the stray ones",
        arguments: [
            ("nothing", [], 0..<0), ("no articles", [0, 0, 0], 0..<3),
            ("one early article", [1] + quiet(60) + busy(14), 61..<75),
            ("one late article", busy(14) + quiet(30) + [1], 0..<14),
            ("an unfinished last month stays", busy(14) + [1], 0..<15),
            ("a short silence is bridged", [1, 0, 0] + busy(14), 0..<17),
            ("a year at the least, backward first", quiet(20) + [9] + quiet(3), 9..<21),
            ("a year at the least, then forward", [9] + quiet(30), 0..<12),
            ("even", busy(240), 0..<240),
        ] as [(String, [Int], Range<Int>)])
    func denseSpan(_ name: String, _ articles: [Int], _ expected: Range<Int>) {
        #expect(DenseSpan.months(articles) == expected, "\(name)")
    }

    @Test("coordinates keep a tenth", arguments: [(0.04, "0"), (-0.26, "-0.3"), (12.0, "12"), (-3.0, "-3"), (.nan, "0"), (1.25, "1.3")])
    func coordinates(_ value: Double, _ expected: String) { #expect(coordinate(value) == expected) }

    @Test("marks cut a text into runs that join to the same text")
    func marksJoin() {
        let text = "国务卿👩‍👩‍👧访问é北京"
        let marks = [
            Mark(range: 2..<6, cssClass: "a"), Mark(range: 4..<9, cssClass: "b"), Mark(range: -3..<1, cssClass: "c"),
            Mark(range: 50..<90, cssClass: "d"),
        ]
        let runs = segments(text, marks: marks)
        #expect(runs.map(\.text).joined().unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(runs.compactMap(\.mark) == ["c", "a", "b"])
        #expect(segments("", marks: marks).isEmpty)
    }

    private func isWellFormed(_ svg: String) -> Bool { XMLParser(data: Data(svg.utf8)).parse() }
}

private func quiet(_ months: Int) -> [Int] { Array(repeating: 0, count: months) }
private func busy(_ months: Int) -> [Int] { Array(repeating: 100, count: months) }
