import Coding
import Foundation

/// Learns gradient-boosted trees for a chance: logistic loss, second-order gains, trees grown best leaf first over binned columns
/// (Friedman 2001; Ke et al. 2017). The same rows give the same trees.
struct Boosting {
    /// What a proposal looks like, and how right it is, 0…1.
    typealias Row = (values: [Float], truth: Float)

    var rounds = 200
    var rate: Float = 0.06
    var leaves = 8
    /// The fewest rows of a leaf.
    var fewest = 30
    /// The L2 pull of leaves towards nought.
    var pull: Float = 5

    func train(_ rows: [Row], columns: [String]) -> Trees {
        let binned = Binned(rows.map(\.values), columns: columns.count)
        let share = rows.reduce(0) { $0 + $1.truth } / Float(max(rows.count, 1))
        let start = log(max(share, 1e-6) / max(1 - share, 1e-6))
        var scores = [Float](repeating: start, count: rows.count)
        var trees: [[Trees.Node]] = []
        for _ in 0..<rounds where !rows.isEmpty {
            let chances = scores.map { 1 / (1 + exp(-$0)) }
            let slopes = rows.indices.map {
                Slope(first: chances[$0] - rows[$0].truth, second: chances[$0] * (1 - chances[$0]))
            }
            let tree = Growth(binned: binned, slopes: slopes, settings: self).tree(adding: &scores)
            trees.append(tree)
        }
        return Trees(columns: columns, start: start, trees: trees)
    }

    /// The loss's first and second derivative, summed over rows.
    struct Slope {
        var first: Float = 0
        var second: Float = 0
        var rows = 1

        static func += (one: inout Slope, other: Slope) {
            one.first += other.first
            one.second += other.second
            one.rows += other.rows
        }

        func without(_ other: Slope) -> Slope { Slope(first: first - other.first, second: second - other.second, rows: rows - other.rows) }

        static let zero = Slope(rows: 0)
    }
}

/// Columns cut into at most 64 bins of about as many rows.
struct Binned {
    let bins: [[UInt8]]
    /// The upper bound of each bin but the last.
    let bounds: [[Float]]

    init(_ rows: [[Float]], columns: Int) {
        bounds = (0..<columns).map { column in
            let sorted = rows.map { $0[column] }.sorted()
            let cuts = stride(from: sorted.count / 64, to: sorted.count, by: max(sorted.count / 64, 1)).map { sorted[$0] }
            return Array(Set(cuts + (Set(sorted).count <= 64 ? sorted : [])).sorted().dropLast())
        }
        let bounds = self.bounds
        bins = (0..<columns).map { column in rows.map { row in UInt8(Self.bin(row[column], bounds[column])) } }
    }

    private static func bin(_ value: Float, _ bounds: [Float]) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if value <= bounds[middle] { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Grows one tree.
private struct Growth {
    let binned: Binned
    let slopes: [Boosting.Slope]
    let settings: Boosting

    private struct Split {
        let column: Int
        let bin: Int
        let gain: Float
    }

    private indirect enum Branch {
        case leaf(rows: [Int], split: Split?)
        case fork(Split, Branch, Branch)
    }

    /// The tree's nodes in preorder; what each leaf says is added to the scores of its rows.
    func tree(adding scores: inout [Float]) -> [Trees.Node] {
        var root = leaf(Array(slopes.indices))
        for _ in 1..<settings.leaves {
            guard let gain = bestGain(root) else { break }
            root = grown(root, gain)
        }
        var nodes: [Trees.Node] = []
        write(root, into: &nodes, &scores)
        return nodes
    }

    private func bestGain(_ branch: Branch) -> Float? {
        switch branch {
        case .leaf(_, let split): split?.gain
        case .fork(_, let yes, let no): [bestGain(yes), bestGain(no)].compactMap(\.self).max()
        }
    }

    /// The branch with the leaf of this gain split.
    private func grown(_ branch: Branch, _ gain: Float) -> Branch {
        switch branch {
        case .leaf(let rows, let split?) where split.gain == gain:
            let bins = binned.bins[split.column]
            return .fork(
                split, leaf(rows.filter { Int(bins[$0]) <= split.bin }), leaf(rows.filter { Int(bins[$0]) > split.bin }))
        case .leaf: return branch
        case .fork(let split, let yes, let no):
            if bestGain(yes) == gain { return .fork(split, grown(yes, gain), no) }
            return .fork(split, yes, grown(no, gain))
        }
    }

    private func leaf(_ rows: [Int]) -> Branch { .leaf(rows: rows, split: split(rows)) }

    private func split(_ rows: [Int]) -> Split? {
        let total = rows.reduce(into: Boosting.Slope.zero) { $0 += slopes[$1] }
        guard total.rows >= 2 * settings.fewest else { return nil }
        var best: Split?
        for column in binned.bins.indices where !binned.bounds[column].isEmpty {
            var sums = [Boosting.Slope](repeating: .zero, count: binned.bounds[column].count + 1)
            let bins = binned.bins[column]
            for row in rows { sums[Int(bins[row])] += slopes[row] }
            var yes = Boosting.Slope.zero
            for bin in binned.bounds[column].indices {
                yes += sums[bin]
                let no = total.without(yes)
                guard yes.rows >= settings.fewest, no.rows >= settings.fewest else { continue }
                let gain = worth(yes) + worth(no) - worth(total)
                if gain > 1e-4, gain > best?.gain ?? 0 { best = Split(column: column, bin: bin, gain: gain) }
            }
        }
        return best
    }

    private func worth(_ slope: Boosting.Slope) -> Float { slope.first * slope.first / (slope.second + settings.pull) }

    private func write(_ branch: Branch, into nodes: inout [Trees.Node], _ scores: inout [Float]) {
        switch branch {
        case .leaf(let rows, _):
            let total = rows.reduce(into: Boosting.Slope.zero) { $0 += slopes[$1] }
            // Thousandths are all that the file keeps.
            let value = (-settings.rate * total.first / (total.second + settings.pull) * 1000).rounded() / 1000
            for row in rows { scores[row] += value }
            nodes.append(.leaf(value))
        case .fork(let split, let yes, let no):
            let at = nodes.count
            nodes.append(.leaf(0))
            write(yes, into: &nodes, &scores)
            nodes[at] = .question(column: split.column, bound: binned.bounds[split.column][split.bin], no: nodes.count)
            write(no, into: &nodes, &scores)
        }
    }
}
