import Ledger
import Synchronization

/// Something worked out from the ledger, kept in memory until the ledger changes.
final class Kept<Value: Sendable>: Sendable {
    private let state = Mutex<(version: LedgerVersion, value: Value)?>(nil)

    /// The value of this version of the ledger. Readers who come while it is made wait for it rather than make it too.
    func value(_ version: LedgerVersion, _ make: () throws -> Value) throws -> Value {
        try state.withLock { state in
            if let state, state.version == version { return state.value }
            let value = try make()
            state = (version, value)
            return value
        }
    }
}

extension Site {
    func outlook() throws -> Outlook {
        try outlooks.value(LedgerVersion(path: ledger.path)) { try Outlook(ledger, temperature: temperature) }
    }
}
