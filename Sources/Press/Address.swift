/// An address as a page writes it, made absolute by the page's own; nil for one that leads nowhere (a script, a place on the same page).
func absolute(_ written: String, base: String?) -> String? {
    let address = written.trimmedOfBlanks
    guard !address.isEmpty, !address.hasPrefix("#"), !address.lowercased().hasPrefix("javascript:") else { return nil }
    if hasScheme(address) { return address }
    guard let base, let (origin, folder) = originAndFolder(base) else { return address }
    if address.hasPrefix("//") { return String(origin.prefix { $0 != "/" }) + address }
    if address.hasPrefix("/") { return origin + address }
    if address.hasPrefix("?") { return String(base.prefix { $0 != "?" && $0 != "#" }) + address }
    var steps = folder.split(separator: "/")
    var rest = address[...]
    while true {
        if rest.hasPrefix("../") {
            rest = rest.dropFirst(3)
            steps = steps.dropLast()
        } else if rest.hasPrefix("./") {
            rest = rest.dropFirst(2)
        } else {
            break
        }
    }
    return origin + "/" + (steps + [rest]).joined(separator: "/")
}

private func hasScheme(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = address.utf8[..<colon]
    return scheme.count > 1 && scheme.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
}

/// `https://a.example/b/c?d` → `https://a.example` and `/b/`.
private func originAndFolder(_ url: String) -> (origin: String, folder: String)? {
    guard let mark: Range<String.Index> = url.firstRange(of: "://") else { return nil }
    let rest = url[mark.upperBound...].prefix(while: { $0 != "?" && $0 != "#" })
    let host = rest.prefix(while: { $0 != "/" })
    let path = rest[host.endIndex...]
    guard let last = path.lastIndex(of: "/") else { return (String(url[..<host.endIndex]), "/") }
    return (String(url[..<host.endIndex]), String(path[...last]))
}

extension String {
    fileprivate var trimmedOfBlanks: String {
        String(decoding: utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
    }
}
