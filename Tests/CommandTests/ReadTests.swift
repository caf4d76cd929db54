import Foundation
import Testing

@Suite("rapport read")
struct ReadTests {
    private static let post = """
        <!--1625014800000-->
        [两国外长会谈](https://www.rfi.fr/cn/20210630-a)
        ------
        <p>外长们<a href="/cn/b">谈了</a>贸易 &lt;一&gt;。</p><img src="https://images.weserv.nl/?url=s.example/a.jpg"><div><small>码头上</small></div>
        <div>获取更多RSS：<br>x</div>
        """

    private func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rapport-read-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return folder
    }

    @Test("shows each passage behind its kind, and where the day is from")
    func text() throws {
        let folder = try folder(["a.md": Self.post])
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Command.run("read", "a.md", in: folder)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.lines == [
                "法国国际广播电台  2021-06-30 (clock: comment, certain)", "a.md  https://www.rfi.fr/cn/20210630-a", "title        两国外长会谈",
                "lead         外长们谈了贸易 <一>。", "picture      https://s.example/a.jpg", "caption      码头上", "feed         获取更多RSS：",
                "feed         x",
            ])
    }

    @Test("prints objects that are read back to the same articles, from a file and from standard input")
    func jsonLines() throws {
        let folder = try folder(["a.md": Self.post])
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try Command.shell("rapport read a.md --format jsonl | tee a.jsonl", in: folder)
        let second = try Command.shell("cat a.jsonl | rapport read - --format jsonl", in: folder)
        #expect(first.output.replacing("\"a.md\"", with: "\"-\"") == second.output)
        let article = try #require((objects(first.output).first)?["article"] as? [String: Any])
        #expect(article["certainty"] as? String == "certain")
        #expect((article["links"] as? [[String: Any]])?.first?["target"] as? String == "https://www.rfi.fr/cn/b")
        #expect((article["pictures"] as? [[String: Any]])?.first?["source"] as? String == "https://s.example/a.jpg")
    }

    @Test("makes a page with the links in it and every mark escaped")
    func html() throws {
        let folder = try folder(["a.md": Self.post])
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Command.run("read", "a.md", "--format", "html", in: folder)
        #expect(run.output.hasPrefix("<!doctype html>\n"))
        #expect(run.output.contains("外长们<a href=\"https://www.rfi.fr/cn/b\" rel=\"noreferrer\">谈了</a>贸易 &lt;一&gt;。</p>"))
        #expect(!run.output.contains("<img"))
    }

    @Test("names what repeats an article before")
    func repeats() throws {
        let folder = try folder(["a.md": Self.post, "b.md": Self.post])
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try Command.run("read", ".", in: folder).output.contains("! the same link as ./a.md\n"))
    }

    @Test("names what cannot be read on standard error and goes on; nothing read at all is a failure")
    func problems() throws {
        let folder = try folder(["a.md": Self.post, "b.json": "{\"title\":", "c.md": ""])
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Command.run("read", "a.md", "b.json", "c.md", "d.md", in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains("两国外长会谈"))
        #expect(run.errors.split(separator: "\n").map { $0.prefix(7) } == ["d.md: t", "b.json:", "c.md: t"])
        #expect(try Command.run("read", "c.md", in: folder).status == 1)
        #expect(try Command.run("read", "d.md", in: folder).status == 1)
        #expect(try Command.run("read", "a.md", "--format", "pdf", in: folder).status == 64)
    }

    @Test("reads the whole sample")
    func sample() throws {
        let run = try Command.run("read", Command.sample, "--format", "jsonl")
        #expect(run.status == 0)
        #expect(run.errors.split(separator: "\n").allSatisfy { $0.contains("cut-off.xml: ") }, "the sample holds one damaged feed")
        #expect(try objects(run.output).count >= 30)
    }

    private func objects(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
}
