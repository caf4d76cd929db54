import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("rapport serve")
struct ServeTests {
    @Test("says where it is open, answers, and ends when told to", .timeLimit(.minutes(10)))
    func pages() async throws {
        let server = try await Server(ledger: try SampleRecord.path())
        defer { server.stop() }
        let home = try await server.get("/")
        #expect(home.status == 200)
        #expect(home.text.contains("<html"))
        for path in ["/relations", "/relations/CHN-USA"] {
            let page = try await server.get(path)
            #expect(page.status == 200, "\(path)")
        }
        #expect(try await server.get("/no-such-page").status == 404)
    }

    @Test("lets reviewers in who have the token, which is printed unless it was given", .timeLimit(.minutes(10)))
    func review() async throws {
        let server = try await Server(ledger: try SampleRecord.path(), "--review")
        defer { server.stop() }
        #expect(try server.printed().firstMatch(of: /\/review with the token [0-9a-f]{40}\n/) != nil)
        #expect(try await server.get("/review").text.contains("name=\"token\""))
        let given = try await Server(
            ledger: try SampleRecord.path(), "--review", environment: ["RAPPORT_REVIEW_TOKEN": "0123456789abcdefg"])
        defer { given.stop() }
        #expect(try !given.printed().contains("0123456789abcdefg"))
        let short = try Command.shell(
            "RAPPORT_REVIEW_TOKEN=short rapport serve --review --port 0 --ledger '\(try SampleRecord.path())'", in: server.folder)
        #expect(short.status == 1 && short.errors.contains("RAPPORT_REVIEW_TOKEN"))
        let without = try await Server(ledger: try SampleRecord.path())
        defer { without.stop() }
        #expect(try await without.get("/review").status == 404)
    }

    @Test("complains where the port is taken", .timeLimit(.minutes(10)))
    func taken() async throws {
        let server = try await Server(ledger: try SampleRecord.path())
        defer { server.stop() }
        let port = try #require(URL(string: server.address)?.port)
        let second = try Command.run("serve", "--ledger", try SampleRecord.path(), "--port", "\(port)")
        #expect(second.status == 1)
        #expect(second.errors.contains("\(port)"))
    }
}

/// A running `rapport serve` on a port of its own.
final class Server {
    let address: String
    let process = Process()
    private let scratch: Scratch

    /// - Parameter more: further arguments of `rapport serve`.
    init(ledger: String, _ more: String..., environment: [String: String] = [:]) async throws {
        scratch = try Scratch()
        process.executableURL = URL(fileURLWithPath: Command.path)
        process.arguments = ["serve", "--ledger", ledger, "--port", "0"] + more
        process.environment = Command.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try scratch.file("stdout")
        process.standardError = try scratch.file("stderr")
        try process.run()
        while true {
            if let found = try scratch.text("stdout").firstMatch(of: /http:\/\/[0-9.:]+/) {
                address = String(found.output)
                return
            }
            guard process.isRunning else { throw SampleRecord.Failure(description: try scratch.text("stderr")) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    func get(_ path: String) async throws -> (status: Int, text: String) {
        guard let url = URL(string: address + path) else { throw SampleRecord.Failure(description: address + path) }
        let (data, response) = try await URLSession.shared.data(from: url)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    var folder: URL { scratch.folder }

    func printed() throws -> String { try scratch.text("stdout") }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
