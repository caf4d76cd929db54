import Mustache

/// Text made safe for HTML and SVG, in elements and in quoted attributes alike.
///
/// Goes by bytes, not by `Character`: a quotation mark followed by a combining accent is one `Character` that equals no `"`, and so slips
/// through an escape that compares characters, as swift-mustache's own does; to a browser it closes the attribute.
func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { replacement(for: $0) != nil }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
        if let replacement = replacement(for: byte) {
            out.append(contentsOf: replacement.utf8)
        } else {
            out.append(byte)
        }
    }
    return String(decoding: out, as: UTF8.self)
}

/// The escape of templates: every template opens with the pragma that names it.
struct PageText: MustacheContentType {
    static let name = "PAGE"
    func escapeText(_ text: String) -> String { escaped(text) }
}

// MARK: - Private

/// NUL has no place in a page; browsers read it in more than one way.
private func replacement(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0: "\u{FFFD}"
    default: nil
    }
}
