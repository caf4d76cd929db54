/// The questions of an address: `?type=AID&month=2023-11`.
struct Query: Sendable, Equatable {
    /// In the order of the address; of a name that stands twice the first counts.
    let pairs: [(name: String, value: String)]

    /// Reads `application/x-www-form-urlencoded`. Damaged escapes are taken as they stand; values beyond `longest` characters are cut.
    init(_ text: String?, longest: Int = 200) {
        var pairs: [(name: String, value: String)] = []
        for part in (text ?? "").split(separator: "&").prefix(32) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(sides[0])
            guard !name.isEmpty, !pairs.contains(where: { $0.name == name }) else { continue }
            pairs.append((name, String((sides.count > 1 ? Self.decoded(sides[1]) : "").prefix(longest))))
        }
        self.pairs = pairs
    }

    private init(pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// A value; nil where it is missing or blank.
    subscript(_ name: String) -> String? {
        guard let value = pairs.first(where: { $0.name == name })?.value else { return nil }
        return value.allSatisfy(\.isWhitespace) ? nil : value
    }

    /// The same questions with one changed, or taken away with nil.
    func with(_ name: String, _ value: String?) -> Query {
        let others = pairs.filter { $0.name != name }
        return Query(pairs: value.map { others + [(name, $0)] } ?? others)
    }

    /// As it stands in an address, with its question mark; empty without questions.
    var text: String {
        let parts = pairs.filter { !$0.value.isEmpty }.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    static func == (a: Query, b: Query) -> Bool { a.text == b.text }

    /// Text as a part of an address: everything but RFC 3986's unreserved characters is escaped.
    static func encoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.append(byte)
            default:
                out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func decoded(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(bytes[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}
