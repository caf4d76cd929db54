import Foundation
import GRDB
import Prose

extension Ledger {
    /// How warm every relation was on some days, pairs with the most events first. One pass over the days' sums of all pairs.
    /// - Parameter days: in order.
    /// - Throws: ``LedgerError``
    public func courses(on days: [Day], temperature: TemperatureScale = .standard) throws(LedgerError) -> [RelationCourse] {
        guard let last = days.last else { return [] }
        return try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT a, b, day, events, scoreSum FROM relationDay WHERE day <= ? ORDER BY a, b, day", arguments: [last.number])
            var courses: [RelationCourse] = []
            var pair: Pair?
            var sums: [(day: Int, events: Int, scoreSum: Double)] = []
            func close() {
                guard let pair, !sums.isEmpty else { return }
                courses.append(RelationCourse(pair, sums, on: days, temperature))
            }
            while let row = try rows.next() {
                let a: String = row[0]
                let b: String = row[1]
                if pair?.a != a || pair?.b != b {
                    close()
                    pair = Pair(a, b)
                    sums = []
                }
                sums.append((row[2], row[3], row[4]))
            }
            close()
            return courses.sorted { (-$0.events, $0.pair) < (-$1.events, $1.pair) }
        }
    }

    /// Articles by month of publication and outlet, in order; those without a day are left out.
    /// - Throws: ``LedgerError``
    public func articlesByMonth() throws(LedgerError) -> [OutletMonth] {
        let sql = """
            SELECT substr(a.localDate, 1, 7), o.name, count(*) FROM article a LEFT JOIN outlet o ON o.number = a.outlet
            WHERE a.localDate IS NOT NULL GROUP BY 1, a.outlet ORDER BY 1, 3 DESC, 2
            """
        return try read { db in
            try Row.fetchAll(db, sql: sql).map { OutletMonth(month: $0[0], outlet: $0[1], articles: $0[2]) }
        }
    }
}

extension RelationCourse {
    /// - Parameter sums: by day, in order.
    fileprivate init(
        _ pair: Pair, _ sums: [(day: Int, events: Int, scoreSum: Double)], on days: [Day], _ scale: TemperatureScale
    ) {
        self.pair = pair
        events = sums.reduce(0) { $0 + $1.events }
        var temperatures: [Double] = []
        var recent: [Int] = []
        var heat = scale.carried()
        var next = 0
        for day in days {
            var count = 0
            while next < sums.count, sums[next].day <= day.number {
                heat.add(events: sums[next].events, scoreSum: sums[next].scoreSum, on: sums[next].day)
                count += sums[next].events
                next += 1
            }
            temperatures.append(heat.temperature(on: day.number))
            recent.append(count)
        }
        self.temperatures = temperatures
        self.recent = recent
    }
}

extension TemperatureScale {
    /// The sums behind a temperature, carried from day to day: linear over any number of days.
    struct Carried {
        let scale: TemperatureScale
        private var sum = 0.0
        private var weight = 0.0
        private var day = 0

        init(scale: TemperatureScale) { self.scale = scale }

        mutating func add(events: Int, scoreSum: Double, on later: Int) {
            age(to: later)
            sum += scoreSum
            weight += Double(events)
        }

        mutating func temperature(on later: Int) -> Double {
            age(to: later)
            return sum / (weight + scale.prior)
        }

        private mutating func age(to later: Int) {
            let left = exp2(-Double(later - day) / scale.halfLife)
            sum *= left
            weight *= left
            day = later
        }
    }

    func carried() -> Carried { Carried(scale: self) }
}
