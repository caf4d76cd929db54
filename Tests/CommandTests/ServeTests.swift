import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("rapport serve")
struct ServeTests {
    @Test("says where it is open, answers, and ends when told to", .timeLimit(.minutes(2)))
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

    @Test("complains where the port is taken", .timeLimit(.minutes(2)))
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

    init(ledger: String) async throws {
        scratch = try Scratch()
        process.executableURL = URL(fileURLWithPath: Command.path)
        process.arguments = ["serve", "--ledger", ledger, "--port", "0"]
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

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
