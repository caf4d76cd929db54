import Foundation

extension Press {
    /// Lists the files under folders and files named by the user: recursive, sorted, hidden ones left out, none twice.
    /// A path that is not there is a problem. `-` stands for standard input (``Press/standardInput()``).
    public static func files(under paths: [String]) -> (files: [String], problems: [Problem]) {
        var files: [String] = []
        var problems: [Problem] = []
        var seen: Set<String> = []
        for path in paths {
            if path == "-" {
                if seen.insert(path).inserted { files.append(path) }
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                problems.append(Problem(path: path, message: "there is no such file or folder; check the path"))
                continue
            }
            let found = isFolder.boolValue ? within(path, &problems) : [path]
            for file in found where seen.insert(file).inserted { files.append(file) }
        }
        return (files, problems)
    }

    /// Everything that standard input holds, up to one byte more than ``Press/largest``, so that too much is noticed by ``Press/read(_:path:)``.
    /// - Throws: what the system says where it cannot be read.
    public static func standardInput() throws -> [UInt8] {
        let data = try FileHandle.standardInput.read(upToCount: largest + 1) ?? Data()
        return [UInt8](data)
    }

    private static func within(_ folder: String, _ problems: inout [Problem]) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else {
            problems.append(Problem(path: folder, message: "the folder cannot be listed; check its permissions"))
            return []
        }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        var files: [String] = []
        while let name = walk.nextObject() as? String {
            let isFolder = walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
            if (name.split(separator: "/").last ?? "").hasPrefix(".") {
                if isFolder { walk.skipDescendants() }
                continue
            }
            if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular { files.append(base + name) }
        }
        return files.sorted()
    }
}
