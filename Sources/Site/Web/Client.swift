import HTTPTypes
import Hummingbird
import NIOCore

/// Who asks, as far as limits go: one address, or one IPv6 network of 64 bits, which is what one customer is given.
///
/// A program on this machine is not limited; where it passes on others' requests, as a web server in front does, the last address that it names in
/// `X-Forwarded-For` is the client. From elsewhere that header is a stranger's word and is not read.
struct Client: Sendable, Hashable {
    let address: String

    /// nil for this machine itself.
    init?(_ request: Request, _ remote: SocketAddress?) {
        let peer = remote?.ipAddress
        if let peer, !Self.isLocal(peer) {
            address = Self.network(peer)
            return
        }
        guard let name = HTTPField.Name("X-Forwarded-For"), let last = request.headers[values: name].last?.split(separator: ",").last else {
            return nil
        }
        let forwarded = last.filter { $0 != " " }.prefix(64)
        guard !forwarded.isEmpty, !Self.isLocal(String(forwarded)) else { return nil }
        address = Self.network(String(forwarded))
    }

    private static func isLocal(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
    }

    private static func network(_ address: String) -> String {
        guard let parsed = try? SocketAddress(ipAddress: address, port: 0), case .v6(let six) = parsed, !address.hasPrefix("::ffff:") else {
            return address
        }
        return withUnsafeBytes(of: six.address.sin6_addr) { bytes in bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":") }
    }
}
