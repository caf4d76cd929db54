/// A figure with its name.
struct Fact: View {
    let name: String
    let value: String
    let tone: String
    let note: String?
    /// Words are set smaller than figures.
    let isWords: Bool
    let address: String?

    init(_ name: String, _ value: String, tone: String = "", note: String? = nil, isWords: Bool = false, address: String? = nil) {
        self.name = name
        self.value = value
        self.tone = tone
        self.note = note
        self.isWords = isWords
        self.address = address
    }
}

/// A name, how often it stands, and a bar as long as its share of the longest.
struct CountBar: View {
    let name: String
    let address: String?
    let barLang: String?
    /// What follows the name: whom a person stands for.
    let barNote: String?
    let count: String
    let bar: String

    /// - Parameter items: names with where they lead, a note, and how often they stand.
    static func rows(_ items: [(name: String, address: String?, note: String?, count: Int)]) -> [CountBar] {
        let most = Double(max(1, items.map(\.count).max() ?? 1))
        return items.map {
            CountBar(
                name: $0.name, address: $0.address, barLang: Run.hasHan($0.name) ? "zh" : nil, barNote: $0.note, count: grouped($0.count),
                bar: SmallCharts.part(Double($0.count) / most))
        }
    }
}
