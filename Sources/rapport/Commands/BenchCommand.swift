import ArgumentParser
import Coding
import Foundation
import Ledger
import Press

/// `rapport bench`: how fast each stage is, one after another on one core.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure each stage over a sample: read, code, ledger.",
        discussion:
            "Each stage runs alone, on one core, over articles that lie in memory; the ledger is a new file that is taken away again.",
        shouldDisplay: false)

    @Argument(help: "Folders and files of news.", completion: .file())
    var paths: [String]

    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let tools = try knowledge.tools()
        let files = try listFiles(paths).files.map { (path: $0, bytes: try readBytes($0)) }
        let megabytes = Double(files.reduce(0) { $0 + $1.bytes.count }) / 1e6
        let clock = ContinuousClock()

        var articles: [Article] = []
        let reading = clock.measure { articles = files.flatMap { tools.press.read($0.bytes, path: $0.path).articles } }
        var coded: [CodedArticle] = []
        let coding = clock.measure { coded = articles.map { tools.coder.code($0) } }
        let keeping = try clock.measure { try keep(coded, tools) }

        var table = TextTable(header: ["stage", "articles/s", "MB/s", "seconds"], numeric: [1, 2, 3])
        for (name, time) in [("read", reading), ("code", coding), ("ledger", keeping)] {
            let seconds = max(time.inSeconds, 1e-9)
            table.rows.append([
                name, fixed(Double(articles.count) / seconds, 0), fixed(megabytes / seconds, 2), fixed(time.inSeconds, 3),
            ])
        }
        let output = Output()
        try output.line("\(count(files.count, "file")), \(count(articles.count, "article")), \(fixed(megabytes, 2)) MB")
        for line in table.lines { try output.line(line) }
        try output.flush()
    }

    private func keep(_ coded: [CodedArticle], _ tools: Tools) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rapport-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let folding = tools.world.folding
        var writer = LedgerWriter(ledger: try Ledger(path: folder.appending(path: "bench.ledger").path) { folding.fold($0).lowercased() })
        for article in coded { try writer.add(article) }
        try writer.finish()
    }
}
