import Foundation
import Testing

@Suite("rapport serve towards strangers")
struct ServeStandingTests {
    @Test("finishes an answer that is under way when it is told to stop, and takes no new ones", .timeLimit(.minutes(10)))
    func stops() async throws {
        let server = try await Server(ledger: try SampleRecord.path())
        let body = #"{"jsonrpc":"2.0","id":7,"method":"ping"}"#
        let (begun, rest) = (String(body.prefix(10)), String(body.dropFirst(10)))
        let slow = try Connection(to: server)
        try slow.send(
            "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(begun)")
        // A full answer on another connection: by then the server has read the beginning of the first.
        let other = try Connection(to: server)
        try other.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try other.read().hasSuffix("ok\n"))
        server.process.terminate()
        while (try? Connection(to: server)) != nil { try await Task.sleep(for: .milliseconds(20)) }
        try slow.send(rest)
        #expect(try slow.read().hasSuffix(#"{"id":7,"jsonrpc":"2.0","result":{}}"#))
        server.process.waitUntilExit()
        #expect(server.process.terminationStatus == 0)
    }

    @Test(
        "refuses what is too long, damaged or meant for others", .timeLimit(.minutes(10)),
        arguments: [
            ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
            ("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9999999\r\n\r\n", 413),
            ("GET /\(String(repeating: "y", count: 6000)) HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "y", count: 60_000))\r\n\r\n", 400),
            ("\u{1}\u{2}garbage\r\n\r\n", 400),
        ])
    func refuses(_ request: String, _ status: Int) async throws {
        let server = try await Server(ledger: try SampleRecord.path())
        defer { server.stop() }
        let connection = try Connection(to: server)
        try connection.send(request)
        #expect(try connection.read().hasPrefix("HTTP/1.1 \(status) "))
    }
}

/// A plain connection, on which anything can be sent.
private final class Connection {
    private let socket: Int32

    init(to server: Server) throws {
        guard let port = URL(string: server.address)?.port else { throw SampleRecord.Failure(description: server.address) }
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        guard connected == 0 else {
            close(socket)
            throw SampleRecord.Failure(description: "cannot connect")
        }
    }

    deinit { close(socket) }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw SampleRecord.Failure(description: "cannot send") }
            sent += count
        }
    }

    /// The next answer, with its body.
    func read() throws -> String {
        var answer = ""
        while true {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = recv(socket, &bytes, bytes.count, 0)
            guard count > 0 else { throw SampleRecord.Failure(description: "the answer ended early: \(answer)") }
            answer += String(decoding: bytes[..<count], as: UTF8.self)
            // By bytes: CR LF is one character.
            guard let head = answer.utf8.firstRange(of: Array("\r\n\r\n".utf8)) else { continue }
            let length = answer.firstMatch(of: /content-length: ([0-9]+)/.ignoresCase()).flatMap { Int($0.1) } ?? 0
            if answer.utf8[head.upperBound...].count >= length { return answer }
        }
    }
}
