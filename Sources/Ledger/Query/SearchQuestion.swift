import Foundation

/// A question in words, as FTS5 understands it: `北约 OR "联合 声明" NOT (俄罗斯 乌克兰)`. What is out of place (a NOT with nothing before it, a
/// parenthesis without its other) is passed over, so that any text can be asked for; ``fault(in:)`` names it.
struct SearchQuestion: Sendable {
    private let expression: SearchExpression
    /// The folded words that a hit shows, those after NOT left out.
    let words: [String]

    /// For `MATCH`.
    var match: String { expression.match }

    /// - Parameter text: folded; `and`, `or`, `not` standing alone, outside quotation marks, combine.
    /// nil where it has no letter.
    init?(_ text: String) {
        var parser = SearchParser(SearchQuestion.pieces(text).pieces)
        guard let expression = parser.either() else { return nil }
        self.expression = expression
        words = parser.words
    }

    /// Whether it is true of a text.
    /// - Parameter tokens: ``SearchTokens/phrase(_:)`` of the text.
    func holds(in tokens: UnsafePointer<CChar>) -> Bool { expression.holds(in: tokens) }

    /// - Parameter text: folded.
    static func fault(in text: String) -> SearchFault? {
        let (pieces, isOpen) = pieces(text)
        return isOpen ? .openQuotation : SearchFault(pieces)
    }

    enum Piece: Equatable {
        case word(String)
        case and, or, not, open, close
    }

    /// - Returns: also whether a quotation is left open.
    private static func pieces(_ text: String) -> (pieces: [Piece], isOpen: Bool) {
        var pieces: [Piece] = []
        var word = ""
        var quoted = false
        let end = {
            if !SearchTokens.tokens(of: word).isEmpty { pieces.append(quoted ? .word(word) : piece(word)) }
            word = ""
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "“", "”", "＂":
                end()
                quoted.toggle()
            case _ where quoted: word.unicodeScalars.append(scalar)
            case "(", "（":
                end()
                pieces.append(.open)
            case ")", "）":
                end()
                pieces.append(.close)
            case _ where scalar.properties.isWhitespace: end()
            default: word.unicodeScalars.append(scalar)
            }
        }
        end()
        return (pieces, quoted)
    }

    private static func piece(_ word: String) -> Piece {
        switch word {
        case "and": .and
        case "or": .or
        case "not": .not
        default: .word(word)
        }
    }
}

/// What a question comes to.
private indirect enum SearchExpression: Sendable {
    case word(String, phrase: ContiguousArray<CChar>)
    case all(SearchExpression, SearchExpression)
    case any([SearchExpression])
    case but(SearchExpression, not: SearchExpression)

    var match: String {
        switch self {
        case .word(let word, _): "\"\(SearchTokens.tokens(of: word))\""
        case .all(let one, let other): "(\(one.match) AND \(other.match))"
        case .any(let parts): "(" + parts.map(\.match).joined(separator: " OR ") + ")"
        case .but(let one, let other): "(\(one.match) NOT \(other.match))"
        }
    }

    func holds(in tokens: UnsafePointer<CChar>) -> Bool {
        switch self {
        case .word(_, let phrase): phrase.withUnsafeBufferPointer { $0.baseAddress.map { strstr(tokens, $0) != nil } ?? false }
        case .all(let one, let other): one.holds(in: tokens) && other.holds(in: tokens)
        case .any(let parts): parts.contains { $0.holds(in: tokens) }
        case .but(let one, let other): one.holds(in: tokens) && !other.holds(in: tokens)
        }
    }
}

/// either = both { OR both }; both = one { [AND] one | NOT one }; one = word | ( either ).
private struct SearchParser {
    private let pieces: [SearchQuestion.Piece]
    private var place = 0
    private(set) var words: [String] = []
    private var isDenied = false

    init(_ pieces: [SearchQuestion.Piece]) { self.pieces = pieces }

    private var next: SearchQuestion.Piece? { pieces.indices.contains(place) ? pieces[place] : nil }

    mutating func either() -> SearchExpression? {
        var parts: [SearchExpression] = []
        while true {
            if let part = both() { parts.append(part) }
            guard next == .or else { break }
            place += 1
        }
        return parts.count > 1 ? .any(parts) : parts.first
    }

    private mutating func both() -> SearchExpression? {
        var found: SearchExpression?
        while let piece = next, piece != .or, piece != .close {
            if piece == .and {
                place += 1
            } else if piece == .not {
                place += 1
                isDenied.toggle()
                let one = one()
                isDenied.toggle()
                if let one, let before = found { found = .but(before, not: one) }
            } else if let one = one() {
                found = found.map { .all($0, one) } ?? one
            }
        }
        if next == .close, depth == 0 {
            place += 1
            if let rest = both() { found = found.map { .all($0, rest) } ?? rest }
        }
        return found
    }

    private var depth = 0

    private mutating func one() -> SearchExpression? {
        guard let piece = next else { return nil }
        if piece == .and || piece == .or || piece == .not || piece == .close { return nil }
        place += 1
        if case .word(let word) = piece {
            if !isDenied { words.append(word) }
            return .word(word, phrase: SearchTokens.phrase(word))
        }
        depth += 1
        let found = either()
        depth -= 1
        if next == .close { place += 1 }
        return found
    }
}
