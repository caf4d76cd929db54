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

    /// Lines for the report: building, memory, and how fast folded text is scanned, in processor time, so that what else the machine does
    /// does not count.
    func lines(rounds: Int) -> [String] {
        var list = Wordlist()
        for (index, word) in entries.enumerated() { list.add(word, Int32(index), folding: folding) }
        var lexicon = Lexicon([])
        let building = best(of: rounds) { lexicon = Lexicon(list) }
        let text = texts.joined(separator: "\n")
        var points: CodePoints = []
        let decoding = best(of: rounds) { points = folding.fold(CodePoints(points: text)) }
        var found = 0
        let counting = best(of: rounds) { found = lexicon.count(in: points) }
        let matching = best(of: rounds) { found = lexicon.matches(in: points, range: points.indices).count }
        let megabytes = Double(text.utf8.count) / 1e6
        let rate = { (seconds: Double) in fixed(megabytes / max(seconds, 1e-9), 1) }
        return [
            "lexicon  \(grouped(entries.count)) entries, built in \(fixed(building * 1000, 1)) ms, \(fixed(Double(lexicon.byteCount) / 1e6, 1)) MB",
            "         \(fixed(megabytes, 2)) MB of text: decoded and folded at \(rate(decoding)) MB/s, scanned at \(rate(counting)) MB/s,"
                + " scanned and kept at \(rate(matching)) MB/s (\(grouped(found)) matches)",
        ]
    }

    /// Seconds of processor time of the quickest round.
    private func best(of rounds: Int, _ body: () -> Void) -> Double {
        (0..<max(1, rounds)).map { _ in
            let start = clock()
            body()
            return Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }.min() ?? 0
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
