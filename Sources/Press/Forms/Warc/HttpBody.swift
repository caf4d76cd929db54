/// The body of an HTTP response as it was stored, with its codings undone.
struct HttpBody {
    let status: Int
    let contentType: String
    let charset: String?
    let bytes: [UInt8]
    let problem: String?

    /// nil where the block is no HTTP response.
    init?(_ block: ArraySlice<UInt8>) {
        let message = Array(block)
        guard message.starts(with: Array("HTTP/".utf8)), let head = HeaderLines(message, from: 0) else { return nil }
        let words = head.first.split(separator: " ")
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        let type = head["content-type"] ?? ""
        contentType = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        charset = type.lowercased().split(separator: ";").dropFirst().lazy.map { $0.filter { !" \"'".contains($0) } }
            .first { $0.hasPrefix("charset=") }.map { String($0.dropFirst(8)) }
        var body = Array(message[head.end...])
        if head["transfer-encoding"]?.lowercased().contains("chunked") == true { body = dechunked(body) ?? body }
        var problem: String?
        for coding in (head["content-encoding"] ?? "").lowercased().split(separator: ",").reversed() {
            (body, problem) = decoded(body, String(coding.filter { $0 != " " }), problem)
        }
        bytes = body
        self.problem = problem
    }
}

/// Undoes one content coding. Crawlers often store the body plain and keep the header: such a body is left as it is.
private func decoded(_ body: [UInt8], _ coding: String, _ earlier: String?) -> (bytes: [UInt8], problem: String?) {
    switch coding {
    case "", "identity": return (body, earlier)
    case "gzip", "x-gzip", "deflate":
        let hasHead =
            body.starts(with: [0x1F, 0x8B]) || body.count > 2 && body[0] & 0x0F == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
        guard hasHead || coding == "deflate" && !isPlain(body) else { return (body, earlier) }
        let plain = inflated(body, most: Press.largest, raw: !hasHead)
        return (plain.bytes, plain.problem ?? earlier)
    case "br":
        guard !isPlain(body) else { return (body, earlier) }
        guard let plain = unbrotlied(body, most: Press.largest) else {
            return ([], "its body says it is brotli and is not; fetch it again")
        }
        return (plain.bytes, plain.problem ?? earlier)
    case "zstd": return Archive.recognises(body) ? unpacked(body, earlier) : (body, earlier)
    default:
        if isPlain(body) { return (body, earlier) }
        return ([], "its body is coded as “\(coding)”, which is not read; store it as gzip or plain")
    }
}

/// Whether a body begins as texts do: packed bytes hold other control characters within a few dozen.
private func isPlain(_ body: [UInt8]) -> Bool {
    !body.prefix(64).contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
}

private func unpacked(_ body: [UInt8], _ earlier: String?) -> (bytes: [UInt8], problem: String?) {
    var bytes: [UInt8] = []
    var problem = earlier
    Archive.read(body) {
        bytes = $0.bytes
    } problem: {
        problem = $1
    }
    return (bytes, problem)
}

/// Chunks put together; nil where the body is not in chunks after all. A last chunk that breaks off is kept as far as it goes.
private func dechunked(_ body: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var at = 0
    while at < body.count {
        guard let end = body[at...].prefix(1024).firstIndex(of: 0x0A) else { return result.isEmpty ? nil : result }
        let digits = body[at..<end].prefix { isDigit($0) || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x66 }
        guard !digits.isEmpty, digits.count <= 8, let size = Int(string(digits), radix: 16) else { return result.isEmpty ? nil : result }
        if size == 0 { return result }
        result += body[(end + 1)..<min(body.count, end + 1 + size)]
        at = end + 1 + size
        while at < body.count, body[at] == 0x0D || body[at] == 0x0A { at += 1 }
    }
    return result
}
