import Coding
import Foundation
import GRDB

extension Ledger {
    /// Articles that have every word asked for, newest first. Words stand between blanks, or in quotation marks; each is found as it stands, in either script.
    /// - Throws: ``LedgerError``
    public func search(_ text: String, limit: Int = 20, offset: Int = 0) throws(LedgerError) -> SearchResult {
        try search(SearchFilter(text: text, limit: limit, offset: offset))
    }

    /// Articles that a question is true of: words and "phrases" in either script, with AND (which may be left out), OR, NOT and parentheses.
    /// - Throws: ``LedgerError``
    public func search(_ filter: SearchFilter) throws(LedgerError) -> SearchResult {
        guard let question = SearchQuestion(fold(filter.text)) else { return SearchResult(total: 0, hits: []) }
        let query = SearchQuery(filter, question.match)
        return try read { db in
            let total = try query.total.fetchOne(db) ?? 0
            let order = total > SearchQuery.mostRanked ? .newest : filter.order
            var rows = order == .newest && total > filter.everywhere ? try query.recent?.fetchAll(db) ?? [] : []
            if rows.count < filter.limit { rows = try query.hits(order).fetchAll(db) }
            return SearchResult(
                total: total,
                hits: rows.map { row in
                    let snippet = Snippet(row["text"], words: question.words, fold: fold)
                    return SearchHit(article: ArticleRow.reference(row, "in"), snippet: snippet.text, highlights: snippet.highlights)
                })
        }
    }
}

/// Some words of a text around the first place that has one of the words asked for.
struct Snippet {
    let text: String
    let highlights: [Range<Int>]

    private static let before = 24
    private static let length = 96

    init(_ text: String, words: [String], fold: (String) -> String) {
        let folded = Array(fold(text).unicodeScalars)
        let needles = words.map { Array($0.unicodeScalars) }
        let places = needles.compactMap { Self.find($0, in: folded, from: 0) }
        let start = max(0, (places.min() ?? 0) - Self.before)
        let end = min(folded.count, start + Self.length)
        // A fold that changes the number of characters would shift the marks: the text is then shown unmarked.
        let shown = text.slice(start..<end)
        self.text = String(String.UnicodeScalarView(shown.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
        guard folded.count == text.unicodeScalars.count else {
            highlights = []
            return
        }
        let window = Array(folded[start..<end])
        highlights = needles.flatMap { Self.all($0, in: window) }.sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func all(_ needle: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var from = 0
        while let place = find(needle, in: text, from: from) {
            ranges.append(place..<place + needle.count)
            from = place + needle.count
        }
        return ranges
    }

    private static func find(_ needle: [Unicode.Scalar], in text: [Unicode.Scalar], from: Int) -> Int? {
        guard !needle.isEmpty, text.count >= needle.count, from <= text.count - needle.count else { return nil }
        return (from...(text.count - needle.count)).first { start in needle.indices.allSatisfy { text[start + $0] == needle[$0] } }
    }
}
