import ArgumentParser
import Foundation
import Ledger
import Measure

/// `rapport recall`: what a record has of a list of known events.
struct RecallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall",
        abstract: "Look for known events in a record.",
        discussion: """
            The timeline has one JSON object a line: id, date, actors, recipients and the acceptable types; date_end, keywords_zh \
            (groups of words, of which the sentence and headline of one report should hold one), in_corpus (how many articles of the \
            archive report it; those with 0 are left out) and gist_en where there are any. An event is found where the record has one that \
            happened up to two days from it, with an acceptable type and with a party of each side; acts done together, in either direction.

              rapport recall timeline.jsonl --ledger news.ledger
              rapport recall timeline.jsonl --ledger news.ledger --misses
              rapport recall timeline.jsonl --ledger news.ledger --json

            events_per_happening says into how many events of the record those found fell: those of its leading type, since the \
            acceptable types are alternatives, whose own sentences hold the keywords; of_any_type counts all that match, by headline \
            too. 1 is right for a single act.
            """)

    @Argument(help: "The timeline, JSON lines.", completion: .file())
    var timeline: String

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Print what comes nearest to each event that is missed, and which rule it breaks.")
    var misses = false

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        guard let data = FileManager.default.contents(atPath: timeline) else {
            throw Complaint("\(timeline): cannot be read; name a timeline of known events, one JSON object a line")
        }
        let known = try KnownEvent.timeline(String(decoding: data, as: UTF8.self), file: timeline)
        guard known.contains(where: { $0.articles != 0 }) else {
            throw Complaint("\(timeline): no event in it that the archive reports; name a timeline of known events, one JSON object a line")
        }
        let recall = try record.openExisting(try knowledge.folding()).recall(known)
        let report = RecallReport(recall: recall)
        try Output.print(json ? [report.json.line] : misses ? report.misses : report.lines)
    }
}
