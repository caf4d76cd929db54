import ArgumentParser
import Coding
import Press

/// `rapport mentions`: sentences with who is named and when, for scripts that measure the reading itself.
struct MentionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions",
        abstract: "Print the sentences of articles with the mentions and times found in them, one JSON object a line for each article.",
        shouldDisplay: false)

    @Argument(help: "Folders and files of news.", completion: .file())
    var paths: [String]

    @OptionGroup var knowledge: KnowledgeOptions

    func run() async throws {
        let (files, missing) = try listFiles(paths)
        for problem in missing { writeError("\(problem)\n") }
        let tools = try await knowledge.tools()
        let output = Output()
        try await Pipeline(press: tools.press, read: { line($0, tools.coder.read($0)) }).run(files) { outcome in
            for problem in outcome.problems { writeError("\(problem)\n") }
            for line in outcome.products { try output.line(line) }
        }
        try output.flush()
    }
}

private func line(_ article: Article, _ read: ReadArticle) -> String {
    let span = { (span: Span) -> [(String, JSONValue)] in
        [("start", .integer(span.start)), ("end", .integer(span.end)), ("text", .string(span.text))]
    }
    let mentions = read.mentions.map { one in
        JSONValue.object(
            [("sentence", .integer(one.sentence))] + span(one.span) + [
                ("kind", .string(one.kind)), ("codes", .texts(one.codes)), ("name", .string(one.name)), ("sector", .text(one.sector)),
                ("office", .text(one.office)), ("acts", .integer(one.acts ? 1 : 0)), ("inferred", .integer(one.inferred ? 1 : 0)),
                ("distance", one.reference.map { .integer($0.distance) } ?? .null),
                ("confidence", one.reference.map { .number($0.confidence) } ?? .null),
            ])
    }
    let times = read.times.map { one in
        JSONValue.object(
            [("sentence", .integer(one.sentence))] + span(one.span) + [
                ("from", .string(one.start)), ("to", .string(one.end)), ("precision", .string(one.precision)),
            ])
    }
    return JSONValue.object([
        ("id", .string(article.id)), ("path", .string(article.path)), ("published", .text(article.localDate)),
        ("text", .string(article.text)),
        ("sentences", .array(read.sentences.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
        ("mentions", .array(mentions)), ("times", .array(times)),
    ]).line
}
