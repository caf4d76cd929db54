import Foundation
import Testing

@Suite("rapport recall")
struct RecallTests {
    private static let expulsion =
        #"{"id": "expulsion", "date": "2023-09-19", "actors": ["CAN"], "recipients": ["IND"], "types": ["SANCTION"], "keywords_zh": [["驱逐", "外交官"]], "in_corpus": 1, "gist_en": "Canada expels an Indian diplomat."}"#
    private static let unreal =
        #"{"id": "unreal", "date": "2023-09-19", "actors": ["CAN"], "recipients": ["IND"], "types": ["ASSAULT"], "keywords_zh": [["开战"]]}"#

    private func recall(_ lines: [String], _ options: String...) throws -> Command.Result {
        let scratch = try Scratch()
        let timeline = try scratch.write(lines.joined(separator: "\n"), to: "timeline.jsonl")
        return try Command.launch(Command.path, ["recall", timeline, "--ledger", try SampleRecord.path()] + options)
    }

    @Test("says in JSON how much was found, and in how many pieces")
    func json() throws {
        let run = try recall([Self.expulsion, Self.unreal], "--json")
        let object = try #require(try objects(run.output).first)
        #expect(run.status == 0 && object["recall"] as? Double == 0.5 && object["found"] as? Int == 1)
        let pieces = try #require(object["events_per_happening"] as? [String: Any])
        #expect(pieces["median"] as? Double == 1 && pieces["p90"] as? Int == 1)
    }

    @Test("lists each known event, and on request the misses")
    func text() throws {
        #expect(try recall([Self.expulsion, Self.unreal]).output.contains("found 1 of 2: recall 0.500"))
        let misses = try recall([Self.expulsion, Self.unreal], "--misses").output
        #expect(misses.contains("unreal") && !misses.contains("expulsion"))
    }

    @Test("names a bad line, and a timeline that is not there")
    func bad() throws {
        let run = try recall([Self.expulsion, "{"])
        #expect(run.status != 0 && run.errors.contains("timeline.jsonl:2: "))
        let missing = try Command.run("recall", "nowhere.jsonl", "--ledger", try SampleRecord.path())
        #expect(missing.status != 0 && missing.errors.contains("nowhere.jsonl"))
        let empty = try recall([])
        #expect(empty.status != 0 && empty.errors.contains("timeline.jsonl: no event"))
    }
}
