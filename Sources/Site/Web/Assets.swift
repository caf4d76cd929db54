import HTTPTypes
import Hummingbird

/// The style sheet, the script and the mark, held in memory.
struct Assets: Sendable {
    private struct Asset: Sendable {
        let type: String
        let bytes: ByteBuffer
    }

    private let files: [String: Asset]
    /// Changes with any asset: stands in their addresses, so that browsers may keep them for good.
    let version: String

    init(_ resources: Resources) throws {
        var files: [String: Asset] = [:]
        var fingerprint = Fingerprint()
        for name in try resources.list("assets") {
            guard let type = Self.type(of: name) else { continue }
            let bytes = try resources.bytes("assets/\(name)")
            fingerprint.add(bytes)
            files[name] = Asset(type: type, bytes: ByteBuffer(bytes: bytes))
        }
        self.files = files
        version = fingerprint.text
    }

    func response(_ name: String) throws -> Response {
        guard let asset = files[name] else { throw HTTPError(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: asset.bytes))
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
