import Foundation
import Testing

/// Drives Debian's Chromium through the sample's record, as `rapport serve --review` shows it, by Tests/Browser/drive.py: what only a browser can tell.
@Suite("In a browser", .enabled(if: Browser.isReady, "Chromium or Playwright is absent; run Scripts/browser, which says what is missing"))
struct BrowserTests {
    @Test("readers find their way, with scripts and without, by keys alone, on any width; axe finds nothing; reviewers correct the record")
    func drive() async throws {
        let scratch = try Scratch()
        // A record of its own: the reviewer writes to it.
        let ledger = scratch.path("sample.ledger")
        #expect(try Command.run("build", Command.sample, "--ledger", ledger).status == 0)
        let token = "only-for-this-test-\(UUID().uuidString)"
        let server = try await Server(ledger: ledger, "--review", environment: ["RAPPORT_REVIEW_TOKEN": token])
        defer { server.stop() }
        let outcome = try await Browser.drive(server.address, token: token)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }
}

/// The browser's side.
private enum Browser {
    /// The Python that has Playwright; nil where that or Chromium is absent.
    static let python: String? = {
        let outcome = try? Command.launch(Command.packageRoot.appending(path: "Scripts/browser").path, ["--check"])
        return outcome?.status == 0 ? outcome?.output.trimmingCharacters(in: .whitespacesAndNewlines) : nil
    }()

    static var isReady: Bool { python != nil }

    /// Runs the checks against an address.
    static func drive(_ address: String, token: String) async throws -> Command.Result {
        let script = Command.packageRoot.appending(path: "Tests/Browser/drive.py").path
        let arguments = ["RAPPORT_REVIEW_TOKEN=\(token)", try #require(python), script, address]
        // A thread of its own: this takes minutes.
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Swift.Result { try Command.launch("/usr/bin/env", arguments) }) }
        }
    }
}
