import ArgumentParser
import Coding
import Foundation
import Ledger
import Press

/// `rapport bench`: how fast each stage is, one after another on one core.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure each stage over a sample: read, code, ledger, and the lexicon with 100,000 entries.",
        discussion:
            "Each stage runs alone, on one core, over articles that lie in memory; seconds are of the processor. The ledger is a new file that is taken away again.",
        shouldDisplay: false)

    @Argument(help: "Folders and files of news.", completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("Words for the lexicon's stage, one a line.", valueName: "file"))
    var entries: String?

    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let tools = try knowledge.tools()
        let files = try listFiles(paths).files.map { (path: $0, bytes: try readBytes($0)) }
        let megabytes = Double(files.reduce(0) { $0 + $1.bytes.count }) / 1e6

        let articles = files.flatMap { tools.press.read($0.bytes, path: $0.path).articles }
        guard !articles.isEmpty else {
            throw Complaint("\(paths.joined(separator: ", ")): no article could be read there; name saved news")
        }
        let coded = articles.map { tools.coder.code($0) }
        // A small sample is gone over several times, so that a stage has about a thousand articles to do.
        let rounds = max(1, 1000 / articles.count)
        let reading = processorTime { for _ in 0..<rounds { for file in files { _ = tools.press.read(file.bytes, path: file.path) } } }
        let coding = processorTime { for _ in 0..<rounds { for article in articles { _ = tools.coder.code(article) } } }
        let keeping = try processorTime { for _ in 0..<rounds { try keep(coded, tools) } }

        var table = TextTable(header: ["stage", "articles/s", "MB/s", "seconds"], numeric: [1, 2, 3])
        for (name, time) in [("read", reading), ("code", coding), ("ledger", keeping)] {
            let seconds = max(time.inSeconds, 1e-9)
            table.rows.append([
                name, fixed(Double(articles.count * rounds) / seconds, 0), fixed(megabytes * Double(rounds) / seconds, 2),
                fixed(time.inSeconds, 3),
            ])
        }
        let output = Output()
        try output.line(
            "\(count(files.count, "file")), \(count(articles.count, "article")), \(fixed(megabytes, 2)) MB, \(count(rounds, "round")) on one core"
        )
        for line in table.lines { try output.line(line) }
        let lexicon = try LexiconBench(world: tools.world, texts: articles.map(\.text), file: entries)
        for line in lexicon.lines(rounds: 5) { try output.line(line) }
        try output.flush()
    }

    /// What one core was kept busy for, whatever else the machine does.
    private func processorTime(_ work: () throws -> Void) rethrows -> Duration {
        let before = clock()
        try work()
        return .seconds(Double(clock() - before) / Double(CLOCKS_PER_SEC))
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
