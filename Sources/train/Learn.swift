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
            is written to --predictions, one record a line: all that a sentence alone makes likely enough to be looked at again, each with its likelihood.
            Scripts/fit-second-look learns from this and --clues how to weigh it beside the rest of its article, and writes what is then coded, for score.py;
            Scripts/fit-dates learns from --dates.
            """)

    @Argument(help: "The folder of hand-coded articles.") var gold: String
    @Option(help: "Further codings to learn from, kept by place (one article a line).") var more: [String] = []
    @Option(help: "The folder that the articles' paths are relative to.") var base: String
    @Option(help: "The knowledge folder; its weights.txt is written.") var knowledge: String
    @Option(help: "Learn this model alone (event, sides, partners, mode, aux, role, date); the others stay as weights.txt has them.")
    var only: [String] = []
    @Option(help: "Cross-validate in this many parts instead of writing weights.") var folds: Int?
    @Option(help: "Of this file of further codings every fifth article, which the net has not learned from either, is cross-validated too.")
    var unseen: String?
    @Option(help: "Cross-validate this part alone (0 and up), to share the work among processes.") var part: Int?
    @Option(help: "Where cross-validation writes the coded articles.") var predictions: String?
    @Option(help: "Where cross-validation writes what speaks for and against each event, and whether readers have it.") var clues: String?
    @Option(help: "Where cross-validation writes what speaks for and against each date, and what readers have.") var dates: String?

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
            let unseen = try unseen.map { try GoldArticle.all(in: $0).enumerated().filter { $0.offset % 5 == 0 }.map(\.element) } ?? []
            let judged = Dictionary((try GoldArticle.all(in: gold) + unseen).map { ($0.path, $0) }) { first, _ in first }
            let judge = CrossJudge(judged: judged, world: world, reading: reading)
            try validate(examples + further, readings, judge, in: folder, folds: folds)
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

    /// Codes each judged article by weights learned from nothing of it.
    private func validate(_ examples: [Example], _ readings: FrameReadings, _ judge: CrossJudge, in folder: URL, folds: Int) throws {
        let paths = Set(examples.map(\.article.path)).filter { judge.judged[$0] != nil }.sorted()
        let parts = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, $0 % folds) })
        let (coded, weighed, dated) = (try Lines(predictions ?? "predictions.jsonl"), try clues.map(Lines.init), try dates.map(Lines.init))
        for fold in 0..<folds where part == nil || part == fold {
            let weights = try Weights(
                Data(text(examples.filter { parts[$0.article.path] != fold }, readings, in: folder).utf8), file: "fold \(fold)")
            // The net has not learned from the judged articles.
            let coder = try Coder(world: judge.world, weights: weights, reading: judge.reading, net: folder)
            // Dates are weighed of what is coded in the end.
            let looker = try dated.map { _ in
                try Coder(world: judge.world, weights: weights, reading: judge.reading, net: folder, secondLook: folder)
            }
            var done: Set<String> = []
            for article in examples.map(\.article) where parts[article.path] == fold && done.insert(article.path).inserted {
                try coded.add(coder.code(article).jsonLine())
                try weighed?.add(judge.line(article, coder, fold: fold))
                if let looker { try dated?.add(judge.dates(article, looker, fold: fold)) }
            }
        }
    }
}
