import Testing

@Suite("Scripts")
struct ScriptTests {
    /// A test report as `swift test --xunit-output` writes it, its ending and what the tally makes of both.
    struct Run: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let report: String
        let status: String
        let says: String
        let ends: Int32
    }

    static let passed = "<testcase classname=\"A\" name=\"a()\" time=\"0.1\" />\n"
    static let failed =
        "<testcase classname=\"A\" name=\"b()\" time=\"0.1\" >\n<failure message=\"x\" />\n<failure message=\"y\" />\n</testcase>\n"
    static let skipped = "<testcase classname=\"A\" name=\"c()\" time=\"0.1\" >\n<skipped>none</skipped>\n</testcase>\n"

    @Test(
        "the tally counts tests, not complaints",
        arguments: [
            Run(testDescription: "all pass", report: passed + passed, status: "0", says: "2 passed, 0 failed", ends: 0),
            Run(testDescription: "one fails twice", report: passed + failed + passed, status: "1", says: "2 passed, 1 failed", ends: 1),
            Run(testDescription: "one is skipped", report: passed + skipped, status: "0", says: "1 passed, 0 failed", ends: 0),
            Run(testDescription: "no report", report: "", status: "139", says: "0 passed, 0 failed", ends: 1),
            Run(testDescription: "none ran", report: "<testsuites>\n</testsuites>\n", status: "0", says: "0 passed, 0 failed", ends: 1),
            Run(testDescription: "a bad end", report: passed, status: "1", says: "1 passed, 0 failed", ends: 1),
        ])
    func tally(run: Run) throws {
        let scratch = try Scratch()
        let path = try scratch.write(run.report, to: "tests.xml")
        let result = try Command.launch("/bin/bash", [Command.packageRoot.appending(path: "Scripts/tally").path, path, run.status])
        #expect(result.lines.last == run.says)
        #expect(result.status == run.ends)
    }
}
