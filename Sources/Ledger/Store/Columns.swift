import Coding
import Foundation
import GRDB
import Press

/// Lists that are read and written whole are kept as JSON, so that SQLite's own `json_each` reads them.
enum Column {
    static func json(_ texts: [String]) -> String { encoded(texts) }

    static func json(_ pictures: [Picture]) -> String { encoded(pictures) }

    private static func encoded(_ list: [some Encodable]) -> String {
        if list.isEmpty { return "[]" }
        let encoder = JSONEncoder()
        // The same bytes from every run: a dump is compared byte for byte.
        encoder.outputFormatting = .sortedKeys
        return String(decoding: (try? encoder.encode(list)) ?? Data("[]".utf8), as: UTF8.self)
    }

    static func json(_ numbers: [Int]) -> String { "[\(numbers.map(String.init).joined(separator: ","))]" }

    static func json(_ ranges: [Range<Int>]) -> String {
        "[\(ranges.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ","))]"
    }

    static func json(_ passages: [Passage]) -> String {
        // Kinds and roles are plain words; nothing in them needs escaping.
        let items = passages.map { passage in
            let role = passage.role.map { #""role":"\#($0.rawValue)","# } ?? ""
            return #"{"kind":"\#(passage.kind.rawValue)",\#(role)"start":\#(passage.start),"end":\#(passage.end)}"#
        }
        return "[\(items.joined(separator: ","))]"
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
