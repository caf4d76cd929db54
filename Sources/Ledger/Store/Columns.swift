import Coding
import Foundation
import GRDB
import Press

/// Lists that are read and written whole are kept as JSON, so that SQLite's own `json_each` reads them.
enum Column {
    static func json(_ texts: [String]) -> String {
        if texts.isEmpty { return "[]" }
        let data = (try? JSONEncoder().encode(texts)) ?? Data("[]".utf8)
        return String(decoding: data, as: UTF8.self)
    }

    static func json(_ numbers: [Int]) -> String { "[\(numbers.map(String.init).joined(separator: ","))]" }

    static func json(_ ranges: [Range<Int>]) -> String {
        "[\(ranges.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ","))]"
    }

    static func json(_ passages: [Passage]) -> String {
        // A kind is one of six plain words; nothing in it needs escaping.
        "[\(passages.map { #"{"kind":"\#($0.kind.rawValue)","start":\#($0.start),"end":\#($0.end)}"# }.joined(separator: ","))]"
    }

    static func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T { try JSONDecoder().decode(type, from: Data(text.utf8)) }

    static func ranges(_ text: String) throws -> [Range<Int>] {
        try decode([[Int]].self, text).compactMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]..<$0[1] : nil }
    }

    static func milliseconds(_ date: Date?) -> Int64? { date.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) } }

    static func date(milliseconds: Int64?) -> Date? { milliseconds.map { Date(timeIntervalSince1970: Double($0) / 1000) } }
}

extension String {
    /// The words of a span of code points; as much of it as there is.
    func slice(_ range: Range<Int>) -> String {
        let scalars = unicodeScalars
        guard let start = scalars.index(scalars.startIndex, offsetBy: max(0, range.lowerBound), limitedBy: scalars.endIndex) else {
            return ""
        }
        let end = scalars.index(start, offsetBy: range.count, limitedBy: scalars.endIndex) ?? scalars.endIndex
        return String(scalars[start..<end])
    }
}
