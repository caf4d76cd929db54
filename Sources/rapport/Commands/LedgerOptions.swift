import ArgumentParser
import Foundation
import Ledger
import Prose
import World

/// Which record a command works on.
struct LedgerOptions: ParsableArguments {
    @Option(name: .customLong("ledger"), help: ArgumentHelp("The record's file.", valueName: "file"))
    var path = "rapport.ledger"

    /// Opens the record to write, making it where there is none.
    /// - Parameter merging: how mentions become events, for a command that makes events.
    func open(_ folding: Folding, merging: Merging = .standard) throws -> Ledger {
        try Ledger(path: path, access: .make, merging: merging) { folding.fold($0) }
    }

    /// Opens a record that must be there.
    func openExisting(_ folding: Folding, merging: Merging = .standard, toWrite: Bool = false) throws -> Ledger {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Complaint("\(path): no such record; make one with “rapport build PATH… --ledger \(path)”, or name another with --ledger")
        }
        return try Ledger(path: path, access: toWrite ? .write : .read, merging: merging) { folding.fold($0) }
    }
}

extension Ledger {
    /// An outlet by its name, in either script.
    /// - Throws: ``Complaint`` with those that there are.
    func outlet(named words: String) throws -> String {
        let names = try outlets().map(\.name)
        guard let name = names.first(where: { folded($0) == folded(words) }) else {
            throw Complaint("no outlet “\(words)” in the record, which has \(names.joined(separator: ", "))")
        }
        return name
    }

    /// Words that may be searched for.
    /// - Throws: ``Complaint`` where something is out of place in them.
    func question(_ words: String) throws -> String {
        if let fault = fault(in: words) { throw Complaint("“\(words)”: \(fault)") }
        return words
    }
}
