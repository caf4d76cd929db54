/// Weights from some numbers to others.
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

    /// Adds what some of `values` give, which are the layer's inputs from `first` on. Half of them are nought and cost nothing.
    func add(_ values: [Float], at place: Int, count: Int, from first: Int, to sums: inout [Float]) {
        weights.withUnsafeBufferPointer { weights in
            values.withUnsafeBufferPointer { values in
                sums.withUnsafeMutableBufferPointer { sums in
                    let width = sums.count
                    for offset in 0..<count where values[place + offset] != 0 {
                        let (input, row) = (values[place + offset], (first + offset) * width)
                        for index in 0..<width { sums[index] += weights[row + index] * input }
                    }
                }
            }
        }
    }
}
