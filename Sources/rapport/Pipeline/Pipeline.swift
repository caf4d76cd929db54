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

    init(press: Press, read: @escaping @Sendable (Article) -> Product) {
        self.press = press
        self.read = read
    }

    /// - Parameter make: what is made of a coded article.
    init(tools: Tools, make: @escaping @Sendable (CodedArticle) -> Product) {
        self.init(press: tools.press, read: { make(tools.coder.code($0)) })
    }

    /// Reads and codes every file; `consume` is called for one file after another, never twice at once.
    /// - Throws: what `consume` throws; a file that cannot be read is no error but a problem in its outcome.
    func run(_ files: [String], consume: (FileOutcome<Product>) throws -> Void) async throws {
        try await withThrowingTaskGroup(of: (Int, FileOutcome<Product>).self) { group in
            var next = 0
            var due = 0
            var early: [Int: FileOutcome<Product>] = [:]
            while due < files.count {
                while next < files.count, next - due < window {
                    let index = next
                    group.addTask { (index, outcome(of: files[index])) }
                    next += 1
                }
                guard let (index, outcome) = try await group.next() else { return }
                early[index] = outcome
                while let ready = early.removeValue(forKey: due) {
                    try consume(ready)
                    due += 1
                }
            }
        }
    }

    private func outcome(of path: String) -> FileOutcome<Product> {
        if let known = known[path] {
            return FileOutcome(path: path, bytes: known.bytes, products: known.products.map(read), problems: known.problems)
        }
        switch Result(catching: { try readBytes(path) }) {
        case .failure(let error):
            return FileOutcome(path: path, bytes: 0, products: [], problems: [Problem(path: path, message: "\(error)")])
        case .success(let bytes):
            let reading = press.read(bytes, path: path)
            let products = reading.articles.map(read)
            return FileOutcome(path: path, bytes: bytes.count, products: products, problems: reading.problems)
        }
    }
}

/// What became of one file.
struct FileOutcome<Product: Sendable>: Sendable {
    let path: String
    let bytes: Int
    let products: [Product]
    let problems: [Problem]
}
