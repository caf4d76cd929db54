import Coding
import Foundation
import GRDB
import Press

/// Lists that are read and written whole are kept as JSON, so that SQLite's own `json_each` reads them.
enum Column {
    /// Most are codes and plain words, which need no encoder.
    static func json(_ texts: [String]) -> String {
        let isPlain = texts.allSatisfy { text in text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x2F && $0 != 0x5C } }
        return isPlain && !texts.isEmpty ? "[\"" + texts.joined(separator: "\",\"") + "\"]" : encoded(texts)
    }

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
        var text = self
        return text.withUTF8 { bytes in
            let start = Self.place(of: max(0, range.lowerBound), in: bytes, from: 0)
            let end = Self.place(of: range.count, in: bytes, from: start)
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
    }

    /// Where in UTF-8 a code point begins, counted from a place; the end where there are fewer.
    private static func place(of count: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        var left = count
        while place < bytes.count {
            if bytes[place] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            place += 1
        }
        return place
    }
}
