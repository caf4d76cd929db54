/// Bytes with what is known of them from outside.
struct Item {
    var bytes: [UInt8]
    let path: String
    var url: String?
    /// The charset that the transport named.
    var charset: String?
    /// When it was fetched.
    var fetched: Stamp?
    /// Its compressed form broke off, which has been said.
    var isCut = false
}

/// Opens what one file holds, archives inside archives included, and gathers articles and problems.
struct Opener {
    let composer: Composer
    private(set) var articles: [Article] = []
    private(set) var problems: [Problem] = []

    /// Archives in archives in archives are packed so by accident; deeper ones, to do harm.
    private static let deepest = 3
    /// Bytes that all archives inside one file may still unpack to.
    private var budget = Archive.largestWhole
    private static let forms: [any Form] = [PostForm(), FeedForm(), JSONForm(), PageForm(), NotebookForm()]

    init(composer: Composer) { self.composer = composer }

    mutating func open(_ item: Item, depth: Int) {
        if item.bytes.starts(with: [0x1F, 0x8B]) {
            guard depth < Opener.deepest else { return complain(item.path, "it holds archives within archives; unpack it first") }
            let plain = inflated(item.bytes, most: Press.largest * 2)
            if let problem = plain.problem { complain(item.path, problem) }
            var inside = item
            inside.bytes = plain.bytes
            inside.isCut = plain.problem != nil
            if !plain.bytes.isEmpty, spend(plain.bytes.count, item.path) { open(inside, depth: depth + 1) }
        } else if Archive.recognises(item.bytes) {
            guard depth < Opener.deepest else { return complain(item.path, "it holds archives within archives; unpack it first") }
            unpack(item, depth)
        } else if WarcReader.recognises(item.bytes) {
            readRecords(item)
        } else {
            read(item)
        }
    }

    private mutating func unpack(_ item: Item, _ depth: Int) {
        var found = 0
        Archive.read(item.bytes) { member in
            found += 1
            let path = inner(item.path, member.name)
            if spend(member.bytes.count, path) { open(Item(bytes: member.bytes, path: path), depth: depth + 1) }
        } problem: { name, message in
            found += 1
            if !(item.isCut && message.hasPrefix("it breaks off")) { complain(inner(item.path, name), message) }
        }
        if found == 0 { complain(item.path, "the archive is empty; fetch it again") }
    }

    /// Whether so much may still be unpacked; said once where not.
    private mutating func spend(_ count: Int, _ path: String) -> Bool {
        if budget < 0 { return false }
        budget -= count
        if budget < 0 {
            complain(path, "the file unpacks to more than \(Archive.largestWhole >> 20) MB; the rest was left there, split it")
        }
        return budget >= 0
    }

    private func inner(_ path: String, _ name: String?) -> String { name.map { path + "/" + $0 } ?? path }

    private mutating func readRecords(_ item: Item) {
        var reader = WarcReader(item.bytes)
        let before = articles.count + problems.count
        while let record = reader.next() {
            switch record.type {
            case "response": readResponse(record, item.path)
            case "resource" where isText(record.contentType):
                read(Item(bytes: Array(record.block), path: item.path, url: record.target, fetched: record.date.flatMap { Stamp($0.utf8) }))
            default: break
            }
        }
        for problem in reader.problems { complain(item.path, problem) }
        if articles.count + problems.count == before {
            complain(item.path, "no record of it is a page of news; check what the crawler kept")
        }
    }

    private mutating func readResponse(_ record: WarcRecord, _ path: String) {
        guard record.target?.hasPrefix("dns:") != true else { return }
        let name = record.target ?? "a record without an address"
        guard let body = HttpBody(record.block) else {
            return complain(path, "\(name): the response is no HTTP message; fetch it again")
        }
        // Errors, redirections, pictures and style sheets are no news.
        guard body.status == 200, isText(body.contentType) else { return }
        if let problem = body.problem { complain(path, "\(name): \(problem)") }
        guard !body.bytes.isEmpty else { return }
        read(
            Item(
                bytes: body.bytes, path: path, url: record.target, charset: body.charset, fetched: record.date.flatMap { Stamp($0.utf8) }))
    }

    private func isText(_ type: String) -> Bool {
        type.isEmpty || type.hasPrefix("text/html") || type.hasPrefix("text/plain") || type.hasPrefix("text/xml") || type.contains("+xml")
            || type.hasPrefix("application/xml") || type.contains("json")
    }

    /// A text that is no container.
    private mutating func read(_ item: Item) {
        let (text, flags) = decoded(item.bytes, declared: item.charset)
        guard let start = text.firstIndex(where: { $0 > 0x20 }) else {
            return complain(item.path, "the file is empty; remove it or fetch it again")
        }
        let content = text[start...]
        let form = Opener.forms.first { $0.recognises(content) } ?? PlainForm()
        if !form.holdsMany, isTooLong(content.count) { return complain(item.path, tooLong(content.count)) }
        let found = form.drafts(content)
        for draft in found.drafts {
            if isTooLong(draft.size) {
                complain(item.path, tooLong(draft.size))
                continue
            }
            var draft = draft
            draft.flags = flags + draft.flags
            // A feed's items have links of their own; a page fetched from an address is that address's.
            if draft.url == nil { draft.url = item.url }
            draft.clocks.fetched = item.fetched
            keep(composer.article(draft, path: item.path), form.name)
        }
        for problem in found.problems { complain(item.path, problem) }
    }

    private func isTooLong(_ bytes: Int) -> Bool { bytes > Press.longestText }

    private func tooLong(_ bytes: Int) -> String { "a text of \(bytes >> 20) MB is no article; split it, or fetch it again" }

    private mutating func keep(_ article: Article, _ form: String) {
        if article.passages.contains(where: { $0.kind != .title && $0.kind != .boilerplate }) {
            articles.append(article)
        } else if !article.title.isEmpty, article.url != nil {
            articles.append(article.flagged("nothing but a title"))
        } else {
            complain(article.path, "no article text found in \(form); check that the file was saved whole")
        }
    }

    private mutating func complain(_ path: String, _ message: String) { problems.append(Problem(path: path, message: message)) }
}

extension Article {
    fileprivate func flagged(_ flag: String) -> Article {
        Article(
            id: id, path: path, url: url, title: title, outlet: outlet, site: site, published: published, localDate: localDate,
            clock: clock, text: text, passages: passages, flags: flags + [flag], certainty: certainty, links: links, pictures: pictures,
            tables: tables)
    }
}
