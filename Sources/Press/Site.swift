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

/// An identifier that stays the same over runs and machines: FNV-1a as sixteen hexadecimal digits.
func stableID(_ text: String) -> String {
    let digits = String(fnv(text.utf8), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
