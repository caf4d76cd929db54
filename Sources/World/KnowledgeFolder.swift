import Foundation
import Tables

extension World {
    /// Finds the knowledge folder: the one named, else `$RAPPORT_KNOWLEDGE`, else `../share/rapport/Knowledge` beside the command
    /// (where `make install` puts it), else the one built with the command.
    /// - Throws: ``TableProblem`` saying where it was looked for.
    public static func folder(_ explicit: String? = nil) throws -> URL {
        if let named = explicit ?? ProcessInfo.processInfo.environment["RAPPORT_KNOWLEDGE"], !named.isEmpty {
            guard FileManager.default.fileExists(atPath: named + "/states.txt") else {
                throw TableProblem(file: named, line: 1, message: "this is not a knowledge folder: it has no states.txt")
            }
            return URL(fileURLWithPath: named, isDirectory: true)
        }
        let command = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
        let running =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { URL(fileURLWithPath: $0) } ?? command
        let installed = running.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("share/rapport/Knowledge")
        if FileManager.default.fileExists(atPath: installed.path) { return installed }
        return Bundle.module.bundleURL.appendingPathComponent("Knowledge")
    }
}
