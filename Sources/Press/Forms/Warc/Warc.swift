/// One record of a WARC file (ISO 28500), version 1.0 or 1.1.
struct WarcRecord {
    let type: String
    let target: String?
    let date: String?
    let contentType: String
    let block: ArraySlice<UInt8>
}

/// Reads a WARC record by record. Records that are compressed one by one have been unpacked before.
struct WarcReader {
    private let bytes: [UInt8]
    private var at = 0
    private(set) var problems: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func recognises(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("WARC/1.".utf8)) || bytes.starts(with: Array("WARC/0.".utf8))
    }

    /// The next record. A record whose length does not lead to another one is cut at the next `WARC/1.` line, or at the end, and named.
    mutating func next() -> WarcRecord? {
        while at < bytes.count, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
        guard at < bytes.count else { return nil }
        let start = at
        guard bytes[at...].starts(with: Array("WARC/".utf8)), let head = HeaderLines(bytes, from: at) else {
            problems.append("byte \(start) starts no record; it was read on from the next one")
            return resume(after: start) ? next() : nil
        }
        let length = head["content-length"].flatMap(Int.init) ?? -1
        let body = head.end
        var end = length < 0 ? body : body &+ length
        if length < 0 || end > bytes.count || end < body || !isBoundary(end) {
            end = nextRecord(after: body) ?? bytes.count
            problems.append(
                "the record at byte \(start) says it is \(head["content-length"] ?? "of no length") bytes long, but \(end - body) are there; fetch it again"
            )
        }
        at = end
        return WarcRecord(
            type: head["warc-type"] ?? "", target: head["warc-target-uri"], date: head["warc-date"],
            contentType: (head["content-type"] ?? "").lowercased(), block: bytes[body..<end])
    }

    private mutating func resume(after start: Int) -> Bool {
        at = nextRecord(after: start + 1) ?? bytes.count
        return at < bytes.count
    }

    /// A record's end is followed by two line ends and the next record, or by nothing.
    private func isBoundary(_ end: Int) -> Bool {
        var cursor = end
        while cursor < bytes.count, bytes[cursor] == 0x0D || bytes[cursor] == 0x0A { cursor += 1 }
        return cursor == bytes.count || bytes[cursor...].starts(with: Array("WARC/".utf8))
    }

    private func nextRecord(after start: Int) -> Int? { find("\nWARC/1.", in: bytes[start...]).map { $0 + 1 } }
}

/// `Name: value` lines up to an empty one, as WARC, HTTP and mail write them. Names are in lower case.
struct HeaderLines {
    /// The line before the headers.
    let first: String
    private let values: [String: String]
    /// Behind the empty line.
    let end: Int

    /// nil where no empty line follows within 64 kB.
    init?(_ bytes: [UInt8], from start: Int) {
        var at = start
        var first: String?
        var values: [String: String] = [:]
        while at < bytes.count, at - start < 64_000 {
            guard let stop = bytes[at...].firstIndex(of: 0x0A) else { return nil }
            var line = bytes[at..<stop]
            at = stop + 1
            if line.last == 0x0D { line.removeLast() }
            if line.isEmpty {
                self.first = first ?? ""
                self.values = values
                end = at
                return
            }
            if first == nil {
                first = string(line)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = string(line[..<colon]).lowercased()
                if values[name] == nil { values[name] = collapsed(string(line[(colon + 1)...])) }
            }
        }
        return nil
    }

    subscript(_ name: String) -> String? { values[name] }
}
