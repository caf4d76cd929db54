import Foundation

/// Runs the built command as a user would.
enum Command {
    static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let sample = packageRoot.appending(path: "Examples/archive").path

    /// The command under test: the one named by `RAPPORT_COMMAND`, else the one that lies beside the test bundle.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["RAPPORT_COMMAND"], !named.isEmpty { return named }
        return beside("rapport")
    }()

    /// A program that lies beside the test bundle.
    static func beside(_ name: String) -> String {
        URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent().appending(path: name).path
    }

    /// What a run printed, and how it ended.
    struct Result: Sendable {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Runs `rapport` with arguments.
    static func run(_ arguments: String..., in folder: URL? = nil) throws -> Result {
        try launch(path, arguments, in: folder)
    }

    /// Runs a line of shell with `rapport` on the path.
    static func shell(_ line: String, in folder: URL) throws -> Result {
        try launch("/bin/bash", ["-c", line], in: folder)
    }

    /// Runs a program to its end. Its output goes to files, so that neither stream can fill up and stop it.
    static func launch(_ program: String, _ arguments: [String], in folder: URL? = nil) throws -> Result {
        let scratch = try Scratch()
        let output = try scratch.file("stdout")
        let errors = try scratch.file("stderr")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder ?? scratch.folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: try scratch.text("stdout"), errors: try scratch.text("stderr"))
    }

    static var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = URL(fileURLWithPath: path).deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["COLUMNS"] = "80"
        return environment
    }
}

/// A folder of a test's own, taken away when the test is over.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "rapport-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { remove() }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func file(_ name: String) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: path(name), contents: nil)
        return try FileHandle(forWritingTo: folder.appending(path: name))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: folder.appending(path: name))
        return path(name)
    }
}

/// The sample's record, built once for all tests that only read it.
enum SampleRecord {
    // What is held for good is never taken away of itself: one folder a run was left in the system's.
    private static let scratch: Swift.Result<Scratch, any Error> = Swift.Result {
        atexit { if case .success(let scratch) = SampleRecord.scratch { scratch.remove() } }
        return try Scratch()
    }
    private static let built = Swift.Result { () throws -> String in
        let ledger = try scratch.get().path("sample.ledger")
        let run = try Command.run("build", Command.sample, "--ledger", ledger)
        guard run.status == 0 else { throw Failure(description: run.errors) }
        return ledger
    }

    struct Failure: Error, CustomStringConvertible { let description: String }

    static func path() throws -> String { try built.get() }
}

/// Objects of JSON, one a line.
func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
}
