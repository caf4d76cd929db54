import ArgumentParser
import Foundation
import Ledger
import Prose
import World

/// Writes what Scripts/fit-merging learns from.
struct Signs: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the signs of pairs of mentions that were read, as Scripts/fit-merging reads them.",
        discussion: """
            A JSON object a line: first the names of the signs, then each block of mentions with the letters around each, the happening that each was read to tell of, whether the
            block is held to judge by, and the signs of every two that may report one happening. The lines hold words of the articles: they are for learning, not for keeping.
            """)

    @Argument(help: "The record of the archive that the mentions come from.") var ledger: String
    @Option(help: "Blocks of mentions by happening.") var happenings = "Training/happenings.jsonl"
    @Option(help: "The knowledge folder.") var knowledge: String

    /// Mentions of one kind and time that were read side by side.
    private struct Block: Decodable {
        let mentions: [MentionPlace]
        /// For each a letter that those of one happening share; nil where it was misread or tells of nothing in particular.
        let happenings: [String?]
        let held: Bool?
    }

    func run() throws {
        let folder = URL(fileURLWithPath: knowledge)
        let folding = try Folding(World.table("folding.txt", in: folder, required: ["hant", "hans"]))
        let record = try Ledger(path: ledger, merging: Merging(folder: folder)) { folding.fold($0) }
        let encoder = JSONEncoder()
        print(String(decoding: try encoder.encode(Ledger.signNames), as: UTF8.self))
        for line in try String(contentsOfFile: happenings, encoding: .utf8).split(separator: "\n") {
            let block = try JSONDecoder().decode(Block.self, from: Data(line.utf8))
            let lesson = Lesson(happenings: block.happenings, held: block.held ?? false, mentions: try record.signs(of: block.mentions))
            print(String(decoding: try encoder.encode(lesson), as: UTF8.self))
        }
    }

    private struct Lesson: Encodable {
        let happenings: [String?]
        let held: Bool
        let mentions: MentionSigns
    }
}
