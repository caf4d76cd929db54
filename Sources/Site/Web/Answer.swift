import Foundation
import HTTPTypes
import Hummingbird

/// A page's answer before it has a form: what to show, and the same as data.
enum Answer: Sendable {
    case page(PageAnswer)
    case redirect(String)
}

/// A page to be rendered, with its JSON twin.
struct PageAnswer: Sendable {
    let template: String
    let title: String
    let description: String
    /// Which of the navigation's pages it is.
    var section = ""
    let body: any View
    let data: any Encodable & Sendable
    var status = HTTPResponse.Status.ok
    /// The address of the page's Atom feed; nil where it is no stream.
    var feed: String?
    /// The address of what the page lists, as CSV; nil where it lists nothing.
    var table: String?
    /// What the page is about, in schema.org's terms.
    var linked: LinkedData?
    /// Origins from which it loads pictures, because its reader asked for them.
    var pictures: [String] = []
}

/// The page's frame: head, navigation, foot.
struct Shell: View {
    let lang: String
    let title: String
    let description: String
    let path: String
    let twin: String
    let otherAddress: String
    let otherName: String
    let otherTag: String
    let alternates: [Alternate]
    let feed: String?
    let table: String?
    /// JSON-LD, safe to stand inside a script element.
    let linked: String?
    let assets: String
    let version: String
    let q: String
    /// Whether the head has a search box: pages that open with one of their own have none.
    let hasBox: Bool
    let isHome: Bool
    let isRelations: Bool
    let isParties: Bool
    let isPeople: Bool
    let isOutlets: Bool
    let isSearch: Bool
    let isAbout: Bool
    let isExplain: Bool
    /// Whether there is a page that explains.
    let explains: Bool

    struct Alternate: View {
        let tag: String
        let address: String
    }
}

/// The one shape of a JSON answer.
struct Success<Body: Encodable>: Encodable {
    let ok = true
    let data: Body
}

/// The one shape of a JSON failure.
struct Failure: Encodable, Sendable {
    struct Reason: Encodable, Sendable {
        let status: Int
        let message: String
    }

    let ok = false
    let error: Reason
}

extension Site {
    func rendered(_ page: PageAnswer, _ visit: Visit) throws -> RenderedPage {
        visit.wantsJSON ? try json(page.data, page.status) : try html(page, visit)
    }

    /// The same answer with the cookie that keeps a language chosen with this request.
    func remembering(_ visit: Visit, _ response: Response) -> Response {
        guard visit.choosesLanguage else { return response }
        var response = response
        let value = "\(Visit.cookie)=\(visit.language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
        response.headers[values: .setCookie] = [value]
        return response
    }

    func failure(_ refusal: Refusal, _ visit: Visit) throws -> Response {
        let status = refusal.status
        let message = words.text("failure\(status.code)", visit.language)
        let known = message == "failure\(status.code)" ? status.reasonPhrase : message
        let data = Failure(error: .init(status: status.code, message: refusal.message ?? known))
        let body = FailureBody(status: status.code, message: known)
        let page =
            visit.wantsJSON
            ? try written(data, status)
            : try html(PageAnswer(template: "failure", title: known, description: known, body: body, data: data, status: status), visit)
        var response = page.response
        response.headers[.cacheControl] = "no-store"
        for field in refusal.headers { response.headers[field.name] = field.value }
        return response
    }

    private struct FailureBody: View {
        let status: Int
        let message: String
    }

    private func html(_ page: PageAnswer, _ visit: Visit) throws -> RenderedPage {
        let text = try renderer.render(
            try Fields(["shell": shell(page, visit), "body": page.body]), template: page.template, visit.language)
        return RenderedPage(
            status: page.status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: visit.language.tag, .cacheControl: "no-cache",
                .vary: "Accept, Accept-Language, Cookie",
                .contentSecurityPolicy: SecurityHeaders.policy(pictures: page.pictures),
            ], bytes: ByteBuffer(string: text))
    }

    private func shell(_ page: PageAnswer, _ visit: Visit) -> Shell {
        let other: Language = visit.language == .zh ? .en : .zh
        return Shell(
            lang: visit.language.tag, title: page.title, description: page.description, path: visit.path,
            twin: (visit.path == "/" ? "/index" : visit.path) + ".json" + visit.query.with("lang", nil).text,
            otherAddress: visit.address(in: other), otherName: other.ownName, otherTag: other.tag,
            alternates: Language.allCases.map { Shell.Alternate(tag: $0.tag, address: visit.address(in: $0)) }, feed: page.feed,
            table: page.table,
            linked: page.linked.map { $0.text(base: options.address) }, assets: assets.version,
            version: options.version, q: visit.query["q"] ?? "", hasBox: page.section != "home" && page.section != "search",
            isHome: page.section == "home", isRelations: page.section == "relations",
            isParties: page.section == "parties", isPeople: page.section == "people", isOutlets: page.section == "outlets",
            isSearch: page.section == "search", isAbout: page.section == "about", isExplain: page.section == "explain",
            explains: options.coder != nil)
    }

    func json(_ data: some Encodable, _ status: HTTPResponse.Status) throws -> RenderedPage {
        try written(Success(data: data), status)
    }

    func written(_ value: some Encodable, _ status: HTTPResponse.Status) throws -> RenderedPage {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return RenderedPage(
            status: status, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-cache", .vary: "Accept"],
            bytes: ByteBuffer(bytes: try encoder.encode(value)))
    }
}
