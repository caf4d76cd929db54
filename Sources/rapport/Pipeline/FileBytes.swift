import Foundation
import Press

/// A file's bytes.
/// - Throws: ``Complaint`` that says why it cannot be read and what helps.
func readBytes(_ path: String) throws -> [UInt8] {
    do {
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
        throw Complaint("may not be read; give it read rights (chmod +r)")
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
        throw Complaint("is gone; it was there when the folder was listed")
    } catch {
        throw Complaint("cannot be read (\(error.localizedDescription)); check the disk and the file's rights")
    }
}

/// The files under the paths given, in the order in which they will be read.
/// - Throws: ``Complaint`` where a path does not exist or there is nothing at all.
func listFiles(_ paths: [String]) throws -> [String] {
    for path in paths where !FileManager.default.fileExists(atPath: path) {
        throw Complaint("\(path): no such file or folder; name an archive's folder or its files")
    }
    let files = try paths.flatMap { try Press.files(under: $0) }
    guard !files.isEmpty else {
        throw Complaint("\(paths.joined(separator: ", ")): no files in there; name a folder that holds saved news")
    }
    return files
}
