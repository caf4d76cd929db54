import Glibc

/// UTF-8 made whole: a byte order mark dropped, NUL bytes dropped, wrong bytes replaced by U+FFFD, with a flag for each kind of mending.
/// - Parameter isValid: it is known to be UTF-8.
func mended(_ bytes: [UInt8], isValid: Bool = false) -> (text: [UInt8], flags: [String]) {
    var flags: [String] = []
    var text = bytes
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if text.withUnsafeBytes({ $0.baseAddress.flatMap { memchr($0, 0, text.count) } }) != nil {
        text.removeAll { $0 == 0 }
        flags.append("NUL bytes dropped")
    }
    if !isValid, (try? UTF8Span(validating: text.span)) == nil {
        text = Array(String(decoding: text, as: UTF8.self).utf8)
        flags.append("bytes that are not UTF-8 replaced")
    }
    return (text, flags)
}

/// The lines of a text, without their ends; LF, CR LF and CR.
func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var at = start
    while at < text.endIndex {
        if text[at] == 0x0A || text[at] == 0x0D {
            lines.append(text[start..<at])
            if text[at] == 0x0D, at + 1 < text.endIndex, text[at + 1] == 0x0A { at += 1 }
            start = at + 1
        }
        at += 1
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
}

func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

/// Where a byte sequence first stands.
func find(_ wanted: StaticString, in text: ArraySlice<UInt8>, ignoringCase: Bool = false) -> Int? {
    let count = wanted.utf8CodeUnitCount
    guard count > 0, text.count >= count else { return nil }
    let start = wanted.utf8Start
    var at = text.startIndex
    while at <= text.endIndex - count {
        var i = 0
        while i < count {
            let byte = ignoringCase && isLetter(text[at + i]) ? text[at + i] | 0x20 : text[at + i]
            if byte != start[i] { break }
            i += 1
        }
        if i == count { return at }
        at += 1
    }
    return nil
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a byte next stands.
    func next(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        let end = end ?? count
        guard start < end, let base = baseAddress, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}

/// Every line that is not empty, as a block.
func plainBlocks(_ text: [UInt8]) -> [Block] {
    var builder = BlockBuilder()
    for line in lines(text[...]) {
        line.withUnsafeBufferPointer { builder.append($0, style: .init()) }
        builder.flush()
    }
    return builder.blocks
}
