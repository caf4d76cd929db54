import HTTPTypes
import Hummingbird

/// Turns what goes wrong into a page, or into JSON's one failure shape; nothing of the inside is told to strangers.
struct Failures<Context: RequestContext>: RouterMiddleware {
    let site: Site

    /// The longest address that is looked at.
    static var longestAddress: Int { 2048 }

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws -> Response {
        let visit = Visit(request)
        guard request.uri.string.utf8.count <= Self.longestAddress else { return try site.failure(.uriTooLong, visit) }
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
