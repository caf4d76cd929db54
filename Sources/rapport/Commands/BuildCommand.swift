import ArgumentParser
import Coding
import Ledger

/// `rapport build`: the main job.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Read an archive of news into a record.",
        discussion: """
            Give folders or files: posts of a feed archive, reST and Markdown notebooks, HTML pages, RSS, Atom or JSON feeds. Their form is seen \
            from their bytes, not from their names. Reading the same article twice changes nothing, so run it again whenever the \
            archive has grown, also after it was stopped half-way.

              rapport build archive/
              rapport build archive/2023-09 archive/2023-10 --ledger autumn.ledger
              rapport build page.html feed.xml --ledger news.ledger

            People whom the articles introduce with title and foreign spelling are learned first, from all files and from earlier runs, \
            and known by name when the articles are coded; they are kept beside the record in FILE.people, and “rapport who” shows them.

            A file that cannot be read is named on standard error with what helps, and the run goes on. The exit code is 0 when \
            something was read and 1 when nothing could be.
            """)

    @Argument(help: "Folders and files of news.", completion: .file())
    var paths: [String]

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() async throws {
        let (files, missing) = try listFiles(paths)
        var progress = Progress(total: files.count)
        progress.report(missing)
        guard !files.isEmpty else { throw ExitCode.failure }

        let start = ContinuousClock.now
        var tools = try await knowledge.tools()
        // Before the people, who are kept beside it: where it cannot be written, nothing is.
        let ledger = try record.open(tools.world.folding, merging: try knowledge.merging())
        let people = PeopleFile(ledger: record.path)
        let (roster, read) = try await people.learn(from: files, tools)
        tools.coder = tools.coder.knowing(roster)
        var writer = LedgerWriter(ledger: ledger)
        var tally = Tally()
        tally.problems = missing

        var pipeline = Pipeline(tools: tools, make: { $0 })
        pipeline.known = read
        try await pipeline.run(files) { outcome in
            tally.add(outcome)
            progress.report(outcome.problems)
            for coded in outcome.products {
                tally.add(ArticleFigures(coded))
                try writer.add(coded)
            }
            progress.update(done: tally.files, articles: tally.articles, since: start)
        }
        try writer.finish()
        progress.clear()

        try Output.print(Summary(tally: tally, seconds: (ContinuousClock.now - start).inSeconds).lines + writer.lines())
        if tally.articles == 0 { throw ExitCode.failure }
    }
}
