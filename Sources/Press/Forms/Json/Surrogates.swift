/// JSON in which each half of a surrogate pair that stands alone (`\ud83d` without its partner) is made U+FFFD: programs that cut texts by UTF-16
/// units leave them, and Foundation refuses the whole text. nil where there is none.
func withPairedSurrogates(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result = Array(text)
    var changed = false
    var at = 0
    while at + 1 < result.count {
        guard result[at] == UInt8(ascii: "\\") else {
            at += 1
            continue
        }
        guard let unit = escapedUnit(result, at), (0xD800...0xDFFF).contains(unit) else {
            at += 2
            continue
        }
        if unit < 0xDC00, let next = escapedUnit(result, at + 6), (0xDC00...0xDFFF).contains(next) {
            at += 12
            continue
        }
        result.replaceSubrange((at + 2)..<(at + 6), with: "fffd".utf8)
        changed = true
        at += 6
    }
    return changed ? result : nil
}

/// The UTF-16 unit of `\uXXXX`.
private func escapedUnit(_ text: [UInt8], _ at: Int) -> UInt32? {
    guard at + 6 <= text.count, text[at] == UInt8(ascii: "\\"), text[at + 1] == UInt8(ascii: "u") else { return nil }
    return UInt32(string(text[(at + 2)..<(at + 6)]), radix: 16)
}
