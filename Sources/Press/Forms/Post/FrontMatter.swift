import Yams

/// The front matter of a post: `title`, `date`, `from`, `author`.
///
/// Read as YAML; a matter written by hand that breaks YAML (a title with quotation marks inside quotation marks) is read line by line.
struct FrontMatter: Sendable {
    private(set) var values: [String: String] = [:]
    /// It was not YAML.
    private(set) var mended = false

    init(_ text: ArraySlice<UInt8>) {
        if isShallow(text), let yaml = FrontMatter.yaml(string(text)) {
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

    private static func yaml(_ text: String) -> [String: String]? {
        guard let node = try? Yams.compose(yaml: text, .basic), let mapping = node.mapping else { return nil }
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
