/// Takes out `<?…?>`: the declaration, since the text is UTF-8 by now whatever it says, and instructions, since Foundation's parser crashes on one
/// without data. What stands in CDATA sections and comments stays; line ends stay, for the numbers of lines in messages.
func withoutInstructions(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result = Array(text)
    var at = text.startIndex
    let first = text.startIndex
    while let open = text[at...].firstIndex(of: UInt8(ascii: "<")) {
        let rest = text[open...]
        if rest.starts(with: "<![CDATA[".utf8) {
            at = find("]]>", in: rest).map { $0 + 3 } ?? text.endIndex
        } else if rest.starts(with: "<!--".utf8) {
            at = find("-->", in: rest).map { $0 + 3 } ?? text.endIndex
        } else if rest.starts(with: "<?".utf8) {
            at = find("?>", in: rest).map { $0 + 2 } ?? text.endIndex
            for index in (open - first)..<(at - first) where result[index] != 0x0A { result[index] = 0x20 }
        } else {
            at = open + 1
        }
    }
    // What looks like a comment or a CDATA section here may be none to the parser, in broken XML. In HTML `<!` is passed over as `<?` is.
    for index in result.indices.dropFirst() where result[index] == UInt8(ascii: "?") && result[index - 1] == UInt8(ascii: "<") {
        result[index] = UInt8(ascii: "!")
    }
    return result
}

/// Where a feed declares entities, `&#60;` and `&#38;` by their names, which mean the same: a declaration could make an instruction of them.
func withNamedMarks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard find("<!ENTITY", in: text) != nil else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
        if text[at] == UInt8(ascii: "&"), let (point, end) = characterReference(text, at), point == 60 || point == 38 {
            result += Array((point == 60 ? "&lt;" : "&amp;").utf8)
            at = end
        } else {
            result.append(text[at])
            at += 1
        }
    }
    return result[...]
}

/// The code point of `&#60;` or `&#x3C;`, and what follows it.
private func characterReference(_ text: ArraySlice<UInt8>, _ start: Int) -> (point: Int, end: Int)? {
    guard text[start...].starts(with: "&#".utf8) else { return nil }
    var at = start + 2
    let isHex = at < text.endIndex && text[at] == UInt8(ascii: "x")
    if isHex { at += 1 }
    var point = 0
    while at < text.endIndex, let digit = Character(Unicode.Scalar(text[at])).hexDigitValue, isHex || digit < 10, point < 0x110000 {
        point = point * (isHex ? 16 : 10) + digit
        at += 1
    }
    return at < text.endIndex && text[at] == UInt8(ascii: ";") ? (point, at + 1) : nil
}
