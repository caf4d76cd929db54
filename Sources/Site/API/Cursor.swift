import Foundation

/// Where a list stopped, for the next request: opaque to clients, who send it back with the same questions.
///
/// Lists by day go on at the day they stopped and skip what was given of it, so that articles that come in above shift nothing and a far page costs
/// no more than the first. Others, and rows without a day, go on by their place.
struct Cursor: Sendable, Equatable {
    /// Rows given so far.
    var seen = 0
    /// The last row's day, `YYYY-MM-DD`; nil where the list is not by day.
    var day: String?
    /// Rows of that day given so far.
    var skip = 0

    /// - Parameter question: what the list depends on; a cursor is good for its own list alone.
    func text(for question: String) -> String {
        let plain = "\(Self.mark(question)).\(seen).\(skip).\(day ?? "")"
        return Data(plain.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// - Throws: ``Refusal`` where it is no cursor, or one of another list.
    init(_ text: String, for question: String) throws {
        let padded = text.replacing("-", with: "+").replacing("_", with: "/") + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let parts = Data(base64Encoded: padded).map {
            String(decoding: $0, as: UTF8.self).split(separator: ".", omittingEmptySubsequences: false)
        }
        guard let parts, parts.count == 4, let seen = Int(parts[1]), let skip = Int(parts[2]), seen >= 0, skip >= 0, seen < 1 << 40,
            skip < 1 << 40
        else {
            throw Refusal(.badRequest, "the cursor is damaged; begin again without it")
        }
        guard parts[0] == Self.mark(question) else {
            throw Refusal(.badRequest, "the cursor belongs to other questions; send it with those it came from, or begin again without it")
        }
        self.seen = seen
        self.skip = skip
        day = parts[3].isEmpty ? nil : String(parts[3])
    }

    init() {}

    /// Where a list by day goes on.
    /// - Parameter to: the last day that was asked for.
    func start(to: String?) -> (to: String?, offset: Int) { day.map { ($0, skip) } ?? (to, seen) }

    /// This cursor after some more rows of a list by day.
    /// - Parameter days: the rows' days, in the list's order.
    func advanced(over days: [String?]) -> Cursor {
        var next = self
        next.seen += days.count
        guard let last = days.last else { return next }
        let same = days.reversed().prefix { $0 == last }.count
        next.skip = last == day && same == days.count ? skip + same : same
        next.day = last
        return next
    }

    private static func mark(_ question: String) -> String {
        var fingerprint = Fingerprint()
        fingerprint.add(question.utf8)
        return fingerprint.text
    }
}
