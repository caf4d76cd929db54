import HTTPTypes
import Hummingbird

/// Turns what goes wrong into a page, or into JSON's one failure shape; nothing of the inside is told to strangers.
struct Failures<Context: RequestContext>: RouterMiddleware {
    let site: Site

    /// The longest address that is looked at, in bytes; that of a text to be explained may be longer.
    static var longestAddress: Int { 2048 }

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws -> Response {
        let visit = Visit(request)
        let longest = visit.path == "/explain" ? ExplainPage.longestAddress : Self.longestAddress
        guard request.uri.string.utf8.count <= longest else { return try site.failure(.uriTooLong, visit) }
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            return try site.failure(error.status, visit)
        } catch {
            context.logger.error("\(request.uri.path): \(error)")
            return try site.failure(.internalServerError, visit)
        }
    }
}
