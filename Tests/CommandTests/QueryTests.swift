import Foundation
import Testing

@Suite("rapport events and relations")
struct QueryTests {
    private func events(_ arguments: String...) throws -> [[String: Any]] {
        let ledger = try SampleRecord.path()
        let run = try Command.launch(Command.path, ["events", "--ledger", ledger, "--format", "jsonl"] + arguments)
        #expect(run.status == 0)
        return try objects(run.output)
    }

    private func codes(_ event: [String: Any]) -> [String] {
        (event["actors"] as? [String] ?? []) + (event["recipients"] as? [String] ?? [])
    }

    @Test("keeps to the pair asked for, in either order and case", arguments: ["CHN-USA", "USA-CHN", "usa-chn"])
    func pair(id: String) throws {
        let found = try events("--pair", id)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { codes($0).contains("CHN") && codes($0).contains("USA") })
    }

    @Test("keeps to the types asked for")
    func types() throws {
        let found = try events("--type", "sanction", "--type", "ACCUSE")
        let types = Set(found.compactMap { $0["type"] as? String })
        #expect(types == ["SANCTION", "ACCUSE"])
    }

    @Test("keeps to the days asked for")
    func days() throws {
        let starts = try events("--from", "2023-09-01", "--to", "2023-09-30").compactMap { $0["start"] as? String }
        #expect(!starts.isEmpty)
        #expect(starts.allSatisfy { $0.hasPrefix("2023-09") })
    }

    @Test("keeps to the limit, the newest first")
    func limit() throws {
        let starts = try events("--limit", "5").compactMap { $0["start"] as? String }
        #expect(starts.count <= 5 && !starts.isEmpty)
        #expect(starts == starts.sorted(by: >))
    }

    @Test("keeps to an outlet")
    func outlet() throws {
        let found = try events("--outlet", "样例通讯社")
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { ($0["outlets"] as? [String] ?? []).contains("样例通讯社") })
    }

    @Test("makes one event of two outlets' reports, and counts a reprint as no voice of its own")
    func severalOutlets() throws {
        let shared = try events("--pair", "IRN-SAU").filter { ($0["outlets"] as? [String] ?? []).count > 1 }
        #expect(!shared.isEmpty)
        for event in shared {
            let voices = try #require(event["voices"] as? Int)
            let outlets = try #require(event["outlets"] as? [String])
            #expect(voices >= 1 && voices <= outlets.count)
        }
    }

    @Test("writes CSV with one record a line", arguments: ["events", "relations"])
    func csv(command: String) throws {
        let run = try Command.run(command, "--ledger", try SampleRecord.path(), "--format", "csv")
        let columns = try #require(run.lines.first).split(separator: ",").count
        #expect(columns > 8)
        #expect(run.lines.count > 2)
        #expect(run.lines.dropFirst().allSatisfy { cells($0) == columns })
    }

    @Test("keeps to a party, a quad class, words and an order, and writes TSV and a calendar")
    func filters() throws {
        let conflict = try events("--of", "ind", "--quad", "material-conflict")
        #expect(!conflict.isEmpty && conflict.allSatisfy { codes($0).contains("IND") && $0["quad"] as? String == "material conflict" })
        #expect(
            try !events("--text", "外交官").isEmpty && events("--text", "外交官", "--status", "denied").count <= events("--text", "外交官").count)
        let voices = try events("--order", "mostReported").compactMap { $0["voices"] as? Int }
        #expect(voices == voices.sorted(by: >))
        let tsv = try Command.run("events", "--ledger", try SampleRecord.path(), "--format", "tsv")
        #expect(Set(tsv.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }).count == 1)
        let ics = try Command.run("events", "--ledger", try SampleRecord.path(), "--format", "ics")
        #expect(ics.output.hasPrefix("BEGIN:VCALENDAR\r\n") && ics.output.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test("the table tells how nearly the days are known, and what is only planned")
    func precision() throws {
        let sample = try SampleRecord.path()
        let rows = try Command.run("events", "--ledger", sample, "--limit", "1000").lines.dropFirst(2)
        let found = try events("--limit", "1000")
        #expect(rows.count == found.count && found.contains { $0["precision"] as? String == "month" })
        for (row, event) in zip(rows, found) {
            let planned = event["status"] as? String == "planned"
            #expect(row.contains(#/^\S+ +planned /#) == planned, "\(row)")
            guard let start = event["start"] as? String, let precision = event["precision"] as? String else { continue }
            let length = ["year": 4, "month": 7, "quarter": 7][precision] ?? 10
            #expect(row.hasPrefix(start.prefix(length)) && row.dropFirst(length).first.map { " /".contains($0) } == true, "\(row)")
        }
    }

    @Test("lists relations, those with the most events first")
    func relations() throws {
        let run = try Command.run("relations", "--ledger", try SampleRecord.path(), "--format", "jsonl")
        let counts = try objects(run.output).compactMap { $0["events"] as? Int }
        #expect(counts.count >= 10)
        #expect(counts == counts.sorted(by: >))
    }

    @Test("lists one party's relations")
    func relationsOf() throws {
        let run = try Command.run("relations", "--ledger", try SampleRecord.path(), "--of", "chn", "--format", "jsonl")
        let pairs = try objects(run.output).compactMap { $0["pair"] as? String }
        #expect(!pairs.isEmpty)
        #expect(pairs.allSatisfy { $0.contains("CHN") })
    }

    /// Cells of a line of CSV whose quoted cells hold no line ends.
    private func cells(_ line: String) -> Int {
        var quoted = false
        var count = 1
        for character in line {
            if character == "\"" { quoted.toggle() }
            if character == ",", !quoted { count += 1 }
        }
        return count
    }
}
