import HTTPTypes
import Hummingbird

/// The style sheet, the script and the mark, held in memory.
struct Assets: Sendable {
    private let files: [String: RenderedPage]
    /// Changes with any asset: stands in their addresses, so that browsers may keep them for good.
    let version: String

    init(_ resources: Resources) throws {
        var files: [String: RenderedPage] = [:]
        var fingerprint = Fingerprint()
        for name in try resources.list("assets") {
            guard let type = Self.type(of: name) else { continue }
            let bytes = try resources.bytes("assets/\(name)")
            fingerprint.add(bytes)
            files[name] = RenderedPage(
                status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
                bytes: ByteBuffer(bytes: bytes)
            ).kept()
        }
        self.files = files
        version = fingerprint.text
    }

    func response(_ name: String, to request: Request) throws -> Response {
        guard let file = files[name] else { throw HTTPError(.notFound) }
        return file.response(to: request)
    }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: nil
        }
    }
}
