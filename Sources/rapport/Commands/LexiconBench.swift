import Foundation
import Prose
import World

/// The lexicon's stage of `rapport bench`: what building and scanning cost with a hundred thousand entries.
struct LexiconBench {
    /// Enough for the knowledge folder and the people that an archive teaches.
    static let size = 100_000

    let folding: Folding
    let texts: [String]
    /// The entries: one a line of a file, or the knowledge's own words filled up with runs of the text.
    let entries: [String]

    init(world: World, texts: [String], file: String?) throws {
        folding = world.folding
        self.texts = texts
        if let file {
            entries = String(decoding: try readBytes(file), as: UTF8.self).split(separator: "\n").map(String.init)
        } else {
            entries = Self.filled(world.entries.map(\.name), from: texts)
        }
    }

    /// Lines for the report: building, memory, and how fast folded text is scanned.
    func lines(rounds: Int) -> [String] {
        let clock = ContinuousClock()
        var lexicon = Lexicon([])
        let building = clock.measure { lexicon = Lexicon(entries.enumerated().map { (folding.fold($1), Int32($0)) }) }
        var points: CodePoints = []
        let decoding = clock.measure { points = folding.fold(CodePoints(points: texts.joined(separator: "\n"))) }
        let megabytes = Double(texts.reduce(0) { $0 + $1.utf8.count + 1 }) / 1e6
        var found = 0
        var matched = 0
        let counting = (0..<rounds).map { _ in clock.measure { found = lexicon.count(in: points) } }.min() ?? .zero
        let matching =
            (0..<rounds).map { _ in clock.measure { matched = lexicon.matches(in: points, range: points.indices).count } }.min() ?? .zero
        let rate = { (time: Duration) in fixed(megabytes / max(time.inSeconds, 1e-9), 1) }
        return [
            "lexicon  \(grouped(entries.count)) entries, built in \(fixed(building.inSeconds * 1000, 1)) ms, \(fixed(Double(lexicon.byteCount) / 1e6, 1)) MB",
            "         \(fixed(megabytes, 2)) MB of text: decoded and folded at \(rate(decoding)) MB/s, scanned at \(rate(counting)) MB/s (\(grouped(found)) words found),"
                + " scanned and kept at \(rate(matching)) MB/s (\(grouped(matched)) matches)",
        ]
    }

    /// Runs of three to six characters of the text, evenly spread, after the words given.
    private static func filled(_ words: [String], from texts: [String]) -> [String] {
        var entries = Set(words)
        let points = CodePoints(points: texts.joined())
        let step = max(1, points.count / (2 * size))
        for start in stride(from: 0, to: max(0, points.count - 6), by: step) where entries.count < size {
            let run = start..<start + 3 + start % 4
            if points[run].allSatisfy(isHan) { entries.insert(points.string(run)) }
        }
        return entries.sorted()
    }
}
