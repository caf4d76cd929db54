import Foundation
import Testing

@testable import Press

@Suite struct ArchiveTests {
    private func read(_ name: String) throws -> Reading {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
        return try Press.sample().read([UInt8](Data(contentsOf: file)), path: name)
    }

    @Test("posts in archives of every kind", arguments: ["posts.zip", "posts.tar", "posts.tar.gz", "posts.tar.zst"])
    func archives(name: String) throws {
        let reading = try read(name)
        #expect(reading.articles.map(\.title) == ["甲", "乙"])
        #expect(reading.articles.map(\.path) == ["\(name)/a/甲.md", "\(name)/b.md"])
        #expect(reading.problems.isEmpty)
    }

    @Test("one compressed file keeps its own path; an archive inside an archive is opened")
    func single() throws {
        #expect(try read("post.gz").articles.map(\.path) == ["post.gz"])
        #expect(try read("nested.zip").articles.map(\.path) == ["nested.zip/inner.tar.gz/a/甲.md", "nested.zip/inner.tar.gz/b.md"])
    }

    @Test(
        "harm and damage: one clear line each, the rest is read",
        arguments: [
            ("deep.zip", [], ["archives within archives"]),
            ("cut.tar.gz", ["甲", "乙"], ["breaks off or is damaged"]),
            ("outside.zip", ["丙"], ["points outside the archive", "points outside the archive"]),
            ("bomb.zst", [], ["far beyond its size"]), ("bomb.zip", [], ["far beyond its size"]),
        ])
    func damage(name: String, titles: [String], problems: [String]) throws {
        let reading = try read(name)
        #expect(reading.articles.map(\.title) == titles)
        #expect(reading.problems.count == problems.count)
        for (problem, wanted) in zip(reading.problems, problems) { #expect(problem.message.contains(wanted)) }
    }

    @Test("a single compressed file that is a bomb is left where that shows")
    func bomb() throws {
        #expect(try read("bomb.gz").problems.first?.message.contains("far beyond its size") == true)
    }

    @Test("WARC, plain and with a gzip member a record: chunks, codings and charsets undone", arguments: ["pages.warc", "pages.warc.gz"])
    func records(name: String) throws {
        let reading = try read(name)
        #expect(reading.articles.map(\.title) == ["一", "二", "三", "四", "五", "六", "九", "十", "十一"])
        #expect(reading.articles[0].words(.body) == ["一的正文写了会谈的经过，两位外长谈了三个小时。"])
        #expect(reading.articles[0].outlet == "联合早报")
        #expect(reading.articles[0].url == "https://www.zaobao.com/story20240101-1")
        #expect(reading.articles[0].localDate == "2024-01-01")
        #expect(
            reading.problems.map(\.message) == [
                "https://www.zaobao.com/story20240101-12: its body is coded as “compress”, which is not read; store it as gzip or plain"
            ])
    }

    @Test("a WARC that breaks off keeps its whole records")
    func cutRecords() throws {
        let reading = try read("cut.warc.gz")
        #expect(reading.articles.map(\.title).prefix(2) == ["一", "二"])
        #expect(!reading.problems.isEmpty)
    }

    @Test("a WARC that lies about lengths is read from record to record, each lie named")
    func lies() throws {
        let reading = try read("lies.warc")
        #expect(reading.articles.map(\.title).contains("一"))
        #expect(reading.articles.map(\.title).contains("三"))
        #expect(reading.problems.count { $0.message.contains("bytes long, but") } == 2)
    }

    @Test("the day it was fetched stands in where no clock of its own is found")
    func fetched() throws {
        let record =
            "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2024-01-02T20:00:00Z\r\n"
            + "Content-Type: text/plain\r\nContent-Length: 19\r\n\r\n题目\n\n正文。\n\n\r\n\r\n"
        let article = try #require(try Press.sample().read(text: record).articles.first)
        #expect(article.clock == "fetch")
        #expect(article.localDate == "2024-01-03")
    }
}
