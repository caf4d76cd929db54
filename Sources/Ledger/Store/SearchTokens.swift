/// Texts and questions as the search index reads them: every Han character, kana or hangul syllable is a token, every run of other letters and digits is one;
/// blanks stand between them. A word of any length is then a phrase of tokens: 北约 is found, which an index of trigrams cannot do. On 4,000 articles of 1,400
/// characters SQLite wrote 8,700 articles a second so, 2,500 as overlapping pairs of characters, and its file was half as large.
enum SearchTokens {
    /// A folded text's tokens, as one text for FTS5's `ascii` tokenizer.
    static func tokens(of text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count * 4 / 3 + 16)
        var inRun = false
        for scalar in text.unicodeScalars {
            let kind = Kind(scalar)
            if kind == .gap {
                inRun = false
                continue
            }
            if !(kind == .letter && inRun), !out.isEmpty { out.append(0x20) }
            inRun = kind == .letter
            out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The FTS5 question for texts that have every word of a folded text; nil where it has no letter.
    static func question(_ text: String) -> String? {
        let words = words(text).map { "\"\(tokens(of: $0))\"" }
        return words.isEmpty ? nil : words.joined(separator: " AND ")
    }

    /// The words between blanks that have a letter. Words in quotation marks stay together.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quoted = false
        for scalar in text.unicodeScalars {
            if "\"“”".unicodeScalars.contains(scalar) {
                quoted.toggle()
                words.append(word)
                word = ""
            } else if scalar.properties.isWhitespace, !quoted {
                words.append(word)
                word = ""
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        return (words + [word]).filter { !tokens(of: $0).isEmpty }
    }

    private enum Kind {
        case han, letter, gap

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letter
            case 0..<0x80: self = .gap
            case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
            case 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F: self = .gap
            default: self = scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .letter : .gap
            }
        }
    }
}
