/// The host of an http link, in lower case and without `www.`; nil where there is none.
func siteOf(_ url: String) -> String? {
    guard let scheme = url.range(of: "://") else { return nil }
    var host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    host = host.prefix { $0 != ":" }
    let lower = host.lowercased()
    let bare = lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
    return bare.contains(".") ? bare : nil
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC draft-eastlake-fnv), as sixteen hexadecimal digits.
func stableID(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
