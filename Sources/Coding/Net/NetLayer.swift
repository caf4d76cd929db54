import COneDNN

/// Weights from some numbers to others, and sums to begin with. oneDNN multiplies, on the thread that asks.
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
                    // Articles are coded side by side; a sentence is too little to share among threads. The setting is the thread's own.
                    omp_set_num_threads(1)
                    dnnl_sgemm(
                        Self.asIs, Self.asIs, Int64(rows), Int64(outputs), Int64(count), 1, values + place * count, Int64(count),
                        weights + first * outputs, Int64(outputs), 1, sums + target * outputs, Int64(outputs))
                }
            }
        }
    }

    /// Neither matrix is transposed.
    private static let asIs = CChar(UInt8(ascii: "N"))
}
