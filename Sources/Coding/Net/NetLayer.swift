/// Weights from some numbers to others, and sums to begin with.
struct NetLayer: Sendable {
    /// Row by row, a row for each input.
    private let weights: [Float]
    let bias: [Float]

    /// - Throws: ``TableProblem`` where a table is missing or of another size.
    init(_ file: NetFile, _ name: String, inputs: Int? = nil, outputs: Int? = nil) throws {
        let table = try file.table(name, rows: inputs, columns: outputs)
        weights = table.values
        bias = try file.table(name + "-bias", rows: 1, columns: table.columns).values
    }

    /// Sums that start with the layer's own, a row for each of so many.
    func beginning(rows: Int) -> [Float] {
        var sums: [Float] = []
        sums.reserveCapacity(rows * bias.count)
        for _ in 0..<rows { sums += bias }
        return sums
    }

    /// Adds to rows of sums what as many rows of `count` values give, which are the layer's inputs from `first` on.
    /// - Parameters:
    ///   - place: the first row of values.
    ///   - target: the first row of sums.
    func add(
        _ values: [Float], at place: Int = 0, rows: Int = 1, count: Int, from first: Int = 0, to sums: inout [Float], at target: Int = 0
    ) {
        let outputs = bias.count
        precondition(
            (place + rows) * count <= values.count && (target + rows) * outputs <= sums.count && (first + count) * outputs <= weights.count)
        weights.withUnsafeBufferPointer { weights in
            values.withUnsafeBufferPointer { values in
                sums.withUnsafeMutableBufferPointer { sums in
                    guard let weights = weights.baseAddress, let values = values.baseAddress, let sums = sums.baseAddress else { return }
                    Matrices.multiply(
                        rows: rows, columns: outputs, inner: count, .init(first: values + place * count, stride: count),
                        .init(first: weights + first * outputs, stride: outputs), adding: true,
                        to: .init(first: sums + target * outputs, stride: outputs))
                }
            }
        }
    }
}
