import Prose
import World

/// Makes events of one group's mentions: the most exactly dated first, each joins the event that it fits best or begins a new one.
/// The outcome is a function of the set of mentions alone.
struct Reconciling {
    /// Named days up to a week tell when; a month or a year does not.
    static let longestExact = 7

    private let weight: [UInt32: Double]
    private var clusters: [Cluster] = []

    /// The mentions of each event, in the order in which they joined.
    static func events(of candidates: [Candidate]) -> [[Candidate]] {
        let sorted = candidates.sorted { $0.order < $1.order }
        var reconciling = Reconciling(weight: Wording.weights(candidates.map(\.words)))
        for candidate in sorted { reconciling.place(candidate) }
        return reconciling.clusters.map(\.members)
    }

    private init(weight: [UInt32: Double]) { self.weight = weight }

    private mutating func place(_ candidate: Candidate) {
        var best: (index: Int, fit: Double)?
        for (index, cluster) in clusters.enumerated() {
            guard let fit = cluster.fit(candidate, weight: weight) else { continue }
            if fit > best?.fit ?? -1 { best = (index, fit) }
        }
        if let best {
            clusters[best.index].add(candidate)
        } else {
            clusters.append(Cluster(candidate))
        }
    }
}

extension Candidate {
    fileprivate struct Order: Comparable {
        let tier: Int
        let day: Int
        let published: Int64
        let article: String
        let sentence: Int
        let id: String

        static func < (x: Order, y: Order) -> Bool {
            (x.tier, x.day, x.published, x.article, x.sentence, x.id) < (y.tier, y.day, y.published, y.article, y.sentence, y.id)
        }
    }

    fileprivate var order: Order {
        Order(tier: tier, day: days?.first.number ?? .max, published: published ?? .max, article: articleID, sentence: sentence, id: id)
    }
}
