import ArgumentParser
import Coding
import Foundation
import Press
import World

/// Chooses the sentences of an archive whose coding would teach most: those that today's weights are least sure of (uncertainty sampling,
/// Lewis and Gale 1994), at most a few an article, and no two alike.
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the sentences of an archive that the coder is least sure of, for coding by hand.",
        discussion: """
            Reads the paths of articles from standard input, one a line, and writes one JSON object a sentence, the least sure first.
            """)

    @Option(help: "The folder that the articles' paths are relative to.") var base: String
    @Option(help: "The knowledge folder with the weights.") var knowledge: String
    @Option(help: "How many sentences to list.") var count = 1000
    @Option(help: "How many sentences of one article to list at most.") var perArticle = 2

    private struct Question: Encodable {
        let path: String
        let posted: String?
        let outlet: String?
        let title: String
        let before: String?
        let sentence: String
        let hash: String
        let doubt: Double
    }

    func run() throws {
        let folder = URL(fileURLWithPath: knowledge)
        let world = try World.load(from: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let weights = try Weights(in: folder, name: "weights.txt")
        let reading = try ReadingModels(in: folder)
        var questions: [Question] = []
        while let path = readLine() {
            guard let article = press.article(at: path, under: base) else { continue }
            questions += ask(article, path, Study(article, world: world, reading: reading), weights)
        }
        var seen: Set<String> = []
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        for question in questions.sorted(by: { $0.doubt > $1.doubt }).filter({ seen.insert($0.hash).inserted }).prefix(count) {
            print(String(decoding: try encoder.encode(question), as: UTF8.self))
        }
    }

    private func ask(_ article: Article, _ path: String, _ study: Study, _ weights: Weights) -> [Question] {
        let doubts = study.doubts(weights)
        let worth = doubts.indices.filter { study.codes(in: $0).count >= 2 || doubts[$0] > 0 }
        return worth.sorted { doubts[$0] > doubts[$1] }.prefix(perArticle).map { index in
            let words = study.words(of: index)
            return Question(
                path: path, posted: article.localDate, outlet: article.outlet, title: article.title,
                before: index > 0 ? study.words(of: index - 1) : nil, sentence: words, hash: Study.hash(words), doubt: doubts[index])
        }
    }
}
