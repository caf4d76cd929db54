/// A report of an event, as far as it tells who copied whom.
struct Report {
    let article: Int64
    let outlet: String?
    /// The agency that the sentence names.
    let source: String?
    let sentence: Wording
    let title: Wording
}

/// Which articles speak with one voice: those of one outlet, those that quote one agency, and those that print the same sentence or all but the same headline.
///
/// A report joins the first voice whose first report it shares one of these with; if it shares none, it is a voice of its own. So each voice is independent of all
/// others, and an outlet that quotes an agency once does not make all that quote it and all of the outlet's one.
enum Voices {
    private static let sameHeadline = 0.8

    /// The articles by voice: the first report first, in the order in which they are given.
    static func voices(_ reports: [Report]) -> [[Int64]] {
        var voices: [(first: Report, articles: [Int64])] = []
        var known: [String: Int] = [:]
        for report in reports {
            let keys = keys(report)
            let voice =
                known[keys[0]] ?? keys.compactMap { known[$0] }.min()
                ?? voices.firstIndex { report.title.headlineLikeness(to: $0.first.title) >= sameHeadline }
            if let voice {
                if !voices[voice].articles.contains(report.article) { voices[voice].articles.append(report.article) }
                // What an article says in another sentence is said by the same voice.
                known[keys[0]] = voice
            } else {
                for key in keys { known[key] = voices.count }
                voices.append((report, [report.article]))
            }
        }
        return voices.map(\.articles)
    }

    /// The article's comes first.
    private static func keys(_ report: Report) -> [String] {
        var keys = ["article \(report.article)"]
        if let outlet = report.outlet { keys.append("outlet \(outlet)") }
        if let source = report.source { keys.append("source \(source)") }
        if report.sentence.letters >= Wording.shortestTelling { keys.append("words \(report.sentence.key)") }
        return keys
    }
}

/// Disjoint sets of numbers from 0; each is named by its least member.
struct Groups {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    func head(_ member: Int) -> Int {
        var member = member
        while parent[member] != member { member = parent[member] }
        return member
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (x, y) = (head(one), head(other))
        parent[max(x, y)] = min(x, y)
    }

    /// The members by their head.
    var members: [Int: [Int]] { Dictionary(grouping: parent.indices, by: head) }
}
