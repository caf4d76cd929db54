import Yams

/// The front matter of a post: `title`, `date`, `from`, `author`.
///
/// Read as YAML; a matter written by hand that breaks YAML (a title with quotation marks inside quotation marks) is read line by line.
struct FrontMatter: Sendable {
    private(set) var values: [String: String] = [:]
    /// It was not YAML.
    private(set) var mended = false

    init(_ text: ArraySlice<UInt8>) {
        if let plain = FrontMatter.plain(text) {
            values = plain
        } else if isShallow(text), let yaml = FrontMatter.yaml(string(text)) {
            values = yaml
        } else {
            values = FrontMatter.byLine(text)
            mended = true
        }
    }

    subscript(_ names: String...) -> String? {
        for name in names { if let value = values[name], !value.isEmpty { return value } }
        return nil
    }

    /// The shape that nearly every post has, read without the YAML library (which costs more than the rest of the post): each line is
    /// `name: value`, the value in quotation marks without escapes, or bare and plain, or a list in brackets. nil where a line is anything else.
    private static func plain(_ text: ArraySlice<UInt8>) -> [String: String]? {
        var values: [String: String] = [:]
        for line in lines(text) {
            var line = line
            while let last = line.last, last <= 0x20 { line.removeLast() }
            if line.isEmpty { continue }
            guard isLetter(line.first ?? 0), let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let name = line[..<colon]
            guard name.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }) else { return nil }
            var value = line[(colon + 1)...]
            guard value.isEmpty || value.first == 0x20 else { return nil }
            while value.first == 0x20 { value.removeFirst() }
            guard let plain = scalar(value) else { return nil }
            guard values.updateValue(plain, forKey: string(name).lowercased()) == nil else { return nil }
        }
        return values
    }

    /// The text of a plain scalar. nil where YAML might read it otherwise.
    private static func scalar(_ value: ArraySlice<UInt8>) -> String? {
        guard let first = value.first, let last = value.last else { return "" }
        if first == UInt8(ascii: "[") { return last == UInt8(ascii: "]") && isPlainList(value.dropFirst().dropLast()) ? "" : nil }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard value.count >= 2, last == first else { return nil }
            let inner = value.dropFirst().dropLast()
            return inner.contains(first) || inner.contains(UInt8(ascii: "\\")) || inner.contains(0x09) ? nil : string(inner)
        }
        guard isLetter(first) || isDigit(first) || first == UInt8(ascii: "(") || first >= 0xC3 else { return nil }
        var previous: UInt8 = 0
        for byte in value {
            // U+2028 and U+2029 end a line in YAML.
            if byte < 0x20 || byte == 0xA8 && previous == 0x80 || byte == 0xA9 && previous == 0x80
                || byte == UInt8(ascii: "#") && previous == 0x20 || byte == 0x20 && previous == UInt8(ascii: ":")
            {
                return nil
            }
            previous = byte
        }
        return previous == UInt8(ascii: ":") ? nil : string(value)
    }

    /// `a, b`: nothing here is read from lists, so it is enough that they close where the line ends.
    private static func isPlainList(_ list: ArraySlice<UInt8>) -> Bool {
        !list.contains { "[]{}\"'#&*!|>%@`:".utf8.contains($0) }
    }

    private static func yaml(_ text: String) -> [String: String]? {
        guard let node = try? Yams.compose(yaml: text, .basic, .default, .utf8), let mapping = node.mapping else { return nil }
        var values: [String: String] = [:]
        for (key, value) in mapping {
            guard let key = key.scalar?.string.lowercased() else { continue }
            if let scalar = value.scalar { values[key] = scalar.string }
        }
        return values
    }

    private static func byLine(_ text: ArraySlice<UInt8>) -> [String: String] {
        var values: [String: String] = [:]
        for line in lines(text) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isLetter(line.first ?? 0) else { continue }
            let key = string(line[..<colon]).lowercased()
            var value = collapsed(string(line[(colon + 1)...]))
            if value.count >= 2, let first = value.first, first == "\"" || first == "'", value.last == first {
                value = collapsed(String(value.dropFirst().dropLast()))
            }
            if values[key] == nil { values[key] = value }
        }
        return values
    }
}

/// libyaml's tree is walked by recursion: a matter that could nest deep is not handed to it.
private func isShallow(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 16_000 else { return false }
    var openers = 0
    for byte in text {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "*"): openers += 1
        default: break
        }
    }
    return openers <= 100 && !lines(text).contains { nests($0) }
}

/// `- - - -` or deep indentation.
private func nests(_ line: ArraySlice<UInt8>) -> Bool {
    let lead = line.prefix { $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == 0x09 }
    return lead.count > 40
}
