import GRDB

/// A mention by its article's id and where its trigger starts in the article's text, in code points: what stays when the coder changes.
package struct MentionPlace: Sendable, Codable {
    package let article: String
    package let start: Int
}

/// Some mentions as merging sees them.
package struct MentionSigns: Sendable, Encodable {
    /// Of each the folded letters around its trigger; nil where the record does not have it.
    package let around: [String?]
    package let pairs: [Pair]

    /// What speaks for two of them reporting one happening.
    package struct Pair: Sendable, Encodable {
        /// The places of both in the list.
        package let one: Int
        package let other: Int
        /// By ``Ledger/signNames``.
        package let signs: [Double]
    }
}

extension Ledger {
    package static var signNames: [String] { Sign.allCases.map(\.name) }

    /// The signs of every two of some mentions that may report one happening at all; mentions that the record does not have are left out.
    /// - Throws: ``LedgerError``
    package func signs(of places: [MentionPlace]) throws(LedgerError) -> MentionSigns {
        try read { db in
            let rows = try places.map { try Row.fetchOne(db.cachedStatement(sql: Self.nearest), arguments: [$0.article, $0.start]) }
            let candidates = try CandidateReader(db: db, fold: fold, merging: merging).candidates(Array(Set(rows.compactMap { $0?[0] })))
            let byNumber = Dictionary(uniqueKeysWithValues: candidates.map { ($0.mention, $0) })
            let found = rows.map { $0.flatMap { byNumber[$0[0]] } }
            let pairs = found.indices.flatMap { one in
                found.indices.dropFirst(one + 1).compactMap { other -> MentionSigns.Pair? in
                    guard let x = found[one], let y = found[other], x !== y, Glance(x, isNew: true).mayBeKin(to: Glance(y, isNew: true)),
                        let parties = x.parties.fit(y.parties), let gap = Gap(x, y)
                    else { return nil }
                    return MentionSigns.Pair(one: one, other: other, signs: Signs(x, y, gap, parties).values)
                }
            }
            return MentionSigns(around: rows.map { $0.map { fold($0[1]) } }, pairs: pairs)
        }
    }

    private static let nearest = """
        SELECT m.number, \(CandidateReader.around) FROM article a JOIN mention m ON m.article = a.number
        WHERE a.id = ?1 AND abs(m.triggerStart - ?2) <= \(shift) AND m.actGroup IS NOT NULL ORDER BY abs(m.triggerStart - ?2), m.number
        """

    /// Letters that a trigger may have moved since it was read.
    private static let shift = 3
}
