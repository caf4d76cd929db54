/// A question in words, as FTS5 understands it: `北约 OR "联合 声明" NOT (俄罗斯 乌克兰)`. What is out of place (a NOT with nothing before it, a
/// parenthesis without its other) is passed over, so that any text can be asked for.
struct SearchQuestion {
    /// For `MATCH`.
    let match: String
    /// The folded words that a hit shows, those after NOT left out.
    let words: [String]

    /// - Parameter text: folded; `and`, `or`, `not` standing alone, outside quotation marks, combine.
    /// nil where it has no letter.
    init?(_ text: String) {
        var parser = SearchParser(SearchQuestion.pieces(text))
        guard let match = parser.either() else { return nil }
        self.match = match
        words = parser.words
    }

    enum Piece: Equatable {
        case word(String)
        case and, or, not, open, close
    }

    private static func pieces(_ text: String) -> [Piece] {
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
        return pieces
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

/// either = both { OR both }; both = one { [AND] one | NOT one }; one = word | ( either ).
private struct SearchParser {
    private let pieces: [SearchQuestion.Piece]
    private var place = 0
    private(set) var words: [String] = []
    private var isDenied = false

    init(_ pieces: [SearchQuestion.Piece]) { self.pieces = pieces }

    private var next: SearchQuestion.Piece? { pieces.indices.contains(place) ? pieces[place] : nil }

    mutating func either() -> String? {
        var parts: [String] = []
        while true {
            if let part = both() { parts.append(part) }
            guard next == .or else { break }
            place += 1
        }
        return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " OR ") + ")"
    }

    private mutating func both() -> String? {
        var match: String?
        while let piece = next, piece != .or, piece != .close {
            if piece == .and {
                place += 1
            } else if piece == .not {
                place += 1
                isDenied.toggle()
                let one = one()
                isDenied.toggle()
                if let one, let before = match { match = "(\(before) NOT \(one))" }
            } else if let one = one() {
                match = match.map { "(\($0) AND \(one))" } ?? one
            }
        }
        if next == .close, depth == 0 {
            place += 1
            if let rest = both() { match = match.map { "(\($0) AND \(rest))" } ?? rest }
        }
        return match
    }

    private var depth = 0

    private mutating func one() -> String? {
        guard let piece = next else { return nil }
        if piece == .and || piece == .or || piece == .not || piece == .close { return nil }
        place += 1
        if case .word(let word) = piece {
            if !isDenied { words.append(word) }
            return "\"\(SearchTokens.tokens(of: word))\""
        }
        depth += 1
        let match = either()
        depth -= 1
        if next == .close { place += 1 }
        return match
    }
}
