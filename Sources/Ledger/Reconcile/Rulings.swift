/// What reviews say of mentions' belonging together, by the mentions' numbers. A later review outdoes an earlier one.
struct Rulings {
    /// Mentions that report no event.
    var rejected: Set<Int64> = []
    private var pairs: [Pair: Bool] = [:]

    private struct Pair: Hashable {
        let one: Int64
        let other: Int64

        init(_ x: Int64, _ y: Int64) { (one, other) = (min(x, y), max(x, y)) }
    }

    /// These are one event.
    mutating func join(_ mentions: [Int64]) {
        for (place, one) in mentions.enumerated() { for other in mentions[(place + 1)...] { pairs[Pair(one, other)] = true } }
    }

    /// Some go, and are one event; none of them is of the others' event.
    mutating func part(_ going: [Int64], _ staying: [Int64]) {
        join(going)
        for one in going { for other in staying { pairs[Pair(one, other)] = false } }
    }

    /// Pairs that are one event, in order.
    var joined: [(Int64, Int64)] {
        pairs.filter(\.value).keys.map { ($0.one, $0.other) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }

    func keepApart(_ some: [Int64], _ others: [Int64]) -> Bool {
        if pairs.isEmpty { return false }
        return some.contains { one in others.contains { pairs[Pair(one, $0)] == false } }
    }

    /// The mentions that these are ruled to be one with.
    func partners(of mentions: Set<Int64>) -> Set<Int64> {
        var partners: Set<Int64> = []
        for (pair, isOne) in pairs where isOne {
            if mentions.contains(pair.one) { partners.insert(pair.other) }
            if mentions.contains(pair.other) { partners.insert(pair.one) }
        }
        return partners.subtracting(mentions)
    }
}
