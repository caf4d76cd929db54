import ArgumentParser
import Press

/// `rapport read`: the clean text of saved news, passage by passage.
struct ReadCommand: AsyncParsableCommand {
    /// What is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl, html
    }

    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print the articles of saved news, passage by passage.",
        discussion: """
            Reads posts of feed archives, reST and Markdown notebooks, HTML pages, RSS, Atom, RDF and JSON feeds, WARC files and JSON lines, alone or in \
            zip and tar archives, in any charset of Chinese; what a file is shows in its bytes, not in its name. Every visible character \
            stands in exactly one passage. JSON lines, WARC files and archives may be of any size; one page or feed, of 256 MB.

            With --format text, each passage follows its kind: the title, headings, body, captions, bylines, and boilerplate (who owns the \
            rights, calls to subscribe, links to other articles), in colours on a terminal. Outlet, day and the clock that told it stand \
            above, a picture stands before its caption, and after “!” what was damaged, or repeats an article before.
            With --format jsonl, an object a line for each article, with offsets in Unicode code points; rapport reads it back.
            With --format html, one page of all articles.

              rapport read Examples/archive
              rapport read page.html feed.xml archive.tar.gz crawl.warc.gz
              curl -s https://www.rfi.fr/cn/rss | rapport read -
              rapport read archive/ --format jsonl > articles.jsonl

            What cannot be read is named on standard error, one line each, with what helps. The exit code is 0 when something was read, 1 when \
            nothing could be.
            """)

    @Argument(help: "Folders and files of news; - is standard input.", completion: .file())
    var paths: [String]

    @Option(help: "What to print: text, jsonl or html.")
    var format: Format = .text

    @OptionGroup var knowledge: KnowledgeOptions

    func run() async throws {
        let (files, missing) = try listFiles(paths)
        for problem in missing { writeError("\(problem)\n") }
        guard !files.isEmpty else { throw ExitCode.failure }
        let folding = try knowledge.folding()
        var repeats = Repeats { folding.fold($0) }
        let output = Output()
        let printer = printer
        var articles = 0
        for line in printer.opening { try output.line(line) }
        try await Pipeline(press: try knowledge.press()) { $0 }.run(files) { outcome in
            for problem in outcome.problems { writeError("\(problem)\n") }
            for article in outcome.products {
                articles += 1
                for line in printer.lines(article, repeats.add(article)) { try output.line(line) }
            }
        }
        for line in printer.closing { try output.line(line) }
        try output.flush()
        if articles == 0 { throw ExitCode.failure }
    }

    private var printer: any ArticlePrinter {
        switch format {
        case .text: ArticleText(isColoured: outputHasColor, columns: terminalColumns)
        case .jsonl: ArticleLine()
        case .html: ArticleHtml()
        }
    }
}
