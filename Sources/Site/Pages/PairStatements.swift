import Ledger
import Prose

/// What the governments of two parties said of each other.
struct PairStatements: Sendable {
    let a: [StatementRecord]
    let b: [StatementRecord]

    var isEmpty: Bool { a.isEmpty && b.isEmpty }

    private static let shown = 5
    /// Shorter quotations are terms and titles rather than words of one's own.
    private static let shortest = 14

    /// - Parameter range: of publication; nil: up to the end of the dense stretch.
    init(_ site: Site, _ pair: Pair, _ range: ClosedRange<Day>?) throws {
        let end = try site.outlook().asOf
        let said = { (speaker: String, other: String) in
            var filter = StatementFilter()
            filter.code = speaker
            filter.sectors = site.government
            filter.mentioning = site.names.mentions(of: other)
            filter.atLeast = Self.shortest
            filter.from = range?.lowerBound.iso
            filter.to = range?.upperBound.iso ?? end?.iso
            // Several outlets print the same words.
            filter.limit = Self.shown * 4
            return filter.mentioning.isEmpty ? [] : Self.distinct(try site.ledger.statements(filter))
        }
        a = try said(pair.a, pair.b)
        b = try said(pair.b, pair.a)
    }

    private static func distinct(_ records: [StatementRecord]) -> [StatementRecord] {
        var seen: Set<String> = []
        return Array(records.filter { seen.insert(String($0.statement.span.text.prefix(12))).inserted }.prefix(shown))
    }
}

extension Names {
    /// Words by which Chinese speech refers to a party: its names and 美方, 美国 and the like. Words only, no single characters: 中 is in 其中.
    func mentions(of code: String) -> [String] {
        let names = forms(code)
        let short = names.first?.first.map(String.init) ?? ""
        return names + (names.first?.hasSuffix("国") == true || names.first?.count == 2 ? [short + "方"] : [])
    }
}
