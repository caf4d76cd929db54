import HTTPTypes

/// Why a request is not answered: a status, and words that name the mend where a status alone does not tell.
struct Refusal: Error, Sendable {
    let status: HTTPResponse.Status
    /// For programs and in English; nil: the status's own words in the reader's language.
    let message: String?
    /// Seconds after which the same request may be answered.
    let retryAfter: Int?
    let headers: HTTPFields

    init(_ status: HTTPResponse.Status, _ message: String? = nil, retryAfter: Int? = nil, headers: HTTPFields = [:]) {
        self.status = status
        self.message = message
        self.retryAfter = retryAfter
        var headers = headers
        if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
        self.headers = headers
    }
}
