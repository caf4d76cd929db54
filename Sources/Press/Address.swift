/// The address of a page, by which the addresses that it writes are made absolute. Taken apart once; a page holds hundreds of links.
struct BaseAddress {
    private let whole: [UInt8]
    /// `https://a.example` and `/b/` of `https://a.example/b/c?d`; nil for an address without a host.
    private let parts: (origin: ArraySlice<UInt8>, folder: ArraySlice<UInt8>)?

    init(_ address: String?) {
        whole = Array((address ?? "").utf8)
        guard let mark = find("://", in: whole[...]) else {
            parts = nil
            return
        }
        let rest = whole[(mark + 3)...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let host = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        let folder = rest[host...].lastIndex(of: UInt8(ascii: "/")).map { rest[host...$0] }
        parts = (whole[..<host], folder ?? slash[...])
    }

    /// An address as the page writes it, made absolute; nil for one that leads nowhere (a script, a place on the same page).
    func absolute(_ written: String) -> String? {
        var written = written
        return written.withUTF8 { absolute(trimmed($0)) }
    }

    private func absolute(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard let first = address.first, first != UInt8(ascii: "#"), !isScript(address) else { return nil }
        guard let (origin, page) = parts, !hasScheme(address) else { return string(address) }
        if address.starts(with: "//".utf8) { return string(origin.prefix { $0 != UInt8(ascii: "/") } + address) }
        if first == UInt8(ascii: "/") { return string(origin + address) }
        if first == UInt8(ascii: "?") { return string(whole.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") } + address) }
        var (folder, rest) = (page, address)
        while true {
            if rest.starts(with: "../".utf8) {
                rest = rest.dropFirst(3)
                folder = folder.dropLast().lastIndex(of: UInt8(ascii: "/")).map { folder[...$0] } ?? slash[...]
            } else if rest.starts(with: "./".utf8) {
                rest = rest.dropFirst(2)
            } else {
                return string(origin + folder + rest)
            }
        }
    }
}

private let slash = [UInt8(ascii: "/")]

private func isScript(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    address.count >= 11 && zip(address, "javascript:".utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
}

private func hasScheme(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let scheme = address.prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    return scheme.count > 1 && scheme.endIndex < address.endIndex && address[scheme.endIndex] == UInt8(ascii: ":")
}

private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var rest = bytes[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
}
