import Foundation
import Tables

/// The site's own files: words, templates, style sheet.
struct Resources: Sendable {
    let folder: String

    /// The folder asked for, else the one that was built into the package.
    init(preferring folder: String?) throws {
        // Bundle.module stops the program where its folder is gone, as after an installation, so it is not touched unless it must be.
        self.folder = folder ?? Bundle.module.bundleURL.appendingPathComponent("Resources").path
    }

    func bytes(_ name: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
            throw SiteError.missing(file: "\(folder)/\(name)")
        }
        return Array(data)
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func table(_ name: String) throws -> Table { try Table(try text(name), file: name) }

    /// The names of a folder's files, in order.
    func list(_ folder: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: "\(self.folder)/\(folder)") else {
            throw SiteError.missing(file: "\(self.folder)/\(folder)")
        }
        return names.sorted()
    }
}
