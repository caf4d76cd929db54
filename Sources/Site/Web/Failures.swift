import HTTPTypes
import Hummingbird
import Ledger

/// Turns what goes wrong into a page, or into JSON's one failure shape; nothing of the inside is told to strangers.
struct Failures: RouterMiddleware {
    let site: Site

    /// The longest address that is looked at, in bytes; that of a text to be explained may be longer.
    static var longestAddress: Int { 2048 }

    func handle(_ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response) async throws -> Response {
        let visit = Visit(request)
        let longest = visit.path == "/explain" ? ExplainPage.longestAddress : Self.longestAddress
        guard request.uri.string.utf8.count <= longest else { return try site.failure(Refusal(.uriTooLong), visit) }
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return try site.failure(refusal, visit)
        } catch let error as HTTPError {
            return try site.failure(Refusal(error.status, headers: error.headers), visit)
        } catch LedgerError.busy {
            return try site.failure(Refusal(.serviceUnavailable, retryAfter: 2), visit)
        } catch {
            context.logger.error("\(request.uri.path): \(error)")
            return try site.failure(Refusal(.internalServerError), visit)
        }
    }
}
