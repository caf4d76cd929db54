/// Ledger.
