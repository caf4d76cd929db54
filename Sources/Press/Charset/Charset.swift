import Glibc

/// Bytes as UTF-8 text: the charset found by its mark, by being valid UTF-8, by declaration or by looking; NUL bytes dropped, wrong bytes
/// replaced by U+FFFD, with a flag for each kind of mending.
/// - Parameter declared: what the transport said (an HTTP header); it counts for more than what the text says of itself.
func decoded(_ bytes: [UInt8], declared: String? = nil) -> (text: [UInt8], flags: [String]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return mended(bytes) }
    if bytes.starts(with: [0xFF, 0xFE]) { return recoded(Array(bytes.dropFirst(2)), "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return recoded(Array(bytes.dropFirst(2)), "UTF-16BE") }
    if let order = wideOrder(bytes) { return recoded(bytes, order) }
    // By chance no text of more than a few characters in another charset is valid UTF-8.
    if (try? UTF8Span(validating: bytes.span)) != nil { return mended(bytes, isValid: true) }
    if let name = declared.flatMap(known) ?? ownDeclaration(bytes).flatMap(known), name != "UTF-8",
        let found = converted(bytes, from: name),
        found.wrong * 200 < bytes.count
    {
        // Pages declare wrongly; what reads as Chinese in one charset does so in no other.
        if commonShare(found.text) > readable { return withFlags(found, name) }
        if let other = likeliest(bytes) { return recoded(bytes, other) }
        return withFlags(found, name)
    }
    if let name = likeliest(bytes) { return recoded(bytes, name) }
    return mended(bytes)
}

private func recoded(_ bytes: [UInt8], _ name: String) -> (text: [UInt8], flags: [String]) {
    guard let found = converted(bytes, from: name) else { return mended(bytes) }
    return withFlags(found, name)
}

private func withFlags(_ found: (text: [UInt8], wrong: Int), _ name: String) -> (text: [UInt8], flags: [String]) {
    var (text, flags) = mended(found.text)
    if found.wrong > 0 { flags.append("bytes that are not \(name) replaced") }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    return (text, flags)
}

/// The C library's name for a charset as pages spell it; each is read as the widest that contains it, as browsers do
/// (WHATWG, Encoding Standard). nil: not one that news comes in.
private func known(_ name: String) -> String? {
    switch name.lowercased() {
    case "utf-8", "utf8": "UTF-8"
    case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "hz-gb-2312", "chinese": "GB18030"
    case "big5", "big5-hkscs", "big5hkscs", "x-x-big5", "cn-big5": "BIG5-HKSCS"
    case "utf-16", "utf-16le", "utf16": "UTF-16LE"
    case "utf-16be": "UTF-16BE"
    case "shift_jis", "sjis", "x-sjis", "windows-31j": "CP932"
    case "euc-jp": "EUC-JP"
    case "euc-kr", "ks_c_5601-1987": "CP949"
    case "iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii": "CP1252"
    case "windows-1251": "CP1251"
    default: nil
    }
}

/// `charset=` of a page's meta element or `encoding=` of an XML declaration, in the first 2,048 bytes.
private func ownDeclaration(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(2048)
    for key: StaticString in ["charset=", "encoding="] {
        guard let at = find(key, in: head, ignoringCase: true) else { continue }
        let value = head[(at + key.utf8CodeUnitCount)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        let name = value.prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        if !name.isEmpty { return string(name) }
    }
    return nil
}

/// UTF-16 without its mark: markup, digits and line ends leave every other byte NUL.
private func wideOrder(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    guard head.count >= 8, head.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (at, byte) in head.enumerated() where byte == 0 {
        if at % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 20 > head.count, zeros.even * 10 < zeros.odd { return "UTF-16LE" }
    if zeros.even * 20 > head.count, zeros.odd * 10 < zeros.even { return "UTF-16BE" }
    return nil
}

/// The charset in which the text reads as Chinese: few wrong bytes and many of the commonest characters. nil where neither does.
private func likeliest(_ bytes: [UInt8]) -> String? {
    let sample = Array(bytes.prefix(1 << 16))
    var best: (name: String, share: Double)?
    for name in ["GB18030", "BIG5-HKSCS"] {
        guard let found = converted(sample, from: name), found.wrong * 100 <= sample.count else { continue }
        let share = commonShare(found.text)
        if share > readable, share > best?.share ?? 0 { best = (name, share) }
    }
    return best?.name
}

/// How many of the first characters beyond ASCII are among the commonest in Chinese.
private func commonShare(_ text: [UInt8]) -> Double {
    var others = 0
    var common = 0
    for scalar in String(decoding: text.prefix(1 << 16), as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
        others += 1
        if scalar.value < 0x10000, commonest[Int(scalar.value)] { common += 1 }
        if others == 2000 { break }
    }
    return others == 0 ? 0 : Double(common) / Double(others)
}

/// In running Chinese text the commonest characters make up a quarter; in text read in the wrong charset, about a fiftieth.
private let readable = 0.06

/// By code point.
private let commonest: [Bool] = {
    var isCommon = [Bool](repeating: false, count: 0x10000)
    for scalar in "，。的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們到作地于於出就分对對成会會可主发發年动動同说說美".unicodeScalars {
        isCommon[Int(scalar.value)] = true
    }
    return isCommon
}()
