import ArgumentParser
import Coding
import Foundation
import Press
import World

/// Makes the weights file again from hand-coded articles.
struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Learns the coder's weights from hand-coded articles.",
        discussion: """
            GOLD is a folder of hand-coded articles (one JSON file each); their paths are looked up under --base.
            With --folds, the articles are split into that many parts, each is coded by weights learned from the others, and what was coded
            is written to --predictions, one record a line, for score.py.
            """)

    @Argument(help: "The folder of hand-coded articles.") var gold: String
    @Option(help: "Further codings to learn from, kept by place (one article a line).") var more: [String] = []
    @Option(help: "The folder that the articles' paths are relative to.") var base: String
    @Option(help: "The knowledge folder; its weights.txt is written.") var knowledge: String
    @Option(help: "Learn this model alone (event, sides, partners, mode, aux, role, date); the others stay as weights.txt has them.")
    var only: [String] = []
    @Option(help: "Cross-validate in this many parts instead of writing weights.") var folds: Int?
    @Option(help: "Where cross-validation writes the coded articles.") var predictions: String?

    func run() throws {
        let folder = URL(fileURLWithPath: knowledge)
        let world = try World.load(from: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let reading = try ReadingModels(in: folder)
        let open = { (path: String) in
            try GoldArticle.all(in: path).enumerated().compactMap { index, article in
                article.article(under: base, press).map {
                    Example(
                        index: index, gold: article, article: $0, world: world, reading: reading,
                        readers: path == gold ? nil : readers(of: path))
                }
            }
        }
        let examples = try open(gold)
        let further = try more.flatMap(open)
        let readings = FrameReadings(world, reading: reading)
        report(examples + further)
        if let folds {
            try validate(examples, further, readings, in: folder, world: world, reading: reading, folds: folds)
        } else {
            try Data(text(examples + further, readings, in: folder).utf8).write(to: Self.weights(folder), options: .atomic)
        }
    }

    private static func weights(_ folder: URL) -> URL { folder.appendingPathComponent("weights.txt") }

    /// What is learned, with what stays.
    private func text(_ examples: [Example], _ readings: FrameReadings, in folder: URL) throws -> String {
        let learned = Learner.text(examples, readings, only: only)
        return only.isEmpty ? learned : Weights.text(try String(contentsOf: Self.weights(folder), encoding: .utf8), with: learned)
    }

    /// Who read the codings of a file: each file is taken to have readers of its own.
    private func readers(of path: String) -> String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

    private func report(_ examples: [Example]) {
        let gold = examples.map(\.aligned).reduce(0) { $0 + $1.total }
        let found = examples.map(\.aligned).reduce(0) { $0 + $1.found }
        let text =
            "\(examples.count) articles, \(gold) events, \(found) with a trigger, \(examples.reduce(0) { $0 + $1.events.count }) candidates\n"
        FileHandle.standardError.write(Data(text.utf8))
    }

    private func validate(
        _ examples: [Example], _ further: [Example], _ readings: FrameReadings, in folder: URL, world: World, reading: ReadingModels,
        folds: Int
    ) throws {
        let path = predictions ?? "predictions.jsonl"
        try Data().write(to: URL(fileURLWithPath: path))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        for fold in 0..<folds {
            let weights = try Weights(
                Data(text(examples.filter { $0.index % folds != fold } + further, readings, in: folder).utf8), file: "fold \(fold)")
            // The net has not learned from the gold articles.
            let coder = try Coder(world: world, weights: weights, reading: reading, net: folder)
            for example in examples where example.index % folds == fold {
                try file.write(contentsOf: Data((coder.code(example.article).jsonLine() + "\n").utf8))
            }
        }
        try file.close()
    }
}
