import Coding

/// The record: one SQLite file that keeps articles, what was coded in them, and the events that their mentions report.
///
/// Readers never wait for a writer (WAL); one program writes at a time. Every method may be called from any thread.
public struct Ledger: Sendable {
    /// The file.
    public let path: String
    let fold: @Sendable (String) -> String
    let store: Store
    let merging: Merging
    let digests = DigestCache()
    let published = PublishedDays()

    /// What is to be done with a ledger.
    public enum Access: Sendable {
        /// To write; the file is made where there is none or nothing in it.
        case make
        /// To write to a record that is there.
        case write
        /// To read a record that is there. Nothing of it changes, and neither the file nor its folder need be writable; only a file of an earlier version is
        /// brought up to date first, which takes both.
        case read
    }

    /// Opens a ledger and brings its schema up to date.
    /// - Parameter fold: what makes texts alike for search and comparison (traditional to simplified characters), one code point for one; small letters
    ///   come of themselves. Give the same one every time.
    /// - Parameter merging: how mentions become events; what ``reconcile()`` goes by.
    /// - Throws: ``LedgerError``
    public init(
        path: String, access: Access = .make, merging: Merging = .standard, fold: @escaping @Sendable (String) -> String = { $0 }
    ) throws(LedgerError) {
        self.merging = merging
        self.path = path
        self.fold = { SmallLetters.fold(fold($0)) }
        store = try Store(path: path, access: access)
    }

    /// Keeps a batch of articles, all or none. An article that is there already is left alone; one that is coded otherwise now replaces what was there.
    /// Call ``reconcile()`` when the last batch is in. A few hundred articles a batch are good.
    /// - Throws: ``LedgerError``
    @discardableResult
    public func ingest(_ batch: [CodedArticle]) throws(LedgerError) -> IngestOutcome {
        try write { db in try Ingest(db: db, fold: fold).run(batch) }
    }

    /// Brings the events up to date with the mentions: only the stories of mentions that changed are looked at. The events do not depend on the order in
    /// which articles came. Stopped half-way, it goes on where it was when called again.
    /// - Throws: ``LedgerError``
    @discardableResult
    public func reconcile() throws(LedgerError) -> ReconcileOutcome { try reconcile(mentionsAtOnce: Reconcile.mentionsAtOnce) }

    /// - Parameter mentionsAtOnce: how many are looked at in one transaction; the outcome is the same.
    @discardableResult
    package func reconcile(mentionsAtOnce: Int) throws(LedgerError) -> ReconcileOutcome {
        var outcome = ReconcileOutcome()
        let lots = try write { db in try Reconcile(db: db, fold: fold, merging: merging).unsettled(atOnce: mentionsAtOnce) }
        let rulings = try read { db in try Reviews(db: db).rulings() }
        for lot in lots {
            let done = try write { db in try Reconcile(db: db, fold: fold, merging: merging).settle(lot, rulings) }
            outcome.groups += done.groups
            outcome.mentions += done.mentions
            outcome.events += done.events
        }
        try write { db in try Reconcile(db: db, fold: fold, merging: merging).pairs() }
        return outcome
    }
}
