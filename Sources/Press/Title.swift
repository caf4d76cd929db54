/// A title without what the outlet or the archive adds: a section in brackets in front (`[World] `), the outlet's or a column's
/// name behind a dash or bar (` – 法国国际广播电台 - RFI`) or in brackets (`(路透)`), and runs of white space.
func cleanTitle(_ raw: String, suffixes: [String]) -> String {
    var title = collapsed(raw)
    if title.hasPrefix("["), let close = title.firstIndex(of: "]") {
        let rest = collapsed(String(title[title.index(after: close)...]))
        if title.distance(from: title.startIndex, to: close) <= 10, !rest.isEmpty { title = rest }
    }
    var changed = true
    while changed {
        changed = false
        for suffix in suffixes {
            guard let rest = without(suffix, title) else { continue }
            let cut = "([（【".contains(suffix.prefix(1)) ? collapsed(String(rest)) : beforeSeparator(rest) ?? ""
            guard !cut.isEmpty else { continue }
            title = cut
            changed = true
        }
    }
    return title
}

/// The text in front of a suffix, in which `#` stands for digits and hyphens: an archive's running number.
private func without(_ suffix: String, _ title: String) -> Substring? {
    guard suffix == "#" else { return title.hasSuffix(suffix) ? title.dropLast(suffix.count) : nil }
    let number = title.reversed().prefix { $0.isASCII && $0.isNumber || $0 == "-" }
    return number.count < 6 ? nil : title.dropLast(number.count)
}

/// The text before a closing ` - `, ` – `, ` | `, `_` or the like; nil where no such mark stands there.
private func beforeSeparator(_ text: Substring) -> String? {
    let trimmed = collapsed(String(text))
    guard let last = trimmed.unicodeScalars.last, "-–—|｜_".unicodeScalars.contains(last) else { return nil }
    return collapsed(String(trimmed.unicodeScalars.dropLast()))
}

/// White space and control characters collapsed to single spaces, edges trimmed.
func collapsed(_ text: String) -> String {
    var builder = BlockBuilder()
    Array(text.utf8).withUnsafeBufferPointer { builder.append($0, style: .init()) }
    builder.flush()
    return builder.blocks.first.map { String(decoding: $0.text, as: UTF8.self) } ?? ""
}
