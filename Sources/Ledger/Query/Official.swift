extension Ledger {
    /// PLOVER's sectors that stand for a government: its officials, armed forces, parliament, courts, police and services, and organisations of states.
    public static let officialSectors = ["GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO"]

    /// SQL: whether a sector's column stands for a government; a state without a sector does.
    static func isOfficial(_ column: String) -> String {
        "(\(column) IS NULL OR \(column) IN (\(officialSectors.map { "'\($0)'" }.joined(separator: ", "))))"
    }
}
