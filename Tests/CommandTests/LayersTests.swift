import Foundation
import Testing

/// Data goes one way: a module imports only from below it.
@Suite("Layers")
struct LayersTests {
    /// What each module may import of the others.
    static let below: [String: Set<String>] = [
        "Tables": [],
        "Press": ["Tables", "CArchive", "CBrotli", "CGumbo"],
        "Prose": ["Tables"],
        "World": ["Tables", "Prose"],
        "Coding": ["Tables", "Press", "Prose", "World", "COneDNN"],
        "train": ["Tables", "Press", "Prose", "World", "Coding", "Ledger"],
        "Ledger": ["Tables", "Press", "Prose", "World", "Coding"],
        "Measure": ["Tables", "Press", "Prose", "World", "Coding", "Ledger"],
        "Site": ["Tables", "Press", "Prose", "World", "Coding", "Ledger", "Measure", "CArchive", "COpenCC"],
        "rapport": ["Tables", "Press", "Prose", "World", "Coding", "Ledger", "Measure", "Site"],
    ]

    static let modules = below.keys.sorted()
    static let libraries: Set<String> = ["CArchive", "CBrotli", "CGumbo", "COneDNN", "COpenCC"]

    @Test("every folder of sources is a layer")
    func folders() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Command.packageRoot.appending(path: "Sources").path)
        #expect(Set(folders) == Set(LayersTests.modules).union(Self.libraries))
    }

    @Test("no source imports from above", arguments: modules)
    func imports(module: String) throws {
        let folder = Command.packageRoot.appending(path: "Sources/\(module)")
        let ours = Set(LayersTests.modules).union(Self.libraries)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var seen = 0
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            seen += 1
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            for found in text.matches(
                of:
                    /(?m)^\s*(?:(?:@\w+|public|internal|package)\s+)*import\s+(?:(?:struct|class|enum|func|protocol|typealias|let|var)\s+)?(\w+)/
            ) {
                let name = String(found.output.1)
                guard ours.contains(name) else { continue }
                #expect(LayersTests.below[module]?.contains(name) == true, "\(file.lastPathComponent) imports \(name)")
            }
        }
        #expect(seen > 0)
    }

    @Test("the manifest gives no target a module from above")
    func manifest() throws {
        // A scratch folder of its own: `swift test` holds the package's.
        let scratch = try Scratch()
        let run = try Command.launch(
            "/usr/bin/env", ["swift", "package", "--scratch-path", scratch.path("build"), "dump-package"], in: Command.packageRoot)
        try #require(run.status == 0, "\(run.errors)")
        let package = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        for target in try #require(package["targets"] as? [[String: Any]]) {
            guard let name = target["name"] as? String, let allowed = LayersTests.below[name] else { continue }
            for dependency in target["dependencies"] as? [[String: Any]] ?? [] {
                guard let other = (dependency["byName"] as? [Any])?.first as? String, LayersTests.below[other] != nil else { continue }
                #expect(allowed.contains(other), "\(name) depends on \(other)")
            }
        }
    }
}
