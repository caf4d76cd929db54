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
    @Option(help: "Cross-validate in this many parts instead of writing weights.") var folds: Int?
    @Option(help: "Where cross-validation writes the coded articles.") var predictions: String?

    func run() throws {
        let folder = URL(fileURLWithPath: knowledge)
        let world = try World.load(from: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let voices = VoiceModels(try Weights(in: folder, name: "voices.txt"))
        let open = { (path: String) in
            try GoldArticle.all(in: path).enumerated().compactMap { index, article in
                example(index, article, press, world, voices, readers: path == gold ? nil : readers(of: path))
            }
        }
        let examples = try open(gold)
        let further = try more.flatMap(open)
        report(examples + further)
        let parts = try folded(examples, further, parts: folds ?? 5)
        if folds != nil { return try validate(examples, parts, world, voices) }
        try write(Learner.text(examples + further), to: folder.appendingPathComponent("weights.txt"))
        try write(
            Boosting().train(parts.flatMap(\.judged), columns: Study.columns).text(note: "Made by `make weights`; not edited by hand."),
            to: folder.appendingPathComponent("verdict.txt"))
    }

    /// A part of the articles, with models learned from all others and what these propose for the part's own.
    private struct Part {
        let weights: Weights
        let judged: [Boosting.Row]
    }

    private func folded(_ examples: [Example], _ further: [Example], parts: Int) throws -> [Part] {
        try (0..<parts).map { part in
            let text = Learner.text(examples.filter { $0.index % parts != part } + further)
            let weights = try Weights(Data(text.utf8), file: "part \(part)")
            return Part(weights: weights, judged: examples.filter { $0.index % parts == part }.flatMap { $0.judged(weights) })
        }
    }

    private func write(_ text: String, to url: URL) throws { try Data(text.utf8).write(to: url, options: .atomic) }

    /// Who read the codings of a file: each file is taken to have readers of its own.
    private func readers(of path: String) -> String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

    private func example(_ index: Int, _ article: GoldArticle, _ press: Press, _ world: World, _ voices: VoiceModels, readers: String?)
        -> Example?
    {
        guard let data = FileManager.default.contents(atPath: base + "/" + article.path),
            let read = press.read([UInt8](data), path: article.path).articles.first
        else {
            FileHandle.standardError.write(Data("\(article.path): not found or not readable, left out\n".utf8))
            return nil
        }
        return Example(index: index, gold: article, article: read, world: world, voices: voices, readers: readers)
    }

    private func report(_ examples: [Example]) {
        let gold = examples.map(\.aligned).reduce(0) { $0 + $1.total }
        let found = examples.map(\.aligned).reduce(0) { $0 + $1.found }
        let text =
            "\(examples.count) articles, \(gold) events, \(found) with a trigger, \(examples.reduce(0) { $0 + $1.events.count }) candidates\n"
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Codes each part by models and trees learned from the others.
    private func validate(_ examples: [Example], _ parts: [Part], _ world: World, _ voices: VoiceModels) throws {
        let lines = parts.indices.flatMap { part -> [String] in
            let rows = parts.indices.filter { $0 != part }.flatMap { parts[$0].judged }
            let trees = Boosting().train(rows, columns: Study.columns)
            let coder = Coder(world: world, weights: parts[part].weights, trees: trees, voices: voices)
            return examples.filter { $0.index % parts.count == part }.map { coder.code($0.article).jsonLine() + "\n" }
        }
        try write(lines.joined(), to: URL(fileURLWithPath: predictions ?? "predictions.jsonl"))
    }
}
