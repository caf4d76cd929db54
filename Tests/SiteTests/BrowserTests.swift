import Coding
import Foundation
import Hummingbird
import HummingbirdTesting
import Ledger
import Measure
import Press
import Testing
import World

@testable import Site

/// Drives Debian's Chromium through the sample's record by Tests/Browser/drive.py: what only a browser can tell.
@Suite("In a browser", .enabled(if: Browser.isReady, "Chromium or Playwright is absent; run Scripts/browser, which says what is missing"))
struct BrowserTests {
    @Test("readers find their way, with scripts and without, by keys alone, on any width; axe finds nothing")
    func drive() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try Browser.site(ledger: folder.appendingPathComponent("sample.ledger").path)
        try await Application(router: site.router()).test(.live) { client in
            let port = try #require(client.port)
            let outcome = try await Browser.drive("http://127.0.0.1:\(port)")
            #expect(outcome.status == 0, "\(outcome.output)")
        }
    }
}

/// The browser's side.
enum Browser {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Python that has Playwright; nil where that or Chromium is absent.
    static let python: String? = {
        let outcome = try? Browser.run("\(root.path)/Scripts/browser", ["--check"])
        return outcome?.status == 0 ? outcome?.output.trimmingCharacters(in: .whitespacesAndNewlines) : nil
    }()

    static var isReady: Bool { python != nil }

    /// A site over the sample archive, with all that the command gives it but the names of states in English.
    static func site(ledger path: String) throws -> Site {
        let folder = try World.folder()
        let world = try World.load(from: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let coder = try Coder(world: world, folder: folder)
        let ledger = try Ledger(path: path, fold: { world.folding.fold($0) })
        for file in Press.files(under: [root.appending(path: "Examples/archive").path]).files {
            let articles = press.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))), path: file).articles
            try ledger.ingest(articles.map(coder.code))
        }
        try ledger.reconcile()
        let english = Locale(identifier: "en_GB")
        let states = world.states.map {
            ($0.code, Names.Entry(zh: $0.name, hant: $0.hant, en: english.localizedString(forRegionCode: $0.iso2)))
        }
        var options = Site.Options(scales: try Scales.load(from: folder), plover: world.plover, coder: coder)
        options.people = world.people
        options.organisations = world.organisations
        options.folding = world.folding
        options.groups = try OutletGroups.load(from: folder)
        let organisations = world.organisations.map { ($0.code, Names.Entry(zh: $0.name, en: $0.foreign)) }
        let names = Names(Dictionary(states + organisations) { first, _ in first })
        return try Site(ledger: ledger, names: names, options: options)
    }

    /// Runs the checks against an address.
    static func drive(_ address: String) async throws -> (status: Int32, output: String) {
        let python = try #require(python)
        // A thread of its own: the server needs those of the pool.
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try run(python, ["\(root.path)/Tests/Browser/drive.py", address]) })
            }
        }
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
