/// What reviews say of mentions' belonging together, by the mentions' numbers.
struct Rulings {
    /// Pairs that are one event.
    var joined: [(Int64, Int64)] = []
    /// Pairs that are two.
    var apart: [(Int64, Int64)] = []

    func keepApart(_ some: [Int64], _ others: [Int64]) -> Bool {
        if apart.isEmpty { return false }
        let (x, y) = (Set(some), Set(others))
        return apart.contains { x.contains($0.0) && y.contains($0.1) || x.contains($0.1) && y.contains($0.0) }
    }
}
