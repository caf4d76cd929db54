/// Cuts a text too large to be held into texts of its own form: JSON lines at line ends, a WARC between records. Any other form is one text.
struct Splitter {
    private let path: String
    private let kind: Kind
    private let sizes: PartSizes
    private var window: SourceWindow
    private var line = 1
    private var isOver = false

    private enum Kind { case lines, records, whole }

    /// - Parameter window: filled to more bytes than are held, unless it is shorter.
    init(_ window: SourceWindow, path: String, sizes: PartSizes) {
        self.path = path
        self.window = window
        self.sizes = sizes
        let isLarge = !window.hasEnded || window.bytes.count > sizes.held
        kind = !isLarge ? .whole : WarcReader.recognises(window.bytes) ? .records : JSONForm.isLines(window.bytes) ? .lines : .whole
    }

    mutating func next() -> Part? {
        guard !isOver else { return nil }
        switch kind {
        case .whole: return whole()
        case .lines: return lines() ?? ending()
        case .records: return records() ?? ending()
        }
    }

    private mutating func whole() -> Part {
        isOver = true
        // A file tells its size before it is read.
        let isTooLarge = (window.source as? FileSource).map { $0.size > Press.largest } ?? false
        if !isTooLarge { window.fill(to: Press.largest + 1) }
        if isTooLarge || window.bytes.count > Press.largest { return Part(path: path, problem: Press.tooLarge) }
        return Part(path: path, bytes: window.source.isHarmful ? [] : window.bytes, problem: window.source.problem)
    }

    /// What kept the source from being read to its end.
    private mutating func ending() -> Part? {
        isOver = true
        return window.source.problem.map { Part(path: path, problem: $0) }
    }

    private mutating func lines() -> Part? {
        window.fill(to: sizes.piece)
        guard !window.bytes.isEmpty else { return nil }
        var end = window.hasEnded && window.bytes.count <= sizes.piece ? window.bytes.count : nil
        if end == nil { end = window.bytes[..<sizes.piece].lastIndex(of: 0x0A).map { $0 + 1 } }
        var searched = sizes.piece
        while end == nil {
            window.fill(to: searched + sizes.piece)
            end = window.bytes[searched...].firstIndex(of: 0x0A).map { $0 + 1 } ?? (window.hasEnded ? window.bytes.count : nil)
            searched = window.bytes.count
            if end == nil, searched > sizes.longest { return skippedLine() }
        }
        let start = line
        let bytes = window.take(end ?? 0)
        line += bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        return Part(path: path, bytes: bytes, start: "counted from line \(start)")
    }

    private mutating func skippedLine() -> Part {
        var end: Int?
        while end == nil {
            window.drop(window.bytes.count)
            window.fill(to: sizes.piece)
            end = window.bytes.firstIndex(of: 0x0A) ?? (window.hasEnded ? window.bytes.count : nil)
        }
        window.drop(min(window.bytes.count, (end ?? 0) + 1))
        defer { line += 1 }
        return Part(path: path, problem: "line \(line) is longer than \(sizes.longest >> 20) MB; it was left out, split it")
    }

    private mutating func records() -> Part? {
        let start = window.offset
        var end = 0
        while end < sizes.piece {
            window.fill(to: end + sizes.piece)
            guard end < window.bytes.count else { break }
            guard let next = recordEnd(from: end) else {
                if end > 0 { break }
                return skippedRecord()
            }
            end = next
        }
        guard end > 0 else { return nil }
        return Part(path: path, bytes: window.take(end), start: "counted from byte \(start)")
    }

    /// Behind the record at an index: where it says, if another follows there, else where another begins. nil: not near enough.
    private mutating func recordEnd(from start: Int) -> Int? {
        if let head = HeaderLines(window.bytes, from: start), let length = head["content-length"].flatMap(Int.init),
            0...sizes.longest ~= length
        {
            window.fill(to: head.end + length + 16)
            if WarcReader.isBoundary(window.bytes, head.end + length) { return behindLineEnds(head.end + length) }
        }
        window.fill(to: start + sizes.longest)
        return WarcReader.nextRecord(in: window.bytes, after: start + 1) ?? (window.hasEnded ? window.bytes.count : nil)
    }

    /// A part begins with a record.
    private func behindLineEnds(_ index: Int) -> Int {
        var index = index
        while index < window.bytes.count, window.bytes[index] == 0x0D || window.bytes[index] == 0x0A { index += 1 }
        return index
    }

    private mutating func skippedRecord() -> Part {
        let start = window.offset
        while true {
            // A record's first line may lie across two windows.
            window.drop(max(1, window.bytes.count - 16))
            window.fill(to: sizes.piece)
            let next = WarcReader.nextRecord(in: window.bytes, after: 0)
            guard next != nil || window.hasEnded else { continue }
            window.drop(next ?? window.bytes.count)
            return Part(path: path, problem: "the record at byte \(start) is longer than \(sizes.longest >> 20) MB; it was left out")
        }
    }
}
