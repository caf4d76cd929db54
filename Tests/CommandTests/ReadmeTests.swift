import Foundation
import Testing

/// The README's console blocks are run; what they show must be what is printed.
@Suite("README")
struct ReadmeTests {
    @Test("shows what its commands print", arguments: Transcript.all(in: "README.md"))
    func commands(transcript: Transcript) throws {
        let scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("Examples"), withDestinationPath: Command.packageRoot.appending(path: "Examples").path)
        for step in transcript.steps {
            let run = try Command.shell(step.command + " 2>&1", in: scratch.folder)
            #expect(run.status == 0, "\(step.command): \(run.output)")
            #expect(Transcript.matches(run.output, step.expected), "\(step.command) printed:\n\(run.output)")
        }
    }

    @Test("has blocks to run")
    func present() { #expect(!Transcript.all(in: "README.md").isEmpty) }
}

/// A ```` ```console ```` block: lines that begin with `$ ` are commands, the lines under each are what it prints.
struct Transcript: Sendable, CustomStringConvertible {
    struct Step: Sendable {
        let command: String
        var expected: [String]
    }

    var steps: [Step] = []

    var description: String { steps.map(\.command).joined(separator: "; ") }

    static func all(in page: String) -> [Transcript] {
        let url = Command.packageRoot.appending(path: page)
        guard let data = try? Data(contentsOf: url) else { return [] }
        var transcripts: [Transcript] = []
        var inside = false
        for line in String(decoding: data, as: UTF8.self).components(separatedBy: "\n") {
            if line == "```console" {
                inside = true
                transcripts.append(Transcript())
            } else if line == "```" {
                inside = false
            } else if inside, line.hasPrefix("$ ") {
                transcripts[transcripts.count - 1].steps.append(Step(command: String(line.dropFirst(2)), expected: []))
            } else if inside, let last = transcripts.last?.steps.indices.last {
                transcripts[transcripts.count - 1].steps[last].expected.append(line)
            }
        }
        return transcripts
    }

    /// Whether what was printed is what is shown: figures may differ from machine to machine and version to version, `…` stands for any
    /// words of a line, and a line of `…` alone for any lines. Runs of blanks count as one.
    static func matches(_ output: String, _ expected: [String]) -> Bool {
        guard !expected.isEmpty else { return true }
        var pattern = expected.map { line in
            line == "…"
                ? "(?s:.*)" : blanks(NSRegularExpression.escapedPattern(for: figures(line)).replacingOccurrences(of: "…", with: ".*"))
        }.joined(separator: "\n")
        pattern = "^" + pattern.replacingOccurrences(of: "\n(?s:.*)", with: "(?s:.*)") + "\\s*$"
        let text = blanks(figures(output))
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return false }
        return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }

    private static func figures(_ text: String) -> String { text.replacing(/[0-9]+([,.][0-9]+)*/, with: "0") }

    private static func blanks(_ text: String) -> String { text.replacing(/[ ─]+/, with: " ") }
}
