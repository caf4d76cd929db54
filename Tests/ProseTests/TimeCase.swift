import Prose
import Testing

/// A text written on a day, with every time it names: words and interval, in order.
struct TimeCase: Sendable, CustomTestStringConvertible {
    let text: String
    let today: String
    /// `words=start` or `words=start/end`, bounds as in the record.
    let times: [String]
    /// Why the reader still falls short here; nil where it must hold.
    let known: String?

    init(_ text: String, on today: String = "2023-09-20", _ times: String..., known: String? = nil) {
        self.init(text, on: today, times: times, known: known)
    }

    init(_ text: String, on today: String, times: [String], known: String?) {
        self.text = text
        self.today = today
        self.times = times
        self.known = known
    }

    var testDescription: String { "\(text) (\(today))" }

    /// What the reader finds, written as `times` is.
    func read() throws -> [String] {
        var reader = try TimeReader(today: #require(Day(iso: today)), words: Shipped.timeWords())
        let points = try Shipped.folding()(CodePoints(points: text))
        return reader.read(points, in: points.indices).map { time in
            let (start, end) = time.isoBounds
            return points.string(time.start..<time.end) + "=" + (start == end ? start : "\(start)/\(end)")
        }
    }

    func check() throws {
        let found = try read()
        withKnownIssue(Comment(rawValue: known ?? "")) {
            #expect(found == times)
        } when: {
            known != nil
        }
    }
}
