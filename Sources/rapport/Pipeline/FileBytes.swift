import Foundation
import Press

/// A file's bytes. One that is too large is not loaded.
/// - Throws: ``Complaint`` that says why it cannot be read and what helps.
func readBytes(_ path: String) throws -> [UInt8] {
    do {
        if path == "-" { return try Press.standardInput() }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        if let size, size > Press.largest { throw Complaint(Press.tooLarge) }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let error as Complaint {
        throw error
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
        throw Complaint("may not be read; give it read rights (chmod +r)")
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
        throw Complaint("is gone; it was there when the folder was listed")
    } catch {
        throw Complaint("cannot be read (\(error.localizedDescription)); check the disk and the file's rights")
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
