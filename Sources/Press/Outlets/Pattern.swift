/// A pattern over UTF-8: `*` stands for any run, `#` for one or more digits, a space for any number of spaces, the rest for itself.
///
/// A run in a head or a tail holds no sentence end, so that a cut never takes prose with it.
struct Pattern: Sendable {
    private enum Piece: Sendable {
        case literal([UInt8])
        case run, digits, spaces
    }

    private let pieces: [Piece]

    init(_ text: String) {
        var pieces: [Piece] = []
        var literal: [UInt8] = []
        func close() {
            if !literal.isEmpty { pieces.append(.literal(literal)) }
            literal = []
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "*"):
                close()
                pieces.append(.run)
            case UInt8(ascii: "#"):
                close()
                pieces.append(.digits)
            case 0x20:
                close()
                pieces.append(.spaces)
            default: literal.append(byte)
            }
        }
        close()
        self.pieces = pieces
    }

    /// Whether it matches all of a text.
    func matches(_ text: ArraySlice<UInt8>) -> Bool {
        match(text, text.startIndex, 0, whole: true, prose: true) != nil
    }

    /// Where the shortest match at the start ends.
    func prefix(of text: ArraySlice<UInt8>, within most: Int) -> Int? {
        let window = text.prefix(most)
        return match(window, window.startIndex, 0, whole: false, prose: false)
    }

    /// Where the latest match that reaches the end starts.
    func suffix(of text: ArraySlice<UInt8>, within most: Int) -> Int? {
        let window = text.suffix(most)
        var start = window.endIndex
        while start > window.startIndex {
            start -= 1
            guard window[start] & 0xC0 != 0x80, begins(window, at: start) else { continue }
            if match(window, start, 0, whole: true, prose: false) != nil { return start }
        }
        return nil
    }

    private func begins(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
        guard case .literal(let literal)? = pieces.first else { return true }
        return text[index] == literal[0]
    }

    /// Backtracks only over runs; texts are short (a window or a passage of bounded length) and patterns hold few runs.
    private func match(_ text: ArraySlice<UInt8>, _ start: Int, _ from: Int, whole: Bool, prose: Bool) -> Int? {
        var at = start
        var piece = from
        while piece < pieces.count {
            switch pieces[piece] {
            case .literal(let literal):
                guard at + literal.count <= text.endIndex else { return nil }
                for (offset, byte) in literal.enumerated() where text[at + offset] != byte { return nil }
                at += literal.count
            case .digits:
                let first = at
                while at < text.endIndex, isDigit(text[at]) { at += 1 }
                if at == first { return nil }
            case .spaces:
                while at < text.endIndex, text[at] == 0x20 { at += 1 }
                while at + 2 < text.endIndex, text[at] == 0xE3, text[at + 1] == 0x80, text[at + 2] == 0x80 { at += 3 }
            case .run:
                if whole && prose && piece == pieces.count - 1 { return text.endIndex }
                while true {
                    if let end = match(text, at, piece + 1, whole: whole, prose: prose) { return end }
                    guard at < text.endIndex, prose || !endsSentence(text, at) else { return nil }
                    at += 1
                }
            }
            piece += 1
        }
        return whole && at < text.endIndex ? nil : at
    }
}

/// 。 is E3 80 82.
@inline(__always) func endsSentence(_ text: ArraySlice<UInt8>, _ at: Int) -> Bool {
    text[at] == 0xE3 && at + 2 < text.endIndex && text[at + 1] == 0x80 && text[at + 2] == 0x82
}
