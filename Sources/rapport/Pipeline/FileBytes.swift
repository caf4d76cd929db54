import Foundation
import Press

/// A file's bytes, or standard input's.
/// - Throws: ``Complaint`` that says why it cannot be read and what helps.
func readBytes(_ path: String) throws -> [UInt8] {
    guard path == "-" || FileManager.default.fileExists(atPath: path) else {
        throw Complaint("\(path): there is no such file; check the path")
    }
    do { return try Press.bytes(of: path) } catch { throw Complaint("\(path): \(error.message)") }
}

/// Writes a file or a folder.
/// - Parameter mend: what helps where it cannot be written.
/// - Throws: ``Complaint`` with the reason in the system's words: Foundation's own are its error's number (swift-foundation 6.3).
func writing(_ path: String, mend: String, _ work: () throws -> Void) throws {
    do {
        try work()
    } catch {
        let cause = (error as? CocoaError)?.underlying as? POSIXError
        let reason = cause.map { String(cString: strerror($0.code.rawValue)) } ?? error.localizedDescription
        throw Complaint("\(path): cannot be written (\(reason)); \(mend)")
    }
}

/// The files under the paths given, in the order in which they will be read, and the paths that are not there.
/// - Throws: ``Complaint`` where there is nothing to read and nothing else to complain of.
func listFiles(_ paths: [String]) throws -> (files: [String], problems: [Problem]) {
    let listed = Press.files(under: paths)
    guard !listed.files.isEmpty || !listed.problems.isEmpty else {
        throw Complaint("\(paths.joined(separator: ", ")): no files in there; name a folder that holds saved news")
    }
    return listed
}
