import Prose

/// A small net over the letters of a sentence (Collobert et al. 2011; pooled by side of the trigger as in Chen et al. 2015), which reads what the
/// features of the log-linear models cannot say: how the words around a trigger hang together.
///
/// Some of its layers look ever farther to both sides (dilated convolutions, as in Strubell et al. 2017), others anywhere in the sentence (``NetAttention``).
/// What it says and what they say are added. Cost: twenty times the square of its width in multiplications a letter and four times the width for each pair of
/// letters, done once for all candidates of a sentence.
struct SentenceNet: Sendable {
    /// How many numbers stand for a letter.
    let width: Int
    let event: NetHead
    let role: NetHead
    let date: NetHead
    /// For each code point of the Basic Multilingual Plane its row in ``letters``; nought for all that are rare.
    private let places: [Int16]
    /// What each letter is without tags.
    private let letters: [Float]
    /// What each value of a tag adds, less what the tag's nought does: most letters have none.
    private let tags: [[Float]]
    /// The layers, in order, each with how far it looks to both sides; nil: anywhere.
    private static let steps: [(name: String, distance: Int?)] = [
        ("look-1", 1), ("look-2", 2), ("attend-1", nil), ("look-4", 4), ("look-8", 8), ("attend-2", nil),
    ]
    private let steps: [Step]

    private enum Step {
        case look(NetLayer, distance: Int)
        case attend(NetAttention)
    }

    /// - Throws: ``TableProblem`` where a table is missing or of another size.
    init(_ file: NetFile) throws {
        let letters = try file.table("letters")
        let width = letters.columns
        var places = [Int16](repeating: 0, count: 0x10000)
        for (row, name) in letters.names.enumerated() {
            if let point = name.unicodeScalars.first?.value, name.unicodeScalars.count == 1, point < 0x10000 {
                places[Int(point)] = Int16(row)
            }
        }
        self.width = width
        self.places = places
        let tags = try NetLetters.tags.map { name, count in try file.table(name, rows: count, columns: width).values }
        let bare = (0..<width).map { index in tags.reduce(0) { $0 + $1[index] } }
        self.letters = letters.values.indices.map { letters.values[$0] + bare[$0 % width] }
        self.tags = tags.map { tag in tag.indices.map { tag[$0] - tag[$0 % width] } }
        steps = try Self.steps.map { name, distance in
            guard let distance else { return .attend(try NetAttention(file, name, width: width)) }
            return .look(try NetLayer(file, name, inputs: 3 * width, outputs: width), distance: distance)
        }
        event = try NetHead(file, "event", width: width, isOfType: false)
        role = try NetHead(file, "role", width: width, isOfType: true)
        date = try NetHead(file, "date", width: width, isOfType: true)
    }

    /// The states of a sentence's letters, `width` numbers each.
    func states(_ input: NetLetters) -> [Float] {
        var states = [Float](repeating: 0, count: input.letters.count * width)
        for (at, letter) in input.letters.enumerated() {
            add(letters, row: letter < 0x10000 ? Int(places[Int(letter)]) : 0, to: &states, at)
            for (tag, value) in input.values[at * tags.count..<(at + 1) * tags.count].enumerated() where value != 0 {
                add(tags[tag], row: Int(value), to: &states, at)
            }
        }
        for step in steps {
            switch step {
            case .look(let layer, let distance): look(&states, input.letters.count, layer, distance)
            case .attend(let layer): add(layer.look(states, input.letters.count), to: &states)
            }
        }
        return states
    }

    private func add(_ table: [Float], row: Int, to states: inout [Float], _ at: Int) {
        table.withUnsafeBufferPointer { table in
            states.withUnsafeMutableBufferPointer { states in
                for index in 0..<width { states[at * width + index] += table[row * width + index] }
            }
        }
    }

    /// Adds to each state what a layer makes of it and of those so far before and behind.
    private func look(_ states: inout [Float], _ count: Int, _ layer: NetLayer, _ distance: Int) {
        var sums = layer.beginning(rows: count)
        for (tap, shift) in [-distance, 0, distance].enumerated() where abs(shift) < count {
            layer.add(states, at: max(0, shift), rows: count - abs(shift), count: width, from: tap * width, to: &sums, at: max(0, -shift))
        }
        sums.withUnsafeMutableBufferPointer { sums in for at in sums.indices { sums[at] = sums[at] > 0 ? sums[at] : 0 } }
        add(sums, to: &states)
    }

    private func add(_ values: [Float], to states: inout [Float]) {
        states.withUnsafeMutableBufferPointer { states in
            values.withUnsafeBufferPointer { values in
                for at in 0..<states.count { states[at] += values[at] }
            }
        }
    }
}
