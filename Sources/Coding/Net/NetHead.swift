import Prose
import World

/// What the net answers of a candidate or a party: a layer of hidden numbers over the states that are looked at and the features that hold, then a sum for each answer.
struct NetHead: Sendable {
    private let hidden: NetLayer
    private let answers: NetLayer
    private let features: NetFeatures
    /// The hidden layer's sums before any state is added, for each type of event; empty where the type is what is asked.
    private let beginnings: [String: [Float]]
    /// What a letter's distance from the trigger adds to its state: 20 before and farther, at it, 20 after and farther.
    let distances: [Float]
    /// How many of the hidden layer's inputs are states; the features' follow.
    private let states: Int
    /// The trigger's first letter and its last, before it, after it, and the whole sentence, the party or the time.
    private static let parts = 5

    /// - Throws: ``TableProblem`` where a table is missing or of another size.
    /// - Parameter isOfType: whether it is asked about an event whose type is known.
    init(_ file: NetFile, _ name: String, width: Int, isOfType: Bool) throws {
        features = NetFeatures(try file.table(name + "-features"))
        distances = try file.table(name + "-distances", rows: 41, columns: width).values
        states = Self.parts * width
        hidden = try NetLayer(file, name + "-hidden", inputs: states + features.columns)
        answers = try NetLayer(file, name + "-answers", inputs: hidden.bias.count)
        let table = isOfType ? try file.table(name + "-types", columns: hidden.bias.count) : NetFile.Matrix(columns: hidden.bias.count)
        let bias = hidden.bias
        let rows = (0..<table.rows).map { row in zip(bias, table.row(row)).map { $0 + $1 } }
        beginnings = Dictionary(zip(table.names, rows)) { first, _ in first }
    }

    /// The hidden layer's sums before any state is added.
    func beginning(_ type: EventType? = nil) -> [Float] { type.flatMap { beginnings[$0.rawValue] } ?? hidden.bias }

    /// Adds parts of the states that stand side by side, from one of them on.
    func add(_ values: [Float], part: Int, to sums: inout [Float]) {
        hidden.add(values, count: values.count, from: part * states / Self.parts, to: &sums)
    }

    /// The answers' sums, once the states are in.
    func answer(_ sums: [Float], _ held: Features) -> [Float] {
        var sums = sums
        hidden.add(features.sum(held), count: features.columns, from: states, to: &sums)
        for index in sums.indices where sums[index] < 0 { sums[index] = 0 }
        var result = answers.bias
        answers.add(sums, count: sums.count, to: &result)
        return result
    }
}

/// What each feature adds, by the hash of its name.
struct NetFeatures: Sendable {
    let columns: Int
    private let values: [Float]
    /// A table with room for twice as many: the hash, and its row one up; nought where nothing stands.
    private let hashes: [UInt64]
    private let rows: [Int32]

    init(_ table: NetFile.Matrix) {
        var size = 16
        while size < table.rows * 2 { size *= 2 }
        var (hashes, rows) = ([UInt64](repeating: 0, count: size), [Int32](repeating: 0, count: size))
        for (row, name) in table.names.enumerated() {
            let hash = Features.hash(name.utf8)
            var place = Self.place(hash, size)
            while rows[place] != 0 { place = (place + 1) & (size - 1) }
            (hashes[place], rows[place]) = (hash, Int32(row + 1))
        }
        (columns, values, self.hashes, self.rows) = (table.columns, table.values, hashes, rows)
    }

    /// What the features that hold add together.
    func sum(_ held: Features) -> [Float] {
        var sums = [Float](repeating: 0, count: columns)
        for hash in held.hashes {
            var place = Self.place(hash, hashes.count)
            while rows[place] != 0 && hashes[place] != hash { place = (place + 1) & (hashes.count - 1) }
            let row = Int(rows[place]) - 1
            if row >= 0 { for index in 0..<columns { sums[index] += values[row * columns + index] } }
        }
        return sums
    }

    private static func place(_ hash: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
    }
}
