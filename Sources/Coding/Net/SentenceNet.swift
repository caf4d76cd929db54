import Prose

/// A small convolutional net over the letters of a sentence (Collobert et al. 2011; pooled by side of the trigger as in Chen et al. 2015), which reads what the
/// features of the log-linear models cannot say: how the words around a trigger hang together.
///
/// What it says and what they say are added. Cost: some 10,000 multiplications a letter, done once for all candidates of a sentence.
struct SentenceNet: Sendable {
    /// How many numbers stand for a letter.
    let width: Int
    let event: NetHead
    let role: NetHead
    /// What each type of event adds to the hidden sums of a party.
    let types: [String: [Float]]
    /// For each code point of the Basic Multilingual Plane its row in ``letters``; nought for all that are rare.
    private let places: [Int16]
    /// What each letter gives to the letter after it, to itself and to the one before it.
    private let letters: NetTaps
    /// The same for each value of a tag, less what the tag's nought gives: most letters have none.
    private let tags: [NetTaps]
    /// The first layer's sums of letters without tags; and what is too much of it for the first letter and the last.
    private let bare: [Float]
    private let ends: (first: [Float], last: [Float])
    private let second: NetLayer

    /// - Throws: ``TableProblem`` where a table is missing or of another size.
    init(_ file: NetFile) throws {
        let letters = try file.table("letters")
        let width = letters.columns
        let first = try NetLayer(file, "first", inputs: 3 * width, outputs: width)
        var places = [Int16](repeating: 0, count: 0x10000)
        for (row, name) in letters.names.enumerated() {
            if let point = name.unicodeScalars.first?.value, name.unicodeScalars.count == 1, point < 0x10000 {
                places[Int(point)] = Int16(row)
            }
        }
        var tags = try NetLetters.tags.map { name, count in NetTaps(try file.table(name, rows: count, columns: width), first) }
        let noughts = (0..<3).map { tap in
            (0..<width).map { index in tags.reduce(0) { $0 + $1.values[tap * width + index] } }
        }
        for tag in tags.indices { tags[tag].subtractFirst() }
        self.width = width
        self.places = places
        self.letters = NetTaps(letters, first)
        self.tags = tags
        bare = (0..<width).map { first.bias[$0] + noughts[0][$0] + noughts[1][$0] + noughts[2][$0] }
        ends = (noughts[0], noughts[2])
        second = try NetLayer(file, "second", inputs: 3 * width, outputs: width)
        event = try NetHead(file, "event", width: width)
        role = try NetHead(file, "role", width: width)
        let types = try file.table("role-types", columns: role.beginning.count)
        self.types = Dictionary(types.names.enumerated().map { ($1, Array(types.row($0))) }) { first, _ in first }
    }

    /// The states of a sentence's letters, `width` numbers each.
    func states(_ input: NetLetters) -> [Float] {
        let count = input.letters.count
        guard count > 0 else { return [] }
        var states = [Float](unsafeUninitializedCapacity: count * width) { states, filled in
            for at in 0..<count { for index in 0..<width { states[at * width + index] = bare[index] } }
            filled = count * width
            for index in 0..<width {
                states[index] -= ends.first[index]
                states[(count - 1) * width + index] -= ends.last[index]
            }
            for (at, letter) in input.letters.enumerated() {
                letters.give(letter < 0x10000 ? Int(places[Int(letter)]) : 0, at, count, states)
                for tag in tags.indices {
                    let value = input.values[at * tags.count + tag]
                    if value != 0 { tags[tag].give(Int(value), at, count, states) }
                }
            }
        }
        for at in states.indices where states[at] < 0 { states[at] = 0 }
        return look(states, count)
    }

    /// Adds to each state what the second layer makes of it and of those two letters away.
    private func look(_ states: [Float], _ count: Int) -> [Float] {
        var result = states
        var sums = second.bias
        for at in 0..<count {
            for index in 0..<width { sums[index] = second.bias[index] }
            for (tap, place) in [at - 2, at, at + 2].enumerated() where place >= 0 && place < count {
                second.add(states, at: place * width, count: width, from: tap * width, to: &sums)
            }
            for index in 0..<width where sums[index] > 0 { result[at * width + index] += sums[index] }
        }
        return result
    }
}

/// What each row of a table gives through the three thirds of a layer's inputs: to the letter after it, to its own, to the letter before it.
struct NetTaps: Sendable {
    private let width: Int
    private(set) var values: [Float] = []

    init(_ table: NetFile.Matrix, _ layer: NetLayer) {
        width = table.columns
        values.reserveCapacity(table.rows * 3 * width)
        for row in 0..<table.rows {
            for tap in 0..<3 {
                var sums = [Float](repeating: 0, count: width)
                layer.add(Array(table.row(row)), at: 0, count: width, from: tap * width, to: &sums)
                values += sums
            }
        }
    }

    /// Takes what the first row gives from all.
    mutating func subtractFirst() {
        for at in values.indices.reversed() { values[at] -= values[at % (3 * width)] }
    }

    /// Adds what a row gives, standing at a place among so many letters.
    func give(_ row: Int, _ at: Int, _ count: Int, _ states: UnsafeMutableBufferPointer<Float>) {
        values.withUnsafeBufferPointer { values in
            for tap in 0..<3 where at + 1 - tap >= 0 && at + 1 - tap < count {
                let (from, to) = ((row * 3 + tap) * width, (at + 1 - tap) * width)
                for index in 0..<width { states[to + index] += values[from + index] }
            }
        }
    }
}
