import Ledger

/// Lists that take a walk over the whole record, worked out once for each state of the ledger.
extension Site {
    /// Those with the most articles first.
    func outlets() throws -> [OutletRecord] { try outletList.value(LedgerVersion(path: ledger.path)) { try ledger.outlets() } }

    /// Everybody whom the record names, those named most first.
    func everybody() throws -> [PersonRecord] {
        try peopleList.value(LedgerVersion(path: ledger.path)) { try ledger.people(limit: .max) }
    }

    /// People, those named most first.
    /// - Parameters:
    ///   - code: the state or organisation that they stand for; nil: any.
    ///   - text: words that stand in the name, as they are written; nil: any.
    func persons(of code: String? = nil, named text: String? = nil, limit: Int, offset: Int = 0) throws -> [PersonRecord] {
        let found = try everybody().lazy.filter { record in
            (code == nil || record.person.code == code) && (text.map { record.person.name.contains($0) } ?? true)
        }
        return Array(found.dropFirst(offset).prefix(limit))
    }
}
