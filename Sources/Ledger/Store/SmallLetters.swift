/// Small letters for capitals, one code point for one, so that offsets hold (İ, which would become two, stays).
enum SmallLetters {
    static func fold(_ text: String) -> String {
        var small = String.UnicodeScalarView()
        small.append(contentsOf: text.unicodeScalars.lazy.map(fold))
        return String(small)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: return Unicode.Scalar(UInt8(scalar.value + 0x20))
        // The scripts with capitals that news in Chinese quotes: Latin, Greek, Cyrillic, and the wide letters.
        case 0xC0...0x52F, 0x1E00...0x1FFF, 0xFF21...0xFF3A:
            let mapped = scalar.properties.lowercaseMapping.unicodeScalars
            return mapped.count == 1 ? mapped.first ?? scalar : scalar
        default: return scalar
        }
    }
}
