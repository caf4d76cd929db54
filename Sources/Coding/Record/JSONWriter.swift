/// Writes JSON text. Missing values are written as `null`, as the record's form wants them.
///
/// Foundation's encoder leaves missing values out and is several times slower; a line of the record is written in one pass here, as UTF-8.
struct JSONWriter {
    private var bytes: [UInt8] = []
    private var needsComma = false

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        open("{")
        body(&self)
        close("}")
    }

    mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void) {
        open("[")
        for element in elements { body(&self, element) }
        close("]")
    }

    mutating func key(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func value(_ string: String?) {
        guard var string else { return null() }
        separate()
        bytes.append(UInt8(ascii: "\""))
        string.withUTF8 { append(escaping: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func value(_ number: Int) { plain(String(number)) }

    mutating func value(_ number: Double) { plain(number.isFinite ? String(number) : "null") }

    mutating func value(_ flag: Bool) { plain(flag ? "true" : "false") }

    mutating func null() { plain("null") }

    // MARK: - Private

    private mutating func plain(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// Copies what may stand as it is from one sign that may not to the next.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var at = 0
        while at < text.count {
            guard let (escaped, length) = Self.escape(text, at) else {
                at += 1
                continue
            }
            bytes.append(contentsOf: text[start..<at])
            bytes.append(contentsOf: escaped.utf8)
            at += length
            start = at
        }
        bytes.append(contentsOf: text[start...])
    }

    /// How a sign is written that may not stand as it is, and how many bytes it has; nil for all others.
    private static func escape(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (String, Int)? {
        switch text[at] {
        case 0x22: ("\\\"", 1)
        case 0x5C: ("\\\\", 1)
        case 0x0A: ("\\n", 1)
        case 0x0D: ("\\r", 1)
        case 0x09: ("\\t", 1)
        case ..<0x20, 0x7F: ("\\u00" + (text[at] < 0x10 ? "0" : "") + String(text[at], radix: 16), 1)
        // U+2028 and U+2029 end a line in JavaScript.
        case 0xE2 where text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8: (text[at + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        default: nil
        }
    }
}
