import ArgumentParser
import Coding
import Foundation
import Press
import World

/// Makes the weights that tell speech from scare quotes and find its speaker, from hand-coded quotations.
struct Voices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Learns from hand-coded articles who speaks a quotation.",
        discussion: """
            GOLD is a folder of hand-coded articles; their paths are looked up under --base. With --folds, the articles are split into that
            many parts, each is coded by weights learned from the others, and what was coded is written to --predictions.
            """)

    @Argument(help: "The folder of hand-coded articles.") var gold: String
    @Option(help: "The folder that the articles' paths are relative to.") var base: String
    @Option(help: "The knowledge folder; its voices.txt is written.") var knowledge: String
    @Option(help: "Cross-validate in this many parts instead of writing weights.") var folds: Int?
    @Option(help: "Where cross-validation writes the coded articles.") var predictions = "predictions.jsonl"

    private struct Case {
        let article: Article
        let speech: [Instance]
        let speaker: [Ranking.Group]
    }

    func run() throws {
        let folder = URL(fileURLWithPath: knowledge)
        let world = try World.load(from: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let referents = try Weights(in: folder, name: "referents.txt")
        let reading = ReadingModels(voices: .none, referents: referents)
        let cases = try GoldArticle.all(in: gold).enumerated().compactMap { read($0, $1, press, world, reading) }
        if let folds {
            try validate(cases, folder, world, referents, folds)
        } else {
            try Data(text(cases).utf8).write(to: folder.appendingPathComponent("voices.txt"), options: .atomic)
        }
    }

    private func read(_ index: Int, _ gold: GoldArticle, _ press: Press, _ world: World, _ reading: ReadingModels) -> Case? {
        guard let article = gold.article(under: base, press) else { return nil }
        let quotes = (gold.quotes ?? []).filter { $0.optional != true }.map { (text: $0.text, speaker: $0.speaker) }
        let cases = QuoteStudy(article, world: world, reading: reading).cases(quotes)
        let speech = cases.speech.map { Instance(features: $0.features, label: $0.isRight ? "yes" : "no", article: index) }
        return Case(article: article, speech: speech, speaker: cases.speaker)
    }

    private func text(_ cases: [Case]) -> String {
        let note =
            "Weights of the log-linear models of quotations, version 1, learned from \(cases.count) hand-coded articles. Made by `make weights`; not edited by hand."
        let speech = Regression().train(cases.flatMap(\.speech), classes: ["no", "yes"])
        let speaker = Ranking().train(cases.flatMap(\.speaker))
        return Weights.text([("speech", ["no", "yes"], speech), ("speaker", ["score"], speaker)], note: note)
    }

    private func validate(_ cases: [Case], _ folder: URL, _ world: World, _ referents: Weights, _ folds: Int) throws {
        let weights = try Weights(in: folder, name: "weights.txt")
        var lines: [String] = []
        for fold in 0..<folds {
            let parts = Dictionary(grouping: cases.enumerated(), by: { $0.offset % folds == fold })
            let learned = try Weights(Data(text(parts[false, default: []].map(\.element)).utf8), file: "fold \(fold)")
            let coder = try Coder(world: world, weights: weights, reading: ReadingModels(voices: learned, referents: referents))
            lines += parts[true, default: []].map { coder.code($0.element.article).jsonLine() }
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: predictions))
    }
}
