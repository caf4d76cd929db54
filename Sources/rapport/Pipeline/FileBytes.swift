import Foundation
import Press

/// A file's bytes, or standard input's.
/// - Throws: ``Complaint`` that says why it cannot be read and what helps.
func readBytes(_ path: String) throws -> [UInt8] {
    do { return try Press.bytes(of: path) } catch { throw Complaint(error.message) }
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
