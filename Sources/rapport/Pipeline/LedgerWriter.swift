import Coding
import Ledger

/// The one writer of a run: gathers coded articles into batches, each kept as a whole or not at all.
struct LedgerWriter {
    /// Large enough that a batch's commit costs little beside its rows, small enough that little is lost when a run is stopped.
    private static let batchSize = 256

    let ledger: Ledger
    private var batch: [CodedArticle] = []
    private var added = 0
    private var replaced = 0
    private var duplicates = 0
    private var unchanged = 0

    init(ledger: Ledger) { self.ledger = ledger }

    mutating func add(_ article: CodedArticle) throws {
        batch.append(article)
        if batch.count >= LedgerWriter.batchSize { try flush() }
    }

    /// Keeps what is left and brings the events up to date.
    mutating func finish() throws {
        try flush()
        try ledger.reconcile()
    }

    /// What was kept, and what the record holds now.
    func lines() throws -> [String] {
        let summary = try ledger.summary()
        return [
            "Kept     \(count(added, "new article")), \(grouped(replaced)) coded anew, \(grouped(unchanged)) known already"
                + (duplicates == 0 ? "" : ", \(grouped(duplicates)) a second copy of an article already there"),
            "Record   \(ledger.path): \(count(summary.events, "event")) in \(count(summary.relations, "relation")),"
                + " from \(count(summary.articles, "article"))",
        ]
    }

    /// Keeps what is left.
    mutating func flush() throws {
        guard !batch.isEmpty else { return }
        let outcome = try ledger.ingest(batch)
        added += outcome.added
        replaced += outcome.replaced
        duplicates += outcome.duplicates
        unchanged += outcome.unchanged
        batch.removeAll(keepingCapacity: true)
    }
}
