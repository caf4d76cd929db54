import ArgumentParser
import Foundation
import Ledger
import Prose
import World

/// Which record a command works on.
struct LedgerOptions: ParsableArguments {
    @Option(name: .customLong("ledger"), help: ArgumentHelp("The record's file.", valueName: "file"))
    var path = "rapport.ledger"

    /// Opens the record, making it where there is none.
    func open(_ folding: Folding) throws -> Ledger {
        try Ledger(path: path) { folding.fold($0) }
    }

    /// Opens a record that must be there.
    func openExisting(_ folding: Folding) throws -> Ledger {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Complaint("\(path): no such record; make one with “rapport build PATH… --ledger \(path)”, or name another with --ledger")
        }
        return try open(folding)
    }
}
