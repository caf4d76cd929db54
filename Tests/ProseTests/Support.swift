import Foundation
import Prose
import Tables

/// The folding table of the knowledge folder.
enum Shipped {
    static let foldingFile = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/World/Knowledge/folding.txt").standardizedFileURL

    static func table() throws -> Table {
        try Table(String(decoding: Data(contentsOf: foldingFile), as: UTF8.self), file: "folding.txt", required: ["hant", "hans"])
    }

    private static let loaded = Result { try Folding(table()) }

    private static let words = Result {
        let file = foldingFile.deletingLastPathComponent().appendingPathComponent("times.txt")
        return try TimeWords(Table(String(decoding: Data(contentsOf: file), as: UTF8.self), file: "times.txt"), folding: folding())
    }

    static func timeWords() throws -> TimeWords { try words.get() }

    static func folding() throws -> Folding { try loaded.get() }
}

/// A generator of the same numbers in every run (SplitMix64, Steele et al. 2014).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
