import HTTPTypes
import Hummingbird

/// An answer as it goes out, before what belongs to one reader alone.
struct RenderedPage: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: ByteBuffer

    var response: Response { Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes)) }

    /// The same with a tag of its bytes, by which a browser asks whether they changed (RFC 9110, 8.8.3).
    func tagged() -> RenderedPage {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes.readableBytesView)
        var headers = headers
        headers[.eTag] = "\"\(fingerprint.text)\""
        return RenderedPage(status: status, headers: headers, bytes: bytes)
    }

    /// The page, or 304 without a body where the reader has these very bytes already.
    func response(unless known: String?) -> Response {
        guard let tag = headers[.eTag], let known, Self.tags(known).contains(where: { $0 == tag || $0 == "*" }) else { return response }
        var headers = headers
        headers[.contentType] = nil
        return Response(status: .notModified, headers: headers)
    }

    /// `If-None-Match` compares weakly: proxies that compress mark tags with `W/`.
    private static func tags(_ header: String) -> [Substring] {
        header.split(separator: ",").prefix(20).map { tag in
            let tag = tag.drop { $0 == " " }
            return tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
        }
    }
}
