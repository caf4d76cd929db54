import Foundation

/// An Atom feed (RFC 4287), newest entry first.
struct Atom: Sendable {
    struct Entry: Sendable {
        /// The page, from the site's root; with the site's address before it, the entry's lasting id.
        let path: String
        let title: String
        let summary: String
        let lang: String
        let author: String
        let published: Date
        let category: (term: String, label: String)?
    }

    let base: String
    /// The feed's own address, from the site's root.
    let path: String
    /// The page that it follows.
    let page: String
    let title: String
    let subtitle: String
    let lang: String
    let entries: [Entry]
    /// When the record ends: what an empty feed was last updated on.
    let ended: Date

    var text: String {
        let updated = entries.map(\.published).max() ?? ended
        var out = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(xmlText(lang))">
            <id>\(xmlText(base + path))</id>
            <title>\(xmlText(title))</title>
            <subtitle>\(xmlText(subtitle))</subtitle>
            <updated>\(updated.ISO8601Format())</updated>
            <author><name>Rapport</name></author>
            <generator>Rapport</generator>
            <link rel="self" type="application/atom+xml" href="\(xmlText(base + path))"/>
            <link rel="alternate" type="text/html" href="\(xmlText(base + page))"/>

            """
        for entry in entries { out += text(entry) }
        return out + "</feed>\n"
    }

    private func text(_ entry: Entry) -> String {
        let address = xmlText(base + entry.path)
        let category = entry.category.map { "\n<category term=\"\(xmlText($0.term))\" label=\"\(xmlText($0.label))\"/>" } ?? ""
        return """
            <entry>
            <id>\(address)</id>
            <title>\(xmlText(entry.title))</title>
            <updated>\(entry.published.ISO8601Format())</updated>
            <published>\(entry.published.ISO8601Format())</published>
            <author><name>\(xmlText(entry.author))</name></author>
            <link rel="alternate" type="text/html" href="\(address)"/>\(category)
            <summary type="text" xml:lang="\(xmlText(entry.lang))">\(xmlText(entry.summary))</summary>
            </entry>

            """
    }
}
