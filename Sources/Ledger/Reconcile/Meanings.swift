import Foundation
import World

/// Which passages of the news pairs of letters stand in, each as a direction: 维吾 and 新疆 point the same way, though they share no letter
/// (latent semantic analysis: Deerwester et al. 1990), and in which of them readers found one happening told. `make merging` makes the file.
struct Meanings: Sendable {
    /// Axes of a direction.
    static let axes = 64

    /// Where in `values` a pair's direction begins.
    private let places: [UInt32: Int]
    private let values: [Int16]

    init() { (places, values) = ([:], []) }

    /// Reads `reconcile/meanings.txt` of the knowledge folder: of each pair one letter an axis, from `0` (-31) to `n` (31).
    /// - Throws: `TableProblem` with file and line.
    init(folder: URL) throws {
        var places: [UInt32: Int] = [:]
        var values: [Int16] = []
        for row in try World.table("reconcile/meanings.txt", in: folder, required: ["pair", "direction"]).rows {
            guard let pair = CommonPairs.number(try row.require("pair")) else { throw row.problem("the pair must be two characters") }
            let direction = try row.require("direction").utf8.map { Int16($0) - 79 }
            guard direction.count == Self.axes, direction.allSatisfy({ -31...31 ~= $0 }) else {
                throw row.problem("a direction is \(Self.axes) letters from 0 to n")
            }
            places[pair] = values.count
            values += direction
        }
        (self.places, self.values) = (places, values)
    }

    /// The sum of the directions of a text's pairs, each once; of a thousand letters at most.
    func sum(_ words: Wording) -> [Int16] {
        var sum = [Int16](repeating: 0, count: Self.axes)
        sum.withUnsafeMutableBufferPointer { sum in
            values.withUnsafeBufferPointer { values in
                words.forEachPair { pair in
                    guard let place = places[pair] else { return }
                    for axis in 0..<Self.axes { sum[axis] &+= values[place + axis] }
                }
            }
        }
        return sum
    }
}

/// What some hundred letters are about: the sum of their pairs' directions. Whole numbers, so that no order of adding matters.
struct Meaning: Sendable {
    private let direction: [Int16]
    private let length: Double

    init(_ words: Wording, _ meanings: Meanings) {
        direction = meanings.sum(words)
        length = Double(Self.product(direction, direction)).squareRoot()
    }

    /// The cosine: 1 where both are about the same, 0 where they have nothing to do with each other or nothing is known.
    func likeness(to other: Meaning) -> Double {
        length == 0 || other.length == 0 ? 0 : Double(Self.product(direction, other.direction)) / (length * other.length)
    }

    private static func product(_ one: [Int16], _ other: [Int16]) -> Int32 {
        one.withUnsafeBufferPointer { one in
            other.withUnsafeBufferPointer { other in
                var sum: Int32 = 0
                for axis in 0..<Meanings.axes { sum &+= Int32(one[axis]) &* Int32(other[axis]) }
                return sum
            }
        }
    }
}
