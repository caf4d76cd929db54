import Foundation

extension Press {
    /// Lists the files under folders and files named by the user: recursive, sorted, hidden ones left out, none twice.
    /// A path that is not there is a problem. `-` stands for standard input.
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

    /// Everything that a file holds.
    /// - Parameter path: `-` is standard input.
    /// - Throws: ``Problem`` where it cannot be read, or is larger than ``Press/largest``.
    public static func bytes(of path: String) throws(Problem) -> [UInt8] {
        let file = try FileSource(path)
        var window = SourceWindow(file)
        window.fill(to: min(file.size, largest) + 1)
        while !window.hasEnded, window.bytes.count <= largest { window.fill(to: window.bytes.count + 1) }
        guard window.bytes.count <= largest else { throw Problem(path: path, message: tooLarge) }
        if let problem = file.problem { throw Problem(path: path, message: problem) }
        return window.bytes
    }

    /// Whether a file is better read in ``Parts``: it is larger than ``Press/held``, or its size is not known before it is read.
    public static func isLarge(_ path: String) -> Bool {
        var about = stat()
        return path == "-" || stat(path, &about) == 0 && about.st_size > held
    }

    /// By the system's own calls, which tell files from folders without asking for each: an archive has tens of thousands.
    private static func within(_ folder: String, _ problems: inout [Problem]) -> [String] {
        var files: [String] = []
        var folders = [folder.hasSuffix("/") ? String(folder.dropLast()) : folder]
        while let folder = folders.popLast() {
            guard let listing = opendir(folder.isEmpty ? "/" : folder) else {
                problems.append(Problem(path: folder, message: "the folder cannot be listed; check its permissions"))
                continue
            }
            defer { closedir(listing) }
            while let entry = readdir(listing) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                guard !name.hasPrefix(".") else { continue }
                let path = folder + "/" + name
                switch kind(entry.pointee.d_type, path) {
                case S_IFDIR: folders.append(path)
                case S_IFREG: files.append(path)
                default: break
                }
            }
        }
        return files.sorted()
    }

    /// Some file systems do not tell; links are not followed.
    private static func kind(_ told: UInt8, _ path: String) -> mode_t {
        switch Int(told) {
        case DT_DIR: return S_IFDIR
        case DT_REG: return S_IFREG
        case DT_UNKNOWN:
            var about = stat()
            return lstat(path, &about) == 0 ? about.st_mode & S_IFMT : 0
        default: return 0
        }
    }
}
