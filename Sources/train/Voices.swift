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
            GOLD is a folder of hand-coded articles; their paths are looked up under --base. --more is Training/quotations.jsonl, an article a line: its path, the hash
            of the text as it was read, and each quotation's place in it with that of its speaker's name. With --folds, the articles of GOLD are split into that
            many parts, each is coded by weights learned from the others and from --more, and what was coded is written to --predictions.
            """)

    @Argument(help: "The folder of hand-coded articles.") var gold: String
    @Option(help: "The folder that the articles' paths are relative to.") var base: String
    @Option(help: "The knowledge folder; its voices.txt is written.") var knowledge: String
    @Option(help: "Further articles whose quotations were read.") var more: String?
    @Option(help: "Cross-validate in this many parts instead of writing weights.") var folds: Int?
    @Option(help: "Where cross-validation writes the coded articles.") var predictions = "predictions.jsonl"

    private struct Quotation: ReadMark {
        static let plural = "quotations"
        let start: Int
        let end: Int
        /// Where the speaker's name stands; none where the article does not tell.
        let speaker: Place?
    }

    private struct Place: Decodable {
        let start: Int
        let end: Int
    }

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
        let lines: [ReadArticle<Quotation>] = try more.map(jsonLines) ?? []
        let further = lines.enumerated().compactMap { read(cases.count + $0, $1, press, world, reading) }
        if let folds {
            try validate(cases, further, folder, world, referents, folds)
        } else {
            try Data(text(cases + further).utf8).write(to: folder.appendingPathComponent("voices.txt"), options: .atomic)
        }
    }

    private func read(_ index: Int, _ gold: GoldArticle, _ press: Press, _ world: World, _ reading: ReadingModels) -> Case? {
        guard let article = gold.article(under: base, press) else { return nil }
        let quotes = (gold.quotes ?? []).filter { $0.optional != true }.map { (text: $0.text, speaker: $0.speaker) }
        return read(index, article, quotes, QuoteStudy(article, world: world, reading: reading))
    }

    private func read(_ index: Int, _ line: ReadArticle<Quotation>, _ press: Press, _ world: World, _ reading: ReadingModels) -> Case? {
        guard let article = press.article(at: line.path, under: base), line.isOf(Study.hash(article.text)) else { return nil }
        let points = Array(article.text.unicodeScalars)
        let words = { (start: Int, end: Int) in String(String.UnicodeScalarView(points.dropFirst(start).prefix(max(0, end - start)))) }
        let quotes = line.marks.map { quote in
            (text: words(quote.start, quote.end), speaker: quote.speaker.map { words($0.start, $0.end) } ?? "")
        }
        return read(index, article, quotes, QuoteStudy(article, world: world, reading: reading))
    }

    private func read(_ index: Int, _ article: Article, _ quotes: [(text: String, speaker: String)], _ study: QuoteStudy) -> Case {
        let cases = study.cases(quotes)
        let speech = cases.speech.map { Instance(features: $0.features, label: $0.isRight ? "yes" : "no", article: index) }
        return Case(article: article, speech: speech, speaker: cases.speaker)
    }

    private func text(_ cases: [Case]) -> String {
        let note =
            "Weights of the log-linear models of quotations, version 1, learned from \(cases.count) articles. Made by `make weights`; not edited by hand."
        let speech = Regression().train(cases.flatMap(\.speech), classes: ["no", "yes"])
        let speaker = Ranking(rate: 0.05, pull: 2e-3).train(cases.flatMap(\.speaker))
        return Weights.text([("speech", ["no", "yes"], speech), ("speaker", ["score"], speaker)], note: note)
    }

    private func validate(_ cases: [Case], _ further: [Case], _ folder: URL, _ world: World, _ referents: Weights, _ folds: Int) throws {
        let weights = try Weights(in: folder, name: "weights.txt")
        var lines: [String] = []
        for fold in 0..<folds {
            let parts = Dictionary(grouping: cases.enumerated(), by: { $0.offset % folds == fold })
            let learned = try Weights(Data(text(parts[false, default: []].map(\.element) + further).utf8), file: "fold \(fold)")
            let coder = try Coder(world: world, weights: weights, reading: ReadingModels(voices: learned, referents: referents))
            lines += parts[true, default: []].map { coder.code($0.element.article).jsonLine() }
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: predictions))
    }
}
