import GRDB

extension Database {
    /// Runs a statement once with its values in their order. A build runs half a million: each value is bound as it is, where `execute(arguments:)` makes and
    /// checks three lists of them first, which took as long as SQLite did.
    /// - Throws: `DatabaseError`, also where there are more values than the statement asks for; those that are missing are NULL.
    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        let statement = try cachedStatement(sql: sql)
        statement.setUncheckedArguments(StatementArguments())
        for (place, value) in values.enumerated() {
            guard let code = value?.bind(to: statement.sqliteStatement, at: CInt(place + 1)), code != 0 else { continue }
            throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql)
        }
        try statement.execute()
    }
}
