import Coding
import Foundation
import Press

/// The people learned for a record, kept beside it as a table (`news.ledger.people`).
struct PeopleFile {
    let path: String

    init(ledger: String) { path = ledger + ".people" }

    /// What is kept; nobody where there is no file yet.
    func introductions() throws -> Set<Introduction> {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try IntroductionFile.read(String(decoding: try readBytes(path), as: UTF8.self), file: path)
    }

    /// A first pass over the files: everybody whom they or earlier files introduce. The same files in any order teach the same, so that
    /// coding with it does not depend on which file comes first.
    /// - Returns: also what was read of the first ``mostKept`` bytes of files, so that a small archive is read once.
    func learn(from files: [String], _ tools: Tools) async throws -> (roster: Roster, read: [String: FileOutcome<Article>]) {
        let kept = try introductions()
        var seen: Set<String> = []
        var found: Set<Introduction> = []
        var read: [String: FileOutcome<Article>] = [:]
        var bytes = 0
        let pass = Pipeline(press: tools.press, read: { ($0, tools.coder.introductions(in: $0)) })
        try await pass.run(files) { outcome in
            for (article, introductions) in outcome.products {
                seen.insert(article.id)
                found.formUnion(introductions)
            }
            bytes += outcome.bytes
            guard bytes <= Self.mostKept, !outcome.isPart else { return }
            read[outcome.path] = FileOutcome(
                path: outcome.path, bytes: outcome.bytes, products: outcome.products.map(\.0), problems: outcome.problems)
        }
        // An article read again is taken as it reads now.
        let all = found.union(kept.filter { !seen.contains($0.article) })
        if all != kept { try keep(all) }
        return (Roster(all), read)
    }

    private func keep(_ introductions: Set<Introduction>) throws {
        try writing(path, mend: "check the folder and its rights") {
            try Data(IntroductionFile.text(introductions).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
    }

    /// Of files: their articles take up to about twice as much.
    private static let mostKept = 64_000_000
}
