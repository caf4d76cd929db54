import Foundation

/// One article as a JSON object, by the names that feeds and data sets use.
struct JSONRecord {
    let fields: [String: Any]

    init(_ fields: [String: Any]) { self.fields = fields }

    /// nil where there is neither text nor a title with a link.
    var draft: Draft? {
        if let article = fields["article"] as? [String: Any], let text = article["text"] as? String { return own(article, text) }
        var draft = Draft()
        draft.title = collapsed(text("title", "headline") ?? "")
        draft.url = text("url", "link", "external_url", "id").flatMap { $0.contains("://") ? collapsed($0) : nil }
        draft.author = text("outlet", "source", "publisher", "site_name")
        draft.clocks.feed = time("date_published", "date", "published", "publish_date", "time", "timestamp")
        guard let body = text("content_html", "html", "text", "content_text", "content", "body") ?? text("summary", "description") else {
            return draft.title.isEmpty || draft.url == nil ? nil : draft
        }
        let bytes = Array(body.utf8)
        if fields["content_html"] != nil || holdsMarkup(bytes[...]) { draft.html = bytes } else { draft.blocks = plainBlocks(bytes) }
        return draft
    }

    private func text(_ names: String...) -> String? {
        for name in names { if let value = fields[name] as? String, !value.isEmpty { return value } }
        return nil
    }

    private func time(_ names: String...) -> Stamp? {
        for name in names {
            if let number = fields[name] as? Int { return Stamp(field: String(number)) }
            if let text = text(name) { return Stamp(field: text) }
        }
        return nil
    }

    /// Rapport's own record: its passages are taken as they were.
    private func own(_ article: [String: Any], _ text: String) -> Draft {
        let fields = JSONRecord(article)
        var draft = Draft()
        draft.title = fields.text("title") ?? ""
        draft.url = fields.text("url")
        draft.author = fields.text("outlet")
        draft.clocks.feed = fields.text("published").flatMap { Stamp($0.utf8) }
        draft.settled = true
        draft.id = fields.text("id")
        draft.flags = article["flags"] as? [String] ?? []
        draft.kept = Kept(
            clock: fields.text("clock"), certainty: fields.text("certainty").flatMap(Certainty.init),
            apparatus: Apparatus(links: list(article["links"]), pictures: list(article["pictures"]), tables: list(article["tables"])))
        let scalars = Array(text.unicodeScalars)
        for case let passage as [String: Any] in article["passages"] as? [Any] ?? [] {
            guard let start = passage["start"] as? Int, let end = passage["end"] as? Int, 0 <= start, start < end, end <= scalars.count,
                let kind = (passage["kind"] as? String).flatMap(Passage.Kind.init)
            else { continue }
            if kind == .title { continue }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<end])
            let role = (passage["role"] as? String).flatMap(Passage.Role.init)
            draft.blocks.append(Block(kind: kind, text: Array(String(view).utf8), marks: .told, role: role))
        }
        if draft.blocks.isEmpty { draft.blocks = plainBlocks(Array(text.utf8)) }
        return draft
    }
}

/// The items of a list that are whole; none where it is missing or damaged.
private func list<Item: Decodable>(_ value: Any?) -> [Item] {
    guard let items = value as? [[String: Any]], !items.isEmpty, let data = try? JSONSerialization.data(withJSONObject: items) else {
        return []
    }
    return (try? JSONDecoder().decode([Item].self, from: data)) ?? []
}
