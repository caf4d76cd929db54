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

    private func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}

/// A line of CSV (RFC 4180), without its end.
func csvLine(_ cells: [String]) -> String {
    cells.map { cell in
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",")
}
