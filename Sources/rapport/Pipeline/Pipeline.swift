import Coding
import Foundation
import Press

/// Files → articles → coded articles, on all cores, delivered in the order of the files.
///
/// At most `window` files are in hand at once, whether read, coded or waiting for their turn: that bounds memory whatever the archive.
struct Pipeline<Product: Sendable>: Sendable {
    let press: Press
    /// What is made of an article on the worker, so that all that costs runs on all cores.
    let read: @Sendable (Article) -> Product
    var window = 256 * ProcessInfo.processInfo.activeProcessorCount
    /// Files that were read before, by path: they are not read again.
    var known: [String: FileOutcome<Article>] = [:]
    /// Articles of more bytes are not taken, with a reason.
    var longest = Int.max

    init(press: Press, read: @escaping @Sendable (Article) -> Product) {
        self.press = press
        self.read = read
    }

    /// - Parameter make: what is made of a coded article.
    init(tools: Tools, make: @escaping @Sendable (CodedArticle) -> Product) {
        self.init(press: tools.press, read: { make(tools.coder.code($0)) })
        longest = Self.longestCoded
    }

    /// The longest article of a year of eleven outlets has 13,000 characters (39 kB); a million bytes are coded in about a second.
    private static var longestCoded: Int { 1_000_000 }

    /// Bytes of large files' parts that are in hand at once.
    private static var mostInHand: Int { 16 << 20 }

    /// Reads and codes every file; `consume` is called for one file after another, never twice at once; of a large file once for each part.
    /// - Throws: what `consume` throws; a file that cannot be read is no error but a problem in its outcome.
    func run(_ files: [String], consume: (FileOutcome<Product>) throws -> Void) async throws {
        try await withThrowingTaskGroup(of: (Int, FileOutcome<Product>).self) { group in
            var pieces = Pieces(files, isKnown: { known[$0] != nil })
            var next = 0
            var due = 0
            var inHand = 0
            var early: [Int: FileOutcome<Product>] = [:]
            while true {
                while next - due < window, inHand < Self.mostInHand, let piece = pieces.next() {
                    let index = next
                    group.addTask { (index, outcome(of: piece)) }
                    next += 1
                    inHand += piece.bytesInHand
                }
                guard due < next, let (index, outcome) = try await group.next() else { return }
                early[index] = outcome
                while let ready = early.removeValue(forKey: due) {
                    try consume(ready)
                    due += 1
                    if ready.isPart { inHand -= ready.bytes }
                }
            }
        }
    }

    private func outcome(of piece: Piece) -> FileOutcome<Product> {
        if let part = piece.part { return outcome(piece, part.bytes.count, press.read(part)) }
        if let known = known[piece.file] {
            return outcome(piece, known.bytes, Reading(articles: known.products, problems: known.problems))
        }
        do {
            let bytes = try Press.bytes(of: piece.file)
            return outcome(piece, bytes.count, press.read(bytes, path: piece.file))
        } catch {
            return outcome(piece, 0, Reading(articles: [], problems: [error]))
        }
    }

    private func outcome(_ piece: Piece, _ bytes: Int, _ reading: Reading) -> FileOutcome<Product> {
        let taken = reading.articles.filter { $0.text.utf8.count <= longest }
        return FileOutcome(
            path: piece.file, bytes: bytes, products: taken.map(read), problems: reading.problems + refusals(reading.articles),
            isPart: piece.isPart, isFirst: piece.isFirst)
    }

    private func refusals(_ articles: [Article]) -> [Problem] {
        articles.filter { $0.text.utf8.count > longest }.map {
            Problem(
                path: $0.path,
                message: "“\($0.title.prefix(40))” has \($0.text.utf8.count) bytes, too many for one article; not coded: split it")
        }
    }
}

/// What a worker takes in hand: a file, or a part of one too large to be held.
private struct Piece: Sendable {
    let file: String
    var part: Part?
    var isFirst = true
    /// It is not all of the file.
    var isPart = false

    var bytesInHand: Int { isPart ? part?.bytes.count ?? 0 : 0 }
}

/// The files, the large ones in parts.
private struct Pieces: IteratorProtocol {
    private var files: ArraySlice<String>
    private let isKnown: (String) -> Bool
    private var parts: (file: String, parts: Parts, next: Part)?

    init(_ files: [String], isKnown: @escaping (String) -> Bool) {
        self.files = files[...]
        self.isKnown = isKnown
    }

    mutating func next() -> Piece? {
        if case (let file, var rest, let part)? = parts {
            parts = rest.next().map { (file, rest, $0) }
            return Piece(file: file, part: part, isFirst: false, isPart: true)
        }
        guard let file = files.popFirst() else { return nil }
        // What cannot be opened says so when it is read.
        guard !isKnown(file), Press.isLarge(file), var rest = try? Parts(of: file), let part = rest.next() else { return Piece(file: file) }
        if let next = rest.next() { parts = (file, rest, next) }
        return Piece(file: file, part: part, isPart: parts != nil)
    }
}

/// What became of one file, or of a part of a large one.
struct FileOutcome<Product: Sendable>: Sendable {
    let path: String
    let bytes: Int
    let products: [Product]
    let problems: [Problem]
    /// More of the file comes, or came before.
    var isPart = false
    /// Of a large file's parts the first.
    var isFirst = true
}
