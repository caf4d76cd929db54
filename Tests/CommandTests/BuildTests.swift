import Foundation
import Testing

@Suite("rapport build")
struct BuildTests {
    @Test("reads the sample, says what it did, and names the broken file")
    func sample() throws {
        let scratch = try Scratch()
        let run = try Command.run("build", Command.sample, "--ledger", scratch.path("news.ledger"))
        #expect(run.status == 0)
        for word in ["Read", "Coded", "Kept", "Record", "articles/s", "MB/s"] { #expect(run.output.contains(word)) }
        #expect(run.errors.contains("cut-off.xml: "))
        #expect(!run.errors.contains("\r"), "a bar is for terminals only")
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test("changes nothing the second time")
    func again() throws {
        let scratch = try Scratch()
        let first = try Command.run("build", Command.sample, "--ledger", scratch.path("news.ledger"))
        let second = try Command.run("build", Command.sample, "--ledger", scratch.path("news.ledger"))
        #expect(second.status == 0)
        #expect(second.output.contains("0 new articles, 0 coded anew"))
        #expect(first.lines.last == second.lines.last)
    }

    @Test("ends with 1 where nothing can be read")
    func nothing() throws {
        let scratch = try Scratch()
        let broken = try scratch.write("<?xml version=\"1.0\"?><rss><channel><item>", to: "broken.xml")
        let run = try Command.run("build", broken, "--ledger", scratch.path("news.ledger"))
        #expect(run.status == 1)
        #expect(run.errors.contains("broken.xml: "))
    }

    @Test(
        "leaves nothing behind where there is no ledger to write to, and says so in a line",
        arguments: ["text.ledger", "missing/new.ledger"])
    func nowhere(ledger: String) throws {
        let scratch = try Scratch()
        _ = try scratch.write("no ledger at all", to: "text.ledger")
        let run = try Command.run("build", Command.sample, "--ledger", scratch.path(ledger))
        #expect(run.status == 1 && run.errors.hasPrefix("Error: \(scratch.path(ledger)): "))
        #expect(run.errors.split(separator: "\n").count == 1 && !run.errors.contains("Domain"), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["text.ledger"])
    }

    @Test("counts one as one")
    func one() throws {
        let scratch = try Scratch()
        let page = try scratch.write("<!--1687132800000-->\n[天气](https://example.org/1)\n\n------\n\n<p>今天天气晴朗。</p>\n", to: "one.md")
        let run = try Command.run("build", page, "--ledger", scratch.path("news.ledger"))
        #expect(run.output.contains("1 of the articles reports no event"), "\(run.output)")
    }

    @Test(
        "names what is wrong and what helps",
        arguments: [
            (["build", "/no/such/folder"], "/no/such/folder: "),
            (["events", "--ledger", "/no/such.ledger"], "rapport build"),
            (["relations", "--ledger", "/no/such.ledger"], "rapport build"),
            (["serve", "--ledger", "/no/such.ledger"], "rapport build"),
            (["events", "--from", "2024-02-30"], "--from"),
            (["events", "--from", "2024-03-01", "--to", "2024-02-01"], "later than"),
            (["events", "--type", "MEETING"], "--type"),
            (["events", "--limit", "0"], "--limit"),
            (["code", "--format", "xml", "x"], "--format"),
        ])
    func complaints(arguments: [String], says: String) throws {
        let run = try Command.launch(Command.path, arguments)
        #expect(run.status != 0)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(says))
    }
}
