/// Texts and questions as the search index reads them: every Han character, kana or hangul syllable is a token, every run of other letters and digits is one;
/// blanks stand between them. A word of any length is then a phrase of tokens: 北约 is found, which an index of trigrams cannot do. On 4,000 articles of 1,400
/// characters SQLite wrote 8,700 articles a second so, 2,500 as overlapping pairs of characters, and its file was half as large.
enum SearchTokens {
    /// A folded text's tokens, as one text for FTS5's `ascii` tokenizer.
    static func tokens(of text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            // No letter needs more than itself and a blank.
            String(unsafeUninitializedCapacity: bytes.count * 2) { out in
                var (count, place) = (0, 0)
                var inRun = false
                while place < bytes.count {
                    let letter = Letter(bytes, at: place)
                    let kind = letter.kind
                    if kind != .gap {
                        if !(kind == .letter && inRun), count > 0 {
                            out[count] = 0x20
                            count += 1
                        }
                        for offset in 0..<letter.length { out[count + offset] = bytes[place + offset] }
                        count += letter.length
                    }
                    inRun = kind == .letter
                    place += letter.length
                }
                return count
            }
        }
    }

    /// A folded text's tokens with a blank before, between and after them, as C reads it: no token has a NUL.
    static func phrase(_ text: String) -> ContiguousArray<CChar> { " \(tokens(of: text)) ".utf8CString }

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
}
