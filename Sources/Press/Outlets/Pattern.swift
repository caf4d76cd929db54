import Glibc

/// A pattern over UTF-8: `*` stands for any run, `#` for one or more digits, `#7` for exactly seven, a space for any number of spaces,
/// a backslash for the next character as it is, the rest for itself.
///
/// A run in a head or a tail holds no sentence end and no quotation mark, in a head no comma either, so that a cut never takes prose with it.
struct Pattern: Sendable {
    private enum Scope { case whole, head, tail }

    private enum Piece: Sendable {
        case literal([UInt8])
        case run, spaces
        /// Exactly so many; nil: one or more.
        case digits(Int?)
    }

    private let pieces: [Piece]
    /// What every match begins with; empty where that is open.
    let opening: [UInt8]
    /// What every match ends with; empty where that is open.
    private let closing: [UInt8]
    private let endsInDigit: Bool

    init(_ text: String) {
        var pieces: [Piece] = []
        var literal: [UInt8] = []
        func close() {
            if !literal.isEmpty { pieces.append(.literal(literal)) }
            literal = []
        }
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "*"):
                close()
                pieces.append(.run)
            case UInt8(ascii: "#"):
                close()
                if at < bytes.count, isDigit(bytes[at]) {
                    pieces.append(.digits(Int(bytes[at] - 0x30)))
                    at += 1
                } else {
                    pieces.append(.digits(nil))
                }
            case 0x20:
                close()
                pieces.append(.spaces)
            case UInt8(ascii: "\\") where at < bytes.count:
                literal.append(bytes[at])
                at += 1
            default: literal.append(byte)
            }
        }
        close()
        self.pieces = pieces
        if case .literal(let bytes)? = pieces.first { opening = bytes } else { opening = [] }
        if case .literal(let bytes)? = pieces.last { closing = bytes } else { closing = [] }
        if case .digits? = pieces.last { endsInDigit = true } else { endsInDigit = false }
    }

    /// Whether it matches all of a text.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        begins(text, at: 0) && mayEnd(text) && match(text, 0, 0, .whole) != nil
    }

    /// Where the shortest match at the start ends.
    func prefix(of text: UnsafeBufferPointer<UInt8>, within most: Int) -> Int? {
        guard begins(text, at: 0) else { return nil }
        return match(UnsafeBufferPointer(rebasing: text.prefix(most)), 0, 0, .head)
    }

    /// Where the latest match that reaches the end starts.
    func suffix(of text: UnsafeBufferPointer<UInt8>, within most: Int) -> Int? {
        guard mayEnd(text) else { return nil }
        let first = max(0, text.count - most)
        var start = text.count
        while start > first {
            start -= 1
            guard text[start] & 0xC0 != 0x80, begins(text, at: start) else { continue }
            // Digits are taken whole: 1100705 has no end 0705.
            if isDigit(text[start]), start > 0, isDigit(text[start - 1]) { continue }
            if match(text, start, 0, .tail) != nil { return start }
        }
        return nil
    }

    private func begins(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard let first = opening.first else { return true }
        return index < text.count && text[index] == first
    }

    private func mayEnd(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = text.last else { return false }
        if endsInDigit { return isDigit(last) }
        guard closing.count <= text.count else { return false }
        for offset in 0..<closing.count where text[text.count - closing.count + offset] != closing[offset] { return false }
        return true
    }

    /// Backtracks only over runs; texts are short (a window or a passage of bounded length) and patterns hold few runs.
    private func match(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ from: Int, _ scope: Scope) -> Int? {
        var at = start
        var piece = from
        while piece < pieces.count {
            switch pieces[piece] {
            case .literal(let literal):
                guard at + literal.count <= text.count else { return nil }
                for offset in 0..<literal.count where text[at + offset] != literal[offset] { return nil }
                at += literal.count
            case .digits(let wanted):
                let first = at
                while at < text.count, isDigit(text[at]) { at += 1 }
                guard at > first, at - first == wanted ?? (at - first) else { return nil }
            case .spaces:
                while at < text.count {
                    if text[at] == 0x20 {
                        at += 1
                    } else if at + 2 < text.count, text[at] == 0xE3, text[at + 1] == 0x80, text[at + 2] == 0x80 {
                        at += 3
                    } else {
                        break
                    }
                }
            case .run:
                if scope == .whole && piece == pieces.count - 1 { return text.count }
                if scope == .whole, case .literal(let literal) = pieces[piece + 1] { return match(text, at, past: literal, piece + 2) }
                while true {
                    if let end = match(text, at, piece + 1, scope) { return end }
                    guard at < text.count, scope == .whole || !stopsCut(text, at, inHead: scope == .head) else { return nil }
                    at += 1
                }
            }
            piece += 1
        }
        return scope != .head && at < text.count ? nil : at
    }
}

extension Pattern {
    /// Over a run in a whole text to a literal: wherever it stands next.
    private func match(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, past literal: [UInt8], _ piece: Int) -> Int? {
        guard let base = text.baseAddress, let first = literal.first else { return nil }
        var at = start
        while at + literal.count <= text.count, let found = memchr(base + at, Int32(first), text.count - literal.count + 1 - at) {
            let here = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(base + here, literal, literal.count) == 0, let end = match(text, here + literal.count, piece, .whole) { return end }
            at = here + 1
        }
        return nil
    }
}

/// 。！？ and the quotation marks “”「」; in a head ， too.
@inline(__always) private func stopsCut(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, inHead: Bool) -> Bool {
    guard at + 2 < text.count else { return false }
    switch (text[at], text[at + 1], text[at + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
    case (0xEF, 0xBC, 0x8C): return inHead
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8D): return true
    default: return false
    }
}

/// Whether a text holds 。！ or ？.
func holdsSentenceEnd(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at + 2 < text.count {
        switch (text[at], text[at + 1], text[at + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
        default: at += 1
        }
    }
    return false
}
