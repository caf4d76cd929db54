/// A layer that looks at all letters of a sentence, at each as much as it and its distance call for (Vaswani et al. 2017, with distances as in Shaw et al. 2018).
///
/// Its heads look each for themselves, with their share of a letter's numbers. Cost: four times the square of the width in multiplications a letter, and
/// twice the width for each pair of letters.
struct NetAttention: Sendable {
    /// What a letter asks for, what it has and what it gives, side by side.
    private let sides: NetLayer
    private let out: NetLayer
    /// For each head what a distance adds: 40 before and farther, at the letter, 40 after and farther.
    private let near: [[Float]]
    private static let farthest = 40

    /// - Throws: ``TableProblem`` where a table is missing or of another size.
    init(_ file: NetFile, _ name: String, width: Int) throws {
        sides = try NetLayer(file, name + "-sides", inputs: width, outputs: 3 * width)
        out = try NetLayer(file, name + "-out", inputs: width, outputs: width)
        let table = try file.table(name + "-near", rows: 2 * Self.farthest + 1)
        guard width.isMultiple(of: table.columns) else { throw file.problem("the heads of “\(name)” do not share \(width) numbers evenly") }
        near = (0..<table.columns).map { head in (0..<table.rows).map { table.row($0)[$0 * table.columns + head] } }
    }

    /// What is added to the states of so many letters.
    func look(_ states: [Float], _ count: Int) -> [Float] {
        let width = out.bias.count
        var parts = sides.beginning(rows: count)
        sides.add(states, rows: count, count: width, to: &parts)
        var seen = [Float](repeating: 0, count: count * width)
        var shares = [Float](repeating: 0, count: count * count)
        for head in near.indices { look(parts, count, head, &shares, &seen) }
        var result = out.beginning(rows: count)
        out.add(seen, rows: count, count: width, to: &result)
        return result
    }

    /// What one head sees.
    private func look(_ parts: [Float], _ count: Int, _ head: Int, _ shares: inout [Float], _ seen: inout [Float]) {
        let width = out.bias.count
        let own = width / near.count
        let scale = 1 / Float(own).squareRoot()
        parts.withUnsafeBufferPointer { parts in
            shares.withUnsafeMutableBufferPointer { shares in
                seen.withUnsafeMutableBufferPointer { seen in
                    guard let parts = parts.baseAddress, let weights = shares.baseAddress, let seen = seen.baseAddress else { return }
                    let first = parts + head * own
                    Matrices.multiply(
                        rows: count, columns: count, inner: own, .init(first: first, stride: 3 * width),
                        .init(first: first + width, stride: 3 * width), turned: true, scale: scale, adding: false,
                        to: .init(first: weights, stride: count))
                    share(shares, count, near[head])
                    Matrices.multiply(
                        rows: count, columns: own, inner: count, .init(first: weights, stride: count),
                        .init(first: first + 2 * width, stride: 3 * width), adding: false,
                        to: .init(first: seen + head * own, stride: width))
                }
            }
        }
    }

    /// Makes of each row's sums shares of one, after adding what distances add.
    private func share(_ sums: UnsafeMutableBufferPointer<Float>, _ count: Int, _ near: [Float]) {
        // What the distances of any row add is a part of this, without a look at each distance.
        let all = (1 - count..<count).map { near[min(max($0, -Self.farthest), Self.farthest) + Self.farthest] }
        for row in 0..<count {
            let sums = UnsafeMutableBufferPointer(rebasing: sums[row * count..<(row + 1) * count])
            let added = all[count - 1 - row..<2 * count - 1 - row]
            added.withUnsafeBufferPointer { added in
                var highest = -Float.infinity
                for index in 0..<count {
                    sums[index] += added[index]
                    highest = sums[index] > highest ? sums[index] : highest
                }
                var total: Float = 0
                for index in 0..<count { sums[index] = Self.power(sums[index] - highest) }
                for index in 0..<count { total += sums[index] }
                let part = 1 / total
                for index in 0..<count { sums[index] *= part }
            }
        }
    }

    /// e to a power that is nought or less, to six digits: a power of two in the exponent's bits, and of what remains a Taylor polynomial.
    ///
    /// The library's own takes most of a layer's time, one number at a time; of this several are worked out at once.
    @inline(__always)
    static func power(_ exponent: Float) -> Float {
        let twos = max(exponent, -80) * 1.442695
        // Adding one and a half times two to the 23rd rounds: what is behind the point falls off.
        let shifted = twos + 12_582_912
        let whole = shifted - 12_582_912
        let rest = (twos - whole) * 0.6931472
        let small = 1 + rest * (1 + rest * (0.5 + rest * (1 / 6 + rest * (1 / 24 + rest / 120))))
        return small * Float(bitPattern: (shifted.bitPattern &+ 127) &<< 23)
    }
}
