import ArgumentParser
import Coding
import World

/// `rapport code`: what the record would hold, without a record.
struct CodeCommand: AsyncParsableCommand {
    /// What is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl, table
    }

    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Code articles and print what was found; no record is made.",
        discussion: """
            With --format jsonl, one JSON object a line for each article, in the order of the files: its text and passages, the \
            sentences, the events with their parties, dates and triggers, and the statements. Offsets count Unicode code points. \
            With --format table, a line for each event.

              rapport code Examples/archive --format table
              rapport code archive/ --format jsonl > coded.jsonl
              rapport code page.html --format jsonl | python3 -m json.tool --no-ensure-ascii

            Files that cannot be read are named on standard error. The exit code is 0 when something was read, 1 when nothing could be.
            """)

    @Argument(help: "Folders and files of news.", completion: .file())
    var paths: [String]

    @Option(help: "What to print: jsonl or table.")
    var format: Format = .jsonl

    @OptionGroup var knowledge: KnowledgeOptions

    func run() async throws {
        let (files, missing) = try listFiles(paths)
        for problem in missing { writeError("\(problem)\n") }
        guard !files.isEmpty else { throw ExitCode.failure }

        let tools = try await knowledge.tools()
        let output = Output()
        let format = format
        var articles = 0

        let pipeline = Pipeline(tools: tools) { coded in format == .jsonl ? [coded.jsonLine()] : eventLines(coded) }
        try await pipeline.run(files) { outcome in
            for problem in outcome.problems { writeError("\(problem)\n") }
            for lines in outcome.products {
                articles += 1
                for line in lines { try output.line(line) }
            }
        }
        try output.flush()
        if articles == 0 { throw ExitCode.failure }
    }
}

/// An article's title, then a line for each event: date, type, parties, trigger and the sentence.
private func eventLines(_ coded: CodedArticle) -> [String] {
    let article = coded.article
    let heading = [article.localDate, article.outlet, article.title].compactMap { $0 }.joined(separator: "  ")
    let text = Array(article.text.unicodeScalars)
    var table = TextTable(header: ["date", "type", "who", "whom", "trigger", "sentence"])
    for event in coded.events {
        let range = coded.sentences.indices.contains(event.sentence) ? coded.sentences[event.sentence] : 0..<0
        var words = String.UnicodeScalarView()
        words.append(contentsOf: text[range.clamped(to: 0..<text.count)])
        table.rows.append([
            event.date?.start ?? "-", label(event), codes(event.actors), codes(event.recipients), event.trigger.text,
            shortened(String(words).replacing("\n", with: " "), to: 60),
        ])
    }
    return [heading] + (table.rows.isEmpty ? ["  no event"] : table.lines.map { "  " + $0 }) + [""]
}

private func label(_ event: EventMention) -> String {
    ([event.type.rawValue] + [event.mode, event.aux].compactMap { $0 }).joined(separator: " ")
}

private func codes(_ parties: [Party]) -> String {
    let codes = parties.map { $0.code ?? $0.name }
    return codes.isEmpty ? "-" : codes.joined(separator: ",")
}
