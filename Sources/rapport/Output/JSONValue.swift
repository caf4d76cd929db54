/// A value of JSON, written in the order given; a missing value is null.
enum JSONValue {
    case null
    case boolean(Bool)
    case number(Double)
    case integer(Int)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

    static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

    static func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

    /// The value on one line.
    var line: String {
        var out: [UInt8] = []
        write(to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    private func write(to out: inout [UInt8]) {
        switch self {
        case .null: out += "null".utf8
        case .boolean(let truth): out += (truth ? "true" : "false").utf8
        case .number(let number):
            out += (number.isFinite ? (number == number.rounded() ? fixedPoint(number) : "\(number)") : "null").utf8
        case .integer(let number): out += String(number).utf8
        case .string(let text): quote(text, &out)
        case .array(let values): list(values, "[]", &out) { $0.write(to: &$1) }
        case .object(let members):
            list(members, "{}", &out) { member, out in
                quote(member.0, &out)
                out += ": ".utf8
                member.1.write(to: &out)
            }
        }
    }

    private func list<Item>(_ items: [Item], _ brackets: StaticString, _ out: inout [UInt8], _ write: (Item, inout [UInt8]) -> Void) {
        out.append(brackets.utf8Start[0])
        for (index, item) in items.enumerated() {
            if index > 0 { out += ", ".utf8 }
            write(item, &out)
        }
        out.append(brackets.utf8Start[1])
    }

    private func fixedPoint(_ number: Double) -> String { number.magnitude < 1e15 ? "\(Int(number)).0" : "\(number)" }

    /// Run by run: articles are long, and only some of ASCII is escaped.
    private func quote(_ text: String, _ out: inout [UInt8]) {
        var text = text
        out.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            var start = 0
            for (at, byte) in bytes.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                out.append(contentsOf: bytes[start..<at])
                out += escape(byte).utf8
                start = at + 1
            }
            out.append(contentsOf: bytes[start...])
        }
        out.append(UInt8(ascii: "\""))
    }

    private func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        default: (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
        }
    }
}

/// A line of CSV (RFC 4180), without its end.
func csvLine(_ cells: [String]) -> String {
    cells.map { cell in
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",")
}
