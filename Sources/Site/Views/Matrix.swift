import Ledger

/// Who gets along with whom: the parties with the most events, each pair's temperature where they meet.
struct Matrix: View {
    let columns: [Column]
    let rows: [Row]
    let isEmpty: Bool

    struct Column: View {
        let name: String
        let address: String
    }

    struct Row: View {
        let name: String
        let address: String
        let cells: [Cell]
    }

    struct Cell: View {
        let text: String
        /// nil where there is no relation. Called so that a template does not take its row’s address instead.
        let pairAddress: String?
        let label: String
        /// `n3` … `n1`, `z`, `p1` … `p3`; `none` where too little was reported.
        let tone: String
        /// The party itself.
        let isSelf: Bool
    }

    static let size = 12
    /// Fewer events than these make no temperature worth a colour.
    static let least = 5

    init(_ outlook: Outlook, _ writer: Writer) {
        var counts: [String: Int] = [:]
        for course in outlook.courses {
            counts[course.pair.a, default: 0] += course.events
            counts[course.pair.b, default: 0] += course.events
        }
        let codes = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(Self.size).map(\.key)
        columns = codes.map { Column(name: writer.name($0), address: Address.party($0)) }
        rows = codes.map { code in
            Row(name: writer.name(code), address: Address.party(code), cells: codes.map { Self.cell(code, $0, outlook, writer) })
        }
        isEmpty = codes.count < 3
    }

    private static func cell(_ code: String, _ other: String, _ outlook: Outlook, _ writer: Writer) -> Cell {
        guard let pair = Pair(code, other) else { return Cell(text: "", pairAddress: nil, label: "", tone: "self", isSelf: true) }
        guard let course = outlook.course(of: pair), let temperature = course.temperatures.last else {
            return Cell(text: "", pairAddress: nil, label: writer.text("noReports"), tone: "none", isSelf: false)
        }
        let isThin = course.events < least
        return Cell(
            text: signed(temperature), pairAddress: Address.relation(pair),
            label: "\(writer.pair(pair)) · \(writer.count("events", course.events))", tone: isThin ? "none" : tone(of: temperature),
            isSelf: false)
    }

    /// The step of a temperature on the scale of colours.
    static func tone(of temperature: Double) -> String {
        switch temperature {
        case ..<(-2): "n3"
        case ..<(-1): "n2"
        case ..<(-0.25): "n1"
        case ...0.25: "z"
        case ...1: "p1"
        case ...2: "p2"
        default: "p3"
        }
    }
}
