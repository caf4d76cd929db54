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
enum Voices {
    private static let sameHeadline = 0.8

    /// The articles by voice: the first report first, in the order in which they are given.
    static func voices(_ reports: [Report]) -> [[Int64]] {
        var groups = Groups(count: reports.count)
        var first: [String: Int] = [:]
        for (index, report) in reports.enumerated() {
            var keys = ["article \(report.article)"]
            if let outlet = report.outlet { keys.append("outlet \(outlet)") }
            if let source = report.source { keys.append("source \(source)") }
            if report.sentence.letters >= Wording.shortestTelling { keys.append("words \(report.sentence.key)") }
            for key in keys {
                if let other = first[key] { groups.join(other, index) } else { first[key] = index }
            }
        }
        joinHeadlines(reports, &groups)
        return articles(reports, groups)
    }

    private static func joinHeadlines(_ reports: [Report], _ groups: inout Groups) {
        let heads = groups.members.keys.sorted()
        for (place, one) in heads.enumerated() {
            for other in heads[(place + 1)...] where groups.head(one) != groups.head(other) {
                if reports[one].title.headlineLikeness(to: reports[other].title) >= sameHeadline { groups.join(one, other) }
            }
        }
    }

    private static func articles(_ reports: [Report], _ groups: Groups) -> [[Int64]] {
        groups.members.sorted { $0.key < $1.key }.map { _, members in
            var seen: Set<Int64> = []
            return members.sorted().map { reports[$0].article }.filter { seen.insert($0).inserted }
        }
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
