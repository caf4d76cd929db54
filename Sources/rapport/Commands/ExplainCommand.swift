import ArgumentParser
import Coding
import Foundation
import Prose

/// `rapport explain`: each step of coding for one text.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show, step by step, how a sentence is coded.",
        discussion: """
            Shows what was recognised in the text, which readings of each trigger competed, which won and why, which events came of it and \
            who said what. Words such as 昨天 and 周五 are \
            resolved against the day of publication.

              rapport explain "美国国务卿布林肯周日访问北京，会见中国外长秦刚。" --published 2023-06-19
              rapport explain "中方敦促日方停止排放。"
              rapport explain "中方敦促日方停止排放。" --json

            Give - to read the text from standard input.
            """)

    @Argument(help: "One or more sentences, or - for standard input.")
    var text: String

    @Option(help: ArgumentHelp("The day of publication, YYYY-MM-DD.", valueName: "date"))
    var published: DayArgument?

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var knowledge: KnowledgeOptions

    func run() async throws {
        let words = text == "-" ? try standardInput() : text
        let explanation = try await knowledge.tools().coder.explain(words, published: published?.day)
        try Output.print([json ? explanation.jsonLine() : explanation.rendered(color: outputHasColor)])
    }

    private func standardInput() throws -> String {
        guard let data = try FileHandle.standardInput.readToEnd() else {
            throw Complaint("standard input: empty; give the text there or as an argument")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
