/// What is out of place in a question in words, which is passed over where the question is asked all the same; see ``Ledger/fault(in:)``.
public enum SearchFault: Sendable, Hashable, CustomStringConvertible {
    /// There is no letter and no figure.
    case noWord
    /// `AND`, `OR` or `NOT` that has no word on one of its sides.
    case alone(String)
    case openQuotation
    case openParenthesis
    /// A parenthesis that closes none.
    case closedParenthesis
    case emptyParentheses

    public var description: String {
        switch self {
        case .noWord: "there is no word to search for"
        case .alone(let word): "\(word) needs a word on either side; the word itself is searched for in quotation marks"
        case .openQuotation: "a quotation mark is not closed"
        case .openParenthesis: "a parenthesis is not closed"
        case .closedParenthesis: "a parenthesis is closed that was not opened"
        case .emptyParentheses: "there is no word between two parentheses"
        }
    }
}

extension SearchFault {
    /// What is first amiss among a question's pieces; nil where each is in its place.
    init?(_ pieces: [SearchQuestion.Piece]) {
        var depth = 0
        for piece in pieces where depth >= 0 { depth += piece == .open ? 1 : piece == .close ? -1 : 0 }
        let clash = zip([.open] + pieces, pieces + [.close]).lazy.compactMap { SearchFault(between: $0, $1) }.first
        guard let fault = pieces.isEmpty ? .noWord : depth < 0 ? .closedParenthesis : depth > 0 ? .openParenthesis : clash else {
            return nil
        }
        self = fault
    }

    /// Of two pieces side by side; the whole question stands between parentheses.
    private init?(between one: SearchQuestion.Piece, _ other: SearchQuestion.Piece) {
        switch (one, other) {
        case (.word, _), (.close, _), (_, .word), (_, .open): return nil
        // The same as NOT.
        case (.and, .not): return nil
        case (.open, .close): self = .emptyParentheses
        case (let operation, .close), (_, let operation): self = .alone("\(operation)".uppercased())
        }
    }
}

extension Ledger {
    /// What is out of place in a question; nil where nothing is.
    public func fault(in text: String) -> SearchFault? { SearchQuestion.fault(in: fold(text)) }
}
