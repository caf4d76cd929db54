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
        switch self {
        case .null: "null"
        case .boolean(let truth): truth ? "true" : "false"
        case .number(let number): number.isFinite ? (number == number.rounded() ? fixedPoint(number) : "\(number)") : "null"
        case .integer(let number): "\(number)"
        case .string(let text): quoted(text)
        case .array(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.map { quoted($0.0) + ": " + $0.1.line }.joined(separator: ", ") + "}"
        }
    }

    private func fixedPoint(_ number: Double) -> String { number.magnitude < 1e15 ? "\(Int(number)).0" : "\(number)" }

    /// Byte by byte: articles are long, and only ASCII is escaped.
    private func quoted(_ text: String) -> String {
        var out: [UInt8] = [UInt8(ascii: "\"")]
        out.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
            case 0x0A: out += "\\n".utf8
            case 0x0D: out += "\\r".utf8
            case 0x09: out += "\\t".utf8
            case ..<0x20: out += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
        return String(decoding: out, as: UTF8.self)
    }
}

/// A line of CSV (RFC 4180), without its end.
func csvLine(_ cells: [String]) -> String {
    cells.map { cell in
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",")
}
