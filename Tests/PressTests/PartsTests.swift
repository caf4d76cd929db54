import Foundation
import Testing

@testable import Press

/// Large files are read in parts; here with sizes of some hundred bytes.
@Suite struct PartsTests {
    private let sizes = PartSizes(held: 500, piece: 300, longest: 20_000)

    private func parts(_ bytes: [UInt8]) throws -> [Part] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("parts-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var parts = try Parts(of: file.path, sizes: sizes)
        var found: [Part] = []
        while let part = parts.next() { found.append(part) }
        return found
    }

    private func fixture(_ name: String) throws -> [UInt8] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
        return try [UInt8](Data(contentsOf: file))
    }

    private func read(_ parts: [Part]) throws -> (titles: [String], problems: [String]) {
        let press = try Press.sample()
        let readings = parts.map { press.read($0) }
        return (readings.flatMap { $0.articles.map(\.title) }, readings.flatMap { $0.problems.map(\.message) })
    }

    private func line(_ number: Int) -> String { "{\"title\": \"题\(number)\", \"text\": \"第\(number)条的正文。\"}\n" }

    @Test("JSON lines are cut at line ends, and damage is counted from the part's first line")
    func lines() throws {
        let text = (1...50).map { $0 == 40 ? "{\"title\"\n" : line($0) }.joined()
        let parts = try parts(Array(text.utf8))
        #expect(parts.count > 5)
        #expect(parts.flatMap(\.bytes) == Array(text.utf8))
        #expect(parts.allSatisfy { $0.bytes.last == 0x0A })
        let (titles, problems) = try read(parts)
        #expect(titles == (1...50).filter { $0 != 40 }.map { "题\($0)" })
        #expect(problems.count == 1 && problems[0].contains("is not whole JSON") && problems[0].contains("counted from line"))
    }

    @Test("a line too long is named and left, the others are read")
    func longLine() throws {
        let long = "{\"title\": \"长\", \"text\": \"\(String(repeating: "a", count: 50_000))\"}\n"
        let (titles, problems) = try read(parts(Array(((1...9).map(line).joined() + long + line(10)).utf8)))
        #expect(titles == (1...10).map { "题\($0)" })
        #expect(problems.count == 1 && problems[0].hasPrefix("line 10 is longer than"))
    }

    @Test("one text is one part, and so is a small file")
    func whole() throws {
        let page = "<html><p>" + String(repeating: "一段正文。", count: 200)
        #expect(try parts(Array(page.utf8)).map(\.bytes) == [Array(page.utf8)])
        #expect(try parts(Array(line(1).utf8)).map(\.bytes) == [Array(line(1).utf8)])
    }

    @Test(
        "records, members and packed lines give what they give at once",
        arguments: ["pages.warc", "pages.warc.gz", "lies.warc", "posts.zip", "posts.tar", "posts.tar.gz", "posts.tar.zst", "nested.zip"])
    func containers(name: String) throws {
        let bytes = try fixture(name)
        let whole = try Press.sample().read(bytes, path: name)
        #expect(try read(parts(bytes)).titles == whole.articles.map(\.title))
    }

    @Test(
        "what unpacks beyond reason is left",
        arguments: ["bomb.gz", "bomb.zip", "bomb.zst"])
    func harm(name: String) throws {
        let (titles, problems) = try read(parts(fixture(name)))
        #expect(titles.isEmpty)
        #expect(problems.count == 1 && problems[0].contains("far beyond its size"))
    }

    @Test("a gzip that breaks off keeps its whole lines")
    func cut() throws {
        let packed = try gzipped(Array((1...2000).map(line).joined().utf8))
        #expect(try read(parts(packed)).titles.count == 2000)
        let (titles, problems) = try read(parts(Array(packed.dropLast(packed.count / 4))))
        #expect(titles.count > 1000)
        #expect(problems.contains { $0.contains("breaks off or is damaged") })
    }

    @Test("random damage", arguments: ["pages.warc", "pages.warc.gz", "posts.zip", "posts.tar", "posts.tar.gz", "posts.tar.zst"])
    func damage(name: String) throws {
        let seed = try fixture(name)
        let press = try Press.sample()
        var random = SplitMix(state: fnv(name.utf8))
        for _ in 0..<40 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            bytes.removeLast(Int.random(in: 0..<bytes.count / 3, using: &random))
            let readings = try parts(bytes).map { press.read($0) }
            #expect(readings.contains { !$0.articles.isEmpty || !$0.problems.isEmpty })
        }
    }

    @Test("a file that is not there")
    func missing() { #expect(throws: Problem.self) { try Parts(of: "/nowhere/a.jsonl") } }

    /// Packed by the system's own tool.
    private func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("plain-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-c", file.path]
        process.standardOutput = pipe
        try process.run()
        let packed = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return [UInt8](packed)
    }
}
