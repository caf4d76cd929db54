import Foundation
import HTTPTypes
import Hummingbird

extension Site {
    /// Adds what reviewers need; without a token none of it is there, and nothing in the site writes.
    func addReview(to router: Router<SiteContext>) {
        guard let reviewing = options.review else { return }
        router.get("review") { request, _ in
            let visit = Visit(request)
            guard let session = sessions.session(of: request) else {
                return try shown(ReviewPage.signIn(self, visit, isWrong: false), visit)
            }
            return try shown(try await workshop.make { try ReviewPage.queue(self, visit, session) }, visit)
        }
        router.get("review/events/:id") { request, context in
            let visit = Visit(request)
            let id = try context.parameters.require("id")
            guard let session = sessions.session(of: request) else { return Response.redirect(to: "/review", type: .normal) }
            return try shown(try await workshop.make { try ReviewPage.event(id, self, visit, session) }, visit)
        }
        router.post("review/session") { request, _ in try await signIn(request, reviewing) }
        router.post("review/end") { request, _ in
            _ = try await form(of: request)
            sessions.end(request)
            return cookie("", seconds: 0, Response.redirect(to: "/", type: .normal))
        }
        router.post("review/events/:id") { request, context in
            let (form, session) = try await form(of: request)
            let id = try context.parameters.require("id")
            try await keep(form, by: session.name, reviewing)
            let next = try await workshop.make { try event(of: form, before: id) }
            return Response.redirect(to: next.map { "/review/events/\(Query.encoded($0))?saved=1" } ?? "/review?saved=1", type: .normal)
        }
        router.post("review/corrections/:number") { request, context in
            let (form, session) = try await form(of: request)
            guard let number = Int(try context.parameters.require("number")) else { throw Refusal(.notFound) }
            try await told { try reviewing.desk.takeBack(number, who: session.name, why: form["why"]) }
            return Response.redirect(to: "/review?saved=1", type: .normal)
        }
        router.post("api/v1/rulings") { request, _ in
            guard let header = request.headers[.authorization], header.hasPrefix("Bearer "),
                Secret.matches(String(header.dropFirst(7)), reviewing.token)
            else {
                throw Refusal(.unauthorized, "send the token as Authorization: Bearer …", headers: [.wwwAuthenticate: "Bearer"])
            }
            try checkOrigin(request)
            let form = ReviewForm(String(decoding: try await body(of: request), as: UTF8.self))
            guard let who = form["who"] else { throw Refusal(.badRequest, "who is missing: the reviewer's name") }
            try await keep(form, by: who, reviewing)
            return try json(["kept": true], .ok).response
        }
    }

    private func signIn(_ request: Request, _ reviewing: Reviewing) async throws -> Response {
        try checkOrigin(request)
        let form = ReviewForm(String(decoding: try await body(of: request), as: UTF8.self))
        let visit = Visit(request)
        let name = form["name"].map { String($0.prefix(100)) } ?? "?"
        guard let key = try sessions.begin(name: name, token: form["token"] ?? "", expected: reviewing.token) else {
            return try shown(ReviewPage.signIn(self, visit, isWrong: true), visit)
        }
        return cookie(key, seconds: Int(ReviewSessions.length / .seconds(1)), Response.redirect(to: "/review", type: .normal))
    }

    /// A form of a reviewer who is signed in, sent from a page of this site.
    /// - Throws: ``Refusal`` for any other.
    private func form(of request: Request) async throws -> (ReviewForm, ReviewSessions.Session) {
        try checkOrigin(request)
        guard let session = sessions.session(of: request) else { throw Refusal(.unauthorized) }
        let form = ReviewForm(String(decoding: try await body(of: request), as: UTF8.self))
        guard Secret.matches(form["form"] ?? "", session.formToken) else { throw Refusal(.forbidden) }
        return (form, session)
    }

    private func keep(_ form: ReviewForm, by who: String, _ reviewing: Reviewing) async throws {
        let ruling = try form.ruling(by: who, known: names.knows)
        try await told { try reviewing.desk.keep(ruling) }
    }

    /// The event that a mention belongs to after a ruling, which may have made another of it; nil where it belongs to none, and the queue goes on.
    private func event(of form: ReviewForm, before id: String) throws -> String? {
        if let mention = form["mention"], let article = form["article"], let event = try ledger.article(id: article)?.events[mention] {
            return event
        }
        return try ledger.event(id: id) == nil ? nil : id
    }

    private func told(_ change: @escaping @Sendable () throws -> Void) async throws {
        do {
            try await workshop.make(as: .light, change)
        } catch let problem as RulingProblem {
            throw Refusal(.conflict, problem.description)
        }
    }

    /// Pages of one reviewer, which nobody else may be given.
    private func shown(_ page: PageAnswer, _ visit: Visit) throws -> Response {
        var response = remembering(visit, try rendered(page, visit).response)
        response.headers[.cacheControl] = "no-store"
        // Without a referrer browsers do not say either which site a form comes from, and that is asked.
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        return response
    }

    private func cookie(_ value: String, seconds: Int, _ response: Response) -> Response {
        var response = response
        let secure = options.address?.hasPrefix("https:") == true ? "; Secure" : ""
        response.headers[.setCookie] =
            "\(ReviewSessions.cookie)=\(value); Path=/review; Max-Age=\(seconds); SameSite=Strict; HttpOnly\(secure)"
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
