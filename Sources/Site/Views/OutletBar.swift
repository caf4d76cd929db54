import Ledger

/// An outlet and its share of the record's articles.
struct OutletBar: View {
    let name: String
    let nameLang: String?
    let address: String
    let articles: String
    let share: String
    let bar: String

    static func rows(_ outlets: [OutletRecord], limit: Int, _ writer: Writer) -> [OutletBar] {
        let most = Double(max(1, outlets.first?.articles ?? 1))
        let all = Double(max(1, outlets.reduce(0) { $0 + $1.articles }))
        return outlets.prefix(limit).map {
            OutletBar(
                name: writer.outlet($0.name), nameLang: writer.foreign(writer.outlet($0.name)), address: Address.outlet($0.name),
                articles: grouped($0.articles), share: percent(Double($0.articles) / all),
                bar: SmallCharts.part(Double($0.articles) / most))
        }
    }
}
