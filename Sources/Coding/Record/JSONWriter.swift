/// Writes JSON text. Missing values are written as `null`, as the record's form wants them.
///
/// Foundation's encoder leaves missing values out and is several times slower; a line of the record is written in one pass here.
struct JSONWriter {
    private(set) var text = ""
    private var needsComma = false

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
        text += ":"
        needsComma = false
    }

    mutating func value(_ string: String?) {
        separate()
        guard let string else {
            text += "null"
            return
        }
        text += "\""
        for scalar in string.unicodeScalars { append(scalar) }
        text += "\""
    }

    mutating func value(_ number: Int) {
        separate()
        text += String(number)
    }

    mutating func value(_ number: Double) {
        separate()
        text += number.isFinite ? String(number) : "null"
    }

    mutating func value(_ flag: Bool) {
        separate()
        text += flag ? "true" : "false"
    }

    mutating func null() {
        separate()
        text += "null"
    }

    // MARK: - Private

    private mutating func open(_ bracket: String) {
        separate()
        text += bracket
        needsComma = false
    }

    private mutating func close(_ bracket: String) {
        text += bracket
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { text += "," }
        needsComma = true
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        default:
            if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029 {
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}
