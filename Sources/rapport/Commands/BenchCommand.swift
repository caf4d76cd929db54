import ArgumentParser
import Coding
import Foundation
import Ledger
import Press

/// `rapport bench`: how fast each stage is, one after another on one core.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure each stage over a sample: read, code, ledger, and the lexicon with 100,000 entries; or a record's questions.",
        discussion: """
            Each stage runs alone, on one core, over articles that lie in memory; seconds are of the processor, but for the ledger's. The ledger is a new file that is taken away again. With --questions \
            the questions that pages ask of a record are measured instead, in milliseconds.
            """,
        shouldDisplay: false)

    @Argument(help: "Folders and files of news.", completion: .file())
    var paths: [String] = []

    @Option(help: ArgumentHelp("A record whose questions are measured.", valueName: "ledger"))
    var questions: String?

    @Option(help: "How often each question is asked.")
    var rounds = 5

    @Option(help: ArgumentHelp("Words for the lexicon's stage, one a line.", valueName: "file"))
    var entries: String?

    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        if paths.isEmpty, questions == nil { throw ValidationError("Name folders or files of news, or a record with --questions.") }
    }

    func run() async throws {
        if let questions { return try ask(questions) }
        let tools = try await knowledge.tools()
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
        let learning = processorTime { for _ in 0..<rounds { for article in articles { _ = tools.coder.introductions(in: article) } } }
        var keeping = Duration.zero
        var merging = Duration.zero
        for _ in 0..<rounds {
            let times = try keep(coded, tools)
            keeping += times.keeping
            merging += times.merging
        }

        var table = TextTable(header: ["stage", "articles/s", "MB/s", "seconds"], numeric: [1, 2, 3])
        for (name, time) in [("read", reading), ("learn people", learning), ("code", coding), ("keep", keeping), ("merge", merging)] {
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

    private func ask(_ path: String) throws {
        var record = LedgerOptions()
        record.path = path
        let bench = QueryBench(
            ledger: try record.openExisting(try knowledge.folding()), scales: try knowledge.scales(), groups: try knowledge.outletGroups())
        try Output.print(try bench.table(rounds: rounds).lines)
    }

    private func keep(_ coded: [CodedArticle], _ tools: Tools) throws -> (keeping: Duration, merging: Duration) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rapport-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let folding = tools.world.folding
        let ledger = try Ledger(path: folder.appending(path: "bench.ledger").path, merging: try knowledge.merging()) { folding.fold($0) }
        var writer = LedgerWriter(ledger: ledger)
        let clock = ContinuousClock()
        let keeping = try clock.measure {
            for article in coded { try writer.add(article) }
            try writer.flush()
        }
        return (keeping, try clock.measure { try writer.finish() })
    }
}
