import Glibc

/// A piece of a large file that can be read by itself: some lines of JSON, some records of a WARC, a member of an archive; or the whole of a
/// file that need not be cut.
public struct Part: Sendable {
    public let path: String
    public let bytes: [UInt8]
    /// What the numbers in its problems are counted from.
    let start: String?
    /// What could not be read.
    let problem: String?

    init(path: String, bytes: [UInt8] = [], start: String? = nil, problem: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.start = start
        self.problem = problem
    }
}

extension Press {
    /// A larger file is read in parts.
    public static let held = 16 << 20

    /// Reads a part as any file is read.
    public func read(_ part: Part) -> Reading {
        let reading = part.bytes.isEmpty && part.problem != nil ? Reading(articles: [], problems: []) : read(part.bytes, path: part.path)
        let problems = reading.problems.map { problem in
            part.start.map { Problem(path: problem.path, message: "\(problem.message) (\($0))") } ?? problem
        }
        return Reading(
            articles: reading.articles, problems: problems + (part.problem.map { [Problem(path: part.path, message: $0)] } ?? []))
    }
}

/// In bytes.
struct PartSizes {
    /// A text up to this size is not cut.
    var held = Press.held
    /// About so much is handed out at once.
    var piece = 4 << 20
    /// The longest line and the longest record.
    var longest = 64 << 20
}

/// The parts of a file, or of standard input, one after another; some 20 MB of it are in memory at once, 64 MB of a long line, or 256 MB of a text that
/// cannot be cut.
public struct Parts: IteratorProtocol {
    private let path: String
    private let sizes: PartSizes
    private var splitter: Splitter?
    private var archive: ArchiveReader?
    private var waiting: [Part] = []

    /// - Parameter path: `-` is standard input.
    /// - Throws: ``Problem`` where the file cannot be opened.
    public init(of path: String) throws(Problem) { try self.init(of: path, sizes: PartSizes()) }

    init(of path: String, sizes: PartSizes) throws(Problem) {
        self.path = path
        self.sizes = sizes
        var window = SourceWindow(try FileSource(path))
        window.fill(to: sizes.held + 1)
        if window.hasEnded {
            splitter = Splitter(window, path: path, sizes: sizes)
        } else if window.bytes.starts(with: [0x1F, 0x8B]) {
            var unpacked = SourceWindow(GzipSource(Rejoined(window)))
            unpacked.fill(to: 1024)
            guard Archive.recognises(unpacked.bytes) else {
                unpacked.fill(to: sizes.held + 1)
                splitter = Splitter(unpacked, path: path, sizes: sizes)
                return
            }
            archive = path == "-" ? ArchiveReader(Rejoined(unpacked)) : ArchiveReader(file: path)
        } else if Archive.recognises(window.bytes) {
            archive = path == "-" ? ArchiveReader(Rejoined(window)) : ArchiveReader(file: path)
        } else {
            splitter = Splitter(window, path: path, sizes: sizes)
        }
    }

    public mutating func next() -> Part? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            if let part = splitter?.next() { return part }
            splitter = nil
            guard let archive else { return nil }
            let path = path
            var problems: [Part] = []
            let header = archive.next { problems.append(Part(path: inner(path, $0), problem: $1)) }
            waiting = problems
            if let header {
                var window = SourceWindow(archive)
                window.fill(to: sizes.held + 1)
                splitter = Splitter(window, path: inner(path, header.name), sizes: sizes)
            } else {
                self.archive = nil
            }
        }
    }
}

private func inner(_ path: String, _ name: String?) -> String { name.map { path + "/" + $0 } ?? path }

/// A source whose start has been looked at.
private final class Rejoined: ByteSource {
    private let source: any ByteSource
    private var start: ArraySlice<UInt8>

    init(_ window: SourceWindow) {
        source = window.source
        start = window.bytes[...]
    }

    var problem: String? { source.problem }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard !start.isEmpty else { return source.read(into: buffer) }
        let count = min(start.count, buffer.count)
        buffer.copyBytes(from: start.prefix(count))
        start = start.dropFirst(count)
        return count
    }
}
