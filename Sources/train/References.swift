import ArgumentParser
import Coding
import Foundation
import Press
import World

/// Makes the weights that say whom 他, 政府 or 其 means, from references that readers settled.
struct References: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Learns whom words mean that name nobody themselves.",
        discussion: """
            READ is Training/references.jsonl, an article a line: its path under --base, the hash of the text as it was read, and each reference's place in it with
            the codes of those who are meant. With --folds, the articles are split into that many parts, and the share of each that is right by weights learned
            from the others is printed.
            """)

    @Argument(help: "The references that were read.") var read: String
    @Option(help: "The folder that the articles' paths are relative to.") var base: String
    @Option(help: "The knowledge folder; its referents.txt is written.") var knowledge: String
    @Option(help: "Cross-validate in this many parts instead of writing weights.") var folds: Int?

    private struct Reference: ReadMark {
        static let plural = "references"
        let start: Int
        let end: Int
        let codes: [String]
    }

    /// An article's references, each with what the model sees of all whom it may mean.
    private typealias Groups = [Ranking.Group]

    func run() throws {
        let folder = URL(fileURLWithPath: knowledge)
        let world = try World.load(from: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let lines: [ReadArticle<Reference>] = try jsonLines(of: read)
        let articles = lines.compactMap { line in press.article(at: line.path, under: base).map { (line, $0) } }
        // What words meant before tells of the next, so that the model learns beside its own mistakes: each part is read by weights of the others.
        let ruled = articles.map { groups($0, $1, world, .none) }
        let parts = try (0..<Self.parts).map { try weights(of: Self.others(than: $0, ruled, Self.parts)) }
        let settled = articles.enumerated().map { groups($1.0, $1.1, world, parts[$0 % Self.parts]) }
        if let folds { return try validate(settled, folds) }
        try Data(text(settled).utf8).write(to: folder.appendingPathComponent("referents.txt"), options: .atomic)
    }

    // MARK: - Private

    private static let parts = 4

    private static func others(than part: Int, _ articles: [Groups], _ parts: Int) -> [Groups] {
        articles.enumerated().filter { $0.offset % parts != part }.map(\.element)
    }

    private func groups(_ line: ReadArticle<Reference>, _ article: Article, _ world: World, _ referents: Weights) -> Groups {
        let study = ReferenceStudy(article, world: world, referents: referents)
        guard line.isOf(study.hash) else { return [] }
        return line.marks.compactMap { study.cases(($0.start, $0.end, $0.codes)) }
    }

    private func train(_ articles: [Groups]) -> [(name: String, weights: [Float])] { Ranking(rate: 0.05).train(articles.flatMap { $0 }) }

    private func text(_ articles: [Groups]) -> String {
        let note =
            "Weights of the log-linear model of references, learned from \(articles.reduce(0) { $0 + $1.count }) in \(articles.count) articles. Made by `make weights`; not edited by hand."
        return Weights.text([("referent", ["score"], train(articles))], note: note)
    }

    private func weights(of articles: [Groups]) throws -> Weights { try Weights(Data(text(articles).utf8), file: "part") }

    private func validate(_ articles: [Groups], _ folds: Int) throws {
        var (right, all) = (0, 0)
        for fold in 0..<folds {
            let learned = train(Self.others(than: fold, articles, folds))
            let weights = Dictionary(learned.map { ($0.name, $0.weights[0]) }) { first, _ in first }
            for group in articles.enumerated().filter({ $0.offset % folds == fold }).flatMap(\.element) {
                let sums = group.map { $0.features.reduce(Float(0)) { $0 + weights[$1, default: 0] } }
                let best = sums.indices.max { sums[$0] < sums[$1] }
                right += best.map { group[$0].isRight } ?? false ? 1 : 0
                all += 1
            }
        }
        print("\(right) of \(all) right (\(Double(right) / Double(max(1, all))))")
    }
}
