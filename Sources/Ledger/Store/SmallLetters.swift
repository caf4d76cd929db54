/// Small letters for capitals, one code point for one, so that offsets hold (İ, which would become two, stays).
enum SmallLetters {
    // Over bytes: through `Unicode.Scalar` this took a fifth of the time that an article takes to be kept.
    static func fold(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var small: [UInt8] = []
            small.reserveCapacity(bytes.count)
            var place = 0
            while place < bytes.count {
                let letter = Letter(bytes, at: place)
                if letter.length == 1 {
                    small.append((0x41...0x5A).contains(bytes[place]) ? bytes[place] | 0x20 : bytes[place])
                } else if hasCapitals(letter.value) {
                    small.append(contentsOf: folded(letter.value).utf8)
                } else {
                    for byte in bytes[place..<place + letter.length] { small.append(byte) }
                }
                place += letter.length
            }
            return String(decoding: small, as: UTF8.self)
        }
    }

    /// The scripts with capitals that news in Chinese quotes: Latin, Greek, Cyrillic, and the wide letters.
    private static func hasCapitals(_ value: UInt32) -> Bool {
        (0xC0...0x52F).contains(value) || (0x1E00...0x1FFF).contains(value) || (0xFF21...0xFF3A).contains(value)
    }

    private static func folded(_ value: UInt32) -> String {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        let mapped = scalar.properties.lowercaseMapping
        return mapped.unicodeScalars.count == 1 ? mapped : String(scalar)
    }
}

/// One code point of a valid UTF-8 text.
struct Letter {
    let value: UInt32
    /// In bytes.
    let length: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
        let lead = UInt32(bytes[place])
        if lead < 0x80 {
            (value, length) = (lead, 1)
        } else if lead < 0xE0 {
            (value, length) = ((lead & 0x1F) << 6 | Self.tail(bytes, place + 1), 2)
        } else if lead < 0xF0 {
            (value, length) = ((lead & 0x0F) << 12 | Self.tail(bytes, place + 1) << 6 | Self.tail(bytes, place + 2), 3)
        } else {
            let high = (lead & 0x07) << 18 | Self.tail(bytes, place + 1) << 12
            (value, length) = (high | Self.tail(bytes, place + 2) << 6 | Self.tail(bytes, place + 3), 4)
        }
    }

    private static func tail(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 { UInt32(bytes[place] & 0x3F) }

    enum Kind {
        /// Han, kana or hangul: a word by itself.
        case han
        case letter, gap
    }

    var kind: Kind {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
        case 0..<0x80: .gap
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
        case 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F: .gap
        default: Unicode.Scalar(value).map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false ? .letter : .gap
        }
    }
}
