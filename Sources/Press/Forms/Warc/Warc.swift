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
        while true {
            while at < bytes.count, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
            guard at < bytes.count else { return nil }
            if bytes[at...].starts(with: Array("WARC/".utf8)), let head = HeaderLines(bytes, from: at, notBeyond: "WARC/") {
                return record(head)
            }
            note("byte \(at) starts no record; it was read on from the next one")
            at = WarcReader.nextRecord(in: bytes, after: at + 1) ?? bytes.count
        }
    }

    private mutating func record(_ head: HeaderLines) -> WarcRecord {
        let start = at
        let body = head.end
        var end = bytes.count
        if let length = head["content-length"].flatMap(Int.init), length >= 0, length <= bytes.count - body,
            WarcReader.isBoundary(bytes, body + length)
        {
            end = body + length
        } else {
            end = WarcReader.nextRecord(in: bytes, after: body) ?? bytes.count
            note(
                "the record at byte \(start) says it is \(head["content-length"] ?? "no") bytes long, but \(end - body) are there; fetch it again"
            )
        }
        at = end
        return WarcRecord(
            type: head["warc-type"] ?? "", target: head["warc-target-uri"], date: head["warc-date"],
            contentType: (head["content-type"] ?? "").lowercased(), block: bytes[body..<end])
    }

    /// A file that is nothing but damage is not described line by line.
    private mutating func note(_ problem: String) {
        if problems.count < 20 {
            problems.append(problem)
        } else if problems.count == 20 {
            problems.append("and more records like these")
        }
    }

    /// A record's end is followed by two line ends and the next record, or by nothing.
    static func isBoundary(_ bytes: [UInt8], _ end: Int) -> Bool {
        guard end <= bytes.count else { return false }
        var cursor = end
        // Two line ends are the rule; some writers add one.
        while cursor < bytes.count, cursor - end < 16, bytes[cursor] == 0x0D || bytes[cursor] == 0x0A { cursor += 1 }
        return cursor == bytes.count || bytes[cursor...].starts(with: Array("WARC/".utf8))
    }

    static func nextRecord(in bytes: [UInt8], after start: Int) -> Int? {
        start > bytes.count ? nil : find("\nWARC/1.", in: bytes[start...]).map { $0 + 1 }
    }
}

/// `Name: value` lines up to an empty one, as WARC, HTTP and mail write them. Names are in lower case.
struct HeaderLines {
    /// The line before the headers.
    let first: String
    private let values: [String: String]
    /// Behind the empty line.
    let end: Int

    /// nil where no empty line follows within 64 kB, or a line that begins another message comes first.
    init?(_ bytes: [UInt8], from start: Int, notBeyond mark: StaticString? = nil) {
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
            if let mark, first != nil, find(mark, in: line.prefix(mark.utf8CodeUnitCount)) != nil { return nil }
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
