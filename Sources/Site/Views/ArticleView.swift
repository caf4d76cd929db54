import Ledger

/// An article in a list.
struct ArticleView: View {
    let id: String
    let title: String
    let lang: String
    let outlet: [NameLink]
    let date: String
    /// For a narrow column.
    let brief: String
    let iso: String?

    /// - Parameter isOutletSaid: whether the page says already whose article it is.
    init(_ article: ArticleReference, _ writer: Writer, isOutletSaid: Bool = false) {
        id = article.id
        title = article.title
        lang = languageTag(article.script)
        outlet = article.outlet.flatMap { isOutletSaid ? nil : writer.outletLinks([$0], limit: 1) } ?? []
        date = article.localDate.map(writer.calendar.date) ?? writer.text("undated")
        brief = article.localDate.map(writer.calendar.brief) ?? writer.text("undated")
        iso = article.localDate
    }
}
