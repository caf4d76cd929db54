import Ledger

/// Lists that take a walk over the whole record, worked out once for each state of the ledger.
extension Site {
    /// Those with the most articles first.
    func outlets() throws -> [OutletRecord] { try outletList.value(LedgerVersion(path: ledger.path)) { try ledger.outlets() } }

    /// Everybody whom the record names, those named most first.
    func everybody() throws -> [PersonRecord] {
        try peopleList.value(LedgerVersion(path: ledger.path)) { try ledger.people(limit: .max) }
    }

    /// Every event by its sentence, for searches.
    func eventIndex() throws -> EventIndex { try eventIndexes.value(LedgerVersion(path: ledger.path)) { try ledger.eventIndex() } }

    /// People, those named most first.
    /// - Parameters:
    ///   - code: the state or organisation that they stand for; nil: any.
    ///   - text: words that stand in the name, as it is written in Chinese or, where that is known, abroad; nil: any.
    func persons(of code: String? = nil, named text: String? = nil, limit: Int, offset: Int = 0) throws -> [PersonRecord] {
        let found = try everybody().lazy.filter { record in
            (code == nil || record.person.code == code) && (text.map { isNamed(record.person, $0) } ?? true)
        }
        return Array(found.dropFirst(offset).prefix(limit))
    }

    private func isNamed(_ person: PersonKey, _ text: String) -> Bool {
        if person.name.contains(text) { return true }
        // Only letters that are no Chinese can stand in a foreign spelling.
        guard !Run.hasHan(text), text.utf8.count > 2 else { return false }
        return people.person(person.name, of: person.code)?.foreign?.lowercased().contains(text.lowercased()) ?? false
    }
}
