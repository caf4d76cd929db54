import ArgumentParser
import Coding
import Foundation
import Press
import World

/// Writes what the sentence net learns from.
struct NetExamples: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "net", abstract: "Writes the sentences of hand-coded articles as Scripts/learn-net reads them.",
        discussion: """
            A JSON object a line: an article's path, its readers and its sentences, each with letters, tags and what its candidates report. Further
            articles whose paths come from standard input, one a line, give letters and tags only.
            The lines hold words of the articles: they are for learning, not for keeping.
            """)

    @Argument(help: "Hand-coded articles: folders, or files that keep codings by place.") var codings: [String]
    @Option(help: "The folder that the articles' paths are relative to.") var base: String
    @Option(help: "The knowledge folder.") var knowledge: String
    @Option(help: "Where to write.") var output: String
    @Option(help: "Hand-coded articles that no letter is learned from.") var except: [String] = []

    private struct Line: Encodable {
        let path: String
        let readers: String
        let sentences: [NetExample]
    }

    func run() throws {
        let folder = URL(fileURLWithPath: knowledge)
        let world = try World.load(from: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let reading = try ReadingModels(in: folder)
        let encoder = JSONEncoder()
        try Data().write(to: URL(fileURLWithPath: output))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        for path in codings {
            let readers = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            for gold in try GoldArticle.all(in: path) {
                guard let article = gold.article(under: base, press) else { continue }
                let sentences = Self.sentences(Alignment(gold, article, world: world, reading: reading), dated: gold.sentences == nil)
                let line = Line(path: gold.path, readers: readers, sentences: sentences)
                try file.write(contentsOf: encoder.encode(line) + [0x0A])
            }
        }
        try writeArchive(to: file, encoder, world, press, reading)
        try file.close()
    }

    /// The articles that standard input names; none of those are given that are to judge by.
    private func writeArchive(to file: FileHandle, _ encoder: JSONEncoder, _ world: World, _ press: Press, _ reading: ReadingModels) throws
    {
        let left = Set(try except.flatMap { try GoldArticle.all(in: $0) }.map(\.path))
        while let path = readLine() {
            guard !left.contains(path), let article = press.article(at: path, under: base) else { continue }
            let study = Study(article, world: world, reading: reading)
            let line = Line(path: path, readers: "archive", sentences: study.candidateSentences.map { study.netExample($0, []) })
            try file.write(contentsOf: encoder.encode(line) + [0x0A])
        }
    }

    /// - Parameter dated: whether the article was read whole, so that what dates an act is known.
    private static func sentences(_ alignment: Alignment, dated: Bool) -> [NetExample] {
        let study = alignment.study
        var dating = DateStudy(study)
        let dates = alignment.targets.map { dated ? dating.cases($0) : [] }
        let bySentence = Dictionary(grouping: zip(alignment.targets, dates)) { study.sentence(ofCandidate: $0.0.candidate) }
        return bySentence.sorted { $0.key < $1.key }.map { sentence, targets in
            study.netExample(
                sentence, targets.map { target, dates in (target.candidate, target.event?.type, dates, { "\(target.role(of: $0))" }) })
        }
    }
}
