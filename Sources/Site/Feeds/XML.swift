/// Text as XML 1.0 may hold it: escaped, and without the control characters that no XML document may hold in any form.
func xmlText(_ text: String) -> String {
    let isAllowed = { (scalar: Unicode.Scalar) in
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
    guard text.unicodeScalars.contains(where: { !isAllowed($0) }) else { return escaped(text) }
    return escaped(String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed))))
}
