/// The host of an http link, in lower case and without `www.`; nil where there is none.
func siteOf(_ url: String) -> String? {
    var url = url
    return url.withUTF8 { bytes -> String? in
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].dropFirst().starts(with: "//".utf8) else { return nil }
        var host = bytes[(colon + 3)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        host = host.prefix { $0 != UInt8(ascii: ":") }
        guard host.contains(UInt8(ascii: ".")) else { return nil }
        let lower = String(decoding: host, as: UTF8.self).lowercased()
        let bare = lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
        return bare.contains(".") ? bare : nil
    }
}

/// An identifier that stays the same over runs and machines: FNV-1a as sixteen hexadecimal digits.
func stableID(_ text: String) -> String {
    let digits = String(fnv(text.utf8), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
