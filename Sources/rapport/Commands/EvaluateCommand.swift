import ArgumentParser
import Coding
import Foundation
import Press

/// `rapport evaluate`: how well coding agrees with hand-coded articles.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Score coded articles against hand-coded ones.",
        discussion: """
            GOLD is a folder of hand-coded articles, one JSON file each, such as rapport review --export writes. SYSTEM is what rapport \
            code --format jsonl printed, or a second folder of hand-coded articles, to measure how far two people agree. Without SYSTEM \
            the gold's articles are read and coded now: each names its path, which is looked up under --base.

              rapport evaluate gold/articles
              rapport evaluate gold/articles --base archive/ --errors 20
              rapport evaluate gold/articles coded.jsonl --json

            Levels, strictest first: event (same sentence, type and parties; sides do not matter for CONSULT, AGREE, COOPERATE and \
            SUPPORT), type (same sentence and type), dyad (same article, type and pair), quad (same article, quad class and pair) and \
            quote (same first words, same speaker). Of matched events: how often date, mode and auxiliary mode are the same. Then by type and \
            outlet, what confidence is worth, the wrong that coding was surest of and the missed.
            """)

    @Argument(help: "The folder of hand-coded articles.", completion: .directory)
    var gold: String

    @Argument(help: "Coded articles, JSON lines, or a second folder of hand-coded ones.", completion: .file())
    var system: String?

    @Option(help: ArgumentHelp("Look the articles' paths up here; without it, two folders above GOLD.", valueName: "folder"))
    var base: String?

    @Option(help: "How many errors of each sort to show.")
    var errors = 10

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Print the table that makes confidence mean what it says, as confidence.txt keeps it, from likelihoods not yet corrected.")
    var calibration = false

    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        if errors < 0 { throw ValidationError("--errors \(errors): give a number from 0 up") }
        if system != nil, base != nil { throw ValidationError("--base tells where articles to code lie; with SYSTEM nothing is coded") }
    }

    func run() async throws {
        let files = try GoldFile.all(in: gold)
        let tools = try await knowledge.tools()
        let evaluation = try system.map { try scored(files, $0, tools) } ?? coded(files, tools)
        let partial = files.filter(\.isPartial).count
        if partial > 0 {
            writeError(
                "\(gold): \(count(partial, "article")) \(partial == 1 ? "is" : "are") reviewed in part; what nobody ruled on counts as wrong\n"
            )
        }
        guard evaluation.articles > 0 else { throw Complaint("\(gold): none of its articles was found; is \(system ?? "--base") right?") }
        if calibration { return try Output.print(CalibrationFit(evaluation.sureness).lines) }
        let report = EvaluationReport(evaluation: evaluation, errors: errors)
        try Output.print(json ? [report.json.line] : report.lines)
    }

    // MARK: - Private

    private func scored(_ files: [GoldFile], _ system: String, _ tools: Tools) throws -> Evaluation {
        let folding = tools.world.folding
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: system, isDirectory: &isFolder)
        let found =
            isFolder.boolValue ? try GoldFile.all(in: system).map { $0.scored(folding) } : try SystemLine.articles(in: system, folding)
        let byPath = Dictionary(found.map { ($0.path, $0) }) { $1 }
        let byName = Dictionary(found.map { (name(of: $0.path), $0) }) { $1 }
        return Evaluation(gold: goldByPath(files).map { $0.scored(folding) }, plover: tools.world.plover) {
            byPath[$0.path] ?? byName[name(of: $0.path)]
        }
    }

    private func coded(_ files: [GoldFile], _ tools: Tools) throws -> Evaluation {
        let folding = tools.world.folding
        let base = base ?? gold + "/../.."
        let byPath = Dictionary(goldByPath(files).map { ($0.path, $0) }) { $1 }
        return Evaluation(gold: goldByPath(files).map { $0.scored(folding) }, plover: tools.world.plover) { article in
            let path = [base + "/" + article.path, article.path].first { FileManager.default.fileExists(atPath: $0) }
            guard let path, let bytes = try? readBytes(path) else {
                writeError("\(article.path): not found under \(base); give the archive's folder with --base\n")
                return nil
            }
            let articles = tools.press.read(bytes, path: article.path).articles
            guard let read = best(articles, byPath[article.path]) else { return nil }
            return ScoredArticle(tools.coder.code(read), path: article.path, folding)
        }
    }

    /// Later files of the same path stand for earlier ones.
    private func goldByPath(_ files: [GoldFile]) -> [GoldFile] {
        let last = Dictionary(files.map { ($0.path, $0) }) { $1 }
        var seen: Set<String> = []
        return files.compactMap { seen.insert($0.path).inserted ? last[$0.path] : nil }
    }

    /// A feed holds many articles: the one with most of the sentences that were coded by hand.
    private func best(_ articles: [Article], _ gold: GoldFile?) -> Article? {
        guard articles.count > 1, let gold else { return articles.first }
        return articles.max { one, other in
            let count = { (article: Article) in gold.events.filter { article.text.contains($0.sentence) }.count }
            return count(one) < count(other)
        }
    }

    private func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }
}
