import HTTPTypes
import Hummingbird

/// An answer as it goes out, before what belongs to one reader alone.
struct RenderedPage: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: ByteBuffer
    /// The same bytes packed, for readers who take gzip; nil where nobody packed them.
    private(set) var packed: ByteBuffer?

    /// How much room it takes where it is kept.
    var size: Int { bytes.readableBytes + (packed?.readableBytes ?? 0) }

    init(status: HTTPResponse.Status, headers: HTTPFields, bytes: ByteBuffer) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
    }

    var response: Response { Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes)) }

    /// The same with a tag of its bytes, by which a browser asks whether they changed (RFC 9110, 8.8.3).
    func tagged() -> RenderedPage {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes.readableBytesView)
        var headers = headers
        headers[.eTag] = "\"\(fingerprint.text)\""
        return RenderedPage(status: status, headers: headers, bytes: bytes)
    }

    /// The same with its tag and its packed bytes, as it is kept: packed once, however many ask.
    func kept() -> RenderedPage {
        var page = tagged()
        page.packed = gzipped(bytes)
        return page
    }

    /// The page in the form that the reader takes, or 304 without a body where the reader has these very bytes already.
    func response(to request: Request) -> Response {
        var headers = headers
        headers[.vary] = headers[.vary].map { "\($0), Accept-Encoding" } ?? "Accept-Encoding"
        if let tag = headers[.eTag], let known = request.headers[.ifNoneMatch], Self.tags(known).contains(where: { $0 == tag || $0 == "*" })
        {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        guard let packed, Self.takesGzip(request.headers[.acceptEncoding]) else {
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }
        headers[.contentEncoding] = "gzip"
        // Other bytes that say the same: a weak tag.
        headers[.eTag] = headers[.eTag].map { "W/\($0)" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: packed))
    }

    /// Whether an `Accept-Encoding` names gzip and does not refuse it (`gzip;q=0`).
    private static func takesGzip(_ header: String?) -> Bool {
        (header ?? "").split(separator: ",").prefix(20).contains { coding in
            let parts = coding.lowercased().filter { $0 != " " }.split(separator: ";")
            return parts.first == "gzip" && (parts.count == 1 || parts[1].contains { ("1"..."9").contains($0) })
        }
    }

    /// `If-None-Match` compares weakly: a packed page has the tag of the plain one, marked with `W/`.
    private static func tags(_ header: String) -> [Substring] {
        header.split(separator: ",").prefix(20).map { tag in
            let tag = tag.drop { $0 == " " }
            return tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
        }
    }
}
