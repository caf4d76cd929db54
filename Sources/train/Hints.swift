import ArgumentParser
import Coding
import Foundation
import Press
import Prose
import World

/// Makes the table of words that stand for an act where no frame's trigger does.
struct Hints: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds words that tell of acts for which the frames have no trigger.",
        discussion: """
            GOLD is a folder of hand-coded articles, or a file of codings kept by place; their articles' paths are looked up under --base.
            The frames' tables decide what is left to find, so run this again when they have changed, and learn the weights afterwards.
            """)

    @Argument(help: "The folder of hand-coded articles, or a file of codings.") var gold: String
    @Option(help: "Further codings to learn from, kept by place (one article a line).") var more: [String] = []
    @Option(help: "The folder that the articles' paths are relative to.") var base: String
    @Option(help: "The knowledge folder; its hints.txt is written.") var knowledge: String
    @Option(help: "How many acts without a trigger a word must add.") var fewest = 2
    @Option(help: "In which share of the places where it stands it must add one.") var least = 0.03

    func validate() throws {
        guard fewest >= 1, least >= 0 else { throw ValidationError("--fewest must be 1 or more, --least not below 0") }
    }

    func run() throws {
        let folder = URL(fileURLWithPath: knowledge)
        let world = try World.load(from: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let reading = try ReadingModels(in: folder)
        var codings = Codings(folding: world.folding)
        for path in [gold] + more {
            for gold in try GoldArticle.all(in: path) {
                guard let article = gold.article(under: base, press) else { continue }
                codings.add(gold, Study(article, world: world, reading: reading))
            }
        }
        let hints = HintFinder(fewest: fewest, least: least).hints(codings.sentences)
        try Data(text(hints, codings).utf8).write(to: folder.appendingPathComponent("hints.txt"), options: .atomic)
        FileHandle.standardError.write(Data("\(codings.summary); hints: \(hints.count)\n".utf8))
    }

    private func text(_ hints: [HintFinder.Hint], _ codings: Codings) -> String {
        let lines = [
            "# Words that only sometimes tell of an act: they stand for one where no frame's trigger does, and the weights decide whether one is told.",
            "# Made by `make weights` (`train hints --fewest \(fewest) --least \(least)`) from \(codings.summary); not edited by hand.",
            "# word: a run of two to five Han characters, folded, often only a part of a word. type: the event type that most of the acts have in whose words readers found it.",
            "word | type",
        ]
        return (lines + hints.map { "\($0.word) | \($0.type)" }).joined(separator: "\n") + "\n"
    }
}

/// What hints are sought in: the sentences that were read, those of the same words as one, and each act in them once. Every seventh event had been coded
/// before by another reader or in a reprint, and an act with several is an event with each: none of these tells of a word anew.
private struct Codings {
    let folding: Folding
    private(set) var sentences: [HintFinder.Sentence] = []
    private var known: [String: Int] = [:]
    private var articles = 0

    init(folding: Folding) { self.folding = folding }

    var summary: String {
        let untold = sentences.reduce(0) { $0 + $1.untold.count }
        return "\(articles) hand-coded articles with \(untold) acts that no trigger tells, in \(sentences.count) sentences"
    }

    mutating func add(_ gold: GoldArticle, _ study: Study) {
        articles += 1
        for (sentence, events) in gold.readings(in: study) {
            let words = folding.fold(study.words(of: sentence))
            let index = known[words, default: sentences.count]
            if index == sentences.count {
                known[words] = index
                sentences.append(HintFinder.Sentence(letters: study.openLetters(in: sentence)))
            }
            for event in events {
                guard let place = event.range.flatMap({ study.openPlace($0, in: sentence) }) else { continue }
                sentences[index].add(place, type: event.event.type)
            }
        }
    }
}
