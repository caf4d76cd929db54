import Prose
import Tables

/// Places that several states claim, and who they are: an act there is toward one of them, though the sentence may name none.
public struct Disputes: Sendable {
    private let words: Lexicon
    private let claimants: [[String]]

    /// - Parameter table: `disputes.txt`; a claimant that is no state's code is an error.
    init(_ table: Table, states: [State], folding: Folding) throws {
        let codes = Set(states.map(\.code))
        claimants = try table.rows.map { row in
            let claimants = row.list("claimants")
            if let unknown = claimants.first(where: { !codes.contains($0) }) { throw row.problem("“\(unknown)” is no state's code") }
            return claimants
        }
        words = Lexicon(table.rows.enumerated().flatMap { index, row in row.list("words").map { (folding.fold($0), Int32(index)) } })
    }

    /// Who claims the first place that `text[range]` names, in the table's order; `text` must be folded.
    /// - Parameter isTaken: whether a place is part of other words (南海 of 越南海军).
    public func claimants(in text: CodePoints, _ range: Range<Int>, isTaken: (Range<Int>) -> Bool) -> [String] {
        words.matches(in: text, range: range).first { !isTaken($0.start..<$0.end) }.map { claimants[Int($0.value)] } ?? []
    }
}
