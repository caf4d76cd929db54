import Foundation
import Testing

@Suite("rapport export")
struct ExportTests {
    private func export(_ arguments: String...) throws -> Command.Result {
        try Command.launch(Command.path, ["export", "--ledger", try SampleRecord.path()] + arguments)
    }

    @Test("writes PLOVER's fields and GDELT's 61 columns, a line each", arguments: [("plover", "id", 24), ("gdelt", "GLOBALEVENTID", 61)])
    func columns(columns: String, first: String, count: Int) throws {
        let run = try export("--format", "tsv", "--columns", columns)
        let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(rows.first?.first.map(String.init) == first && rows.count > 50 && rows.allSatisfy { $0.count == count })
        #expect(try export("--format", "tsv", "--columns", columns, "--no-header").lines.count == rows.count - 1)
    }

    @Test("numbers GDELT's rows each its own way, the same every time")
    func numbers() throws {
        let ids = { (run: Command.Result) in run.lines.dropFirst().compactMap { $0.split(separator: "\t").first.flatMap { Int($0) } } }
        let (one, two) = (
            ids(try export("--format", "tsv", "--columns", "gdelt")), ids(try export("--format", "tsv", "--columns", "gdelt"))
        )
        #expect(one == two && Set(one).count == one.count && one.allSatisfy { $0 > 0 })
    }

    @Test("writes PLOVER's JSON, and only the events asked for")
    func json() throws {
        let events = try objects(try export("--format", "jsonl", "--pair", "CAN-IND", "--type", "SANCTION").output)
        #expect(!events.isEmpty)
        for event in events {
            #expect(event["event"] as? [String] == ["SANCTION"] && (event["source"] as? [[String: Any]])?.first?["code"] is String)
        }
    }

    @Test("writes a graph, a calendar and a Parquet file that begin and end as they must")
    func files() throws {
        let scratch = try Scratch()
        #expect(try export("--format", "graphml").output.contains(#"<edge source="CHN" target="USA">"#))
        #expect(try export("--format", "ics").output.hasSuffix("END:VCALENDAR\r\n"))
        let path = scratch.path("events.parquet")
        #expect(try export("--format", "parquet", "--output", path).status == 0)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(bytes.prefix(4) == Array("PAR1".utf8)[...] && bytes.suffix(4) == Array("PAR1".utf8)[...])
        let footer = bytes.suffix(8).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(0 < footer && footer < bytes.count - 12)
    }

    @Test("writes a data package whose descriptor tells of every column of every file")
    func package() throws {
        let scratch = try Scratch()
        #expect(try export("--format", "package", "--output", scratch.path("package")).status == 0)
        let data = try Data(contentsOf: scratch.folder.appending(path: "package/datapackage.json"))
        let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.compactMap { $0["name"] as? String } == ["events", "relations"])
        for resource in resources {
            let text = try scratch.text("package/" + (resource["path"] as? String ?? ""))
            let fields = (resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]] ?? []
            #expect(
                text.split(separator: "\n").first.map(String.init) == fields.compactMap { $0["name"] as? String }.joined(separator: ","))
        }
    }

    @Test("leaves what is only planned out of GDELT's rows, unless it is asked for")
    func facts() throws {
        let rows = { (status: [String]) in
            try Command.launch(
                Command.path, ["export", "--columns", "gdelt", "--no-header", "--ledger", try SampleRecord.path()] + status
            ).lines
        }
        let (facts, happened, planned) = (try rows([]), try rows(["--status", "happened"]), try rows(["--status", "planned"]))
        #expect(!planned.isEmpty && facts == happened && Set(facts).isDisjoint(with: planned))
        #expect(try rows(["--status", "happened", "--status", "planned"]).count == facts.count + planned.count)
    }

    @Test(
        "refuses what does not go together",
        arguments: [
            (["--format", "graphml", "--columns", "gdelt"], "--columns gdelt goes with"),
            (["--format", "jsonl", "--no-header"], "--no-header goes with"),
            (["--format", "package", "--output", "p", "--columns", "gdelt"], "--columns gdelt goes with"),
        ])
    func conflicts(arguments: [String], said: String) throws {
        let run = try Command.launch(Command.path, ["export", "--ledger", try SampleRecord.path()] + arguments)
        #expect(run.status != 0 && run.output.isEmpty && run.errors.contains(said))
    }

    @Test("says what is amiss")
    func bad() throws {
        #expect(try export("--format", "parquet").errors.contains("needs --output"))
        let run = try export("--format", "parquet", "--output", "/nowhere/events.parquet")
        #expect(run.status != 0 && run.errors.contains("/nowhere/events.parquet"))
        let scratch = try Scratch()
        #expect(try export("--output", scratch.folder.path).errors.contains("Is a directory"))
    }
}
