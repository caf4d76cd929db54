import Tables

/// Introductions as they are kept beside a record: a table, one row each, in one order whatever the order of reading.
public enum IntroductionFile {
    static let columns = ["day", "article", "sentence", "name", "foreign", "code", "sector", "acts", "sure", "office"]

    /// Each introduction once: an article read twice, or twice in the archive, introduces nobody twice.
    public static func text(_ introductions: Set<Introduction>) -> String {
        let rows = introductions.map { one in
            [
                one.day ?? "-", one.article, String(one.sentence), one.name, one.foreign, one.code ?? "-", one.sector,
                one.acts ? "yes" : "no",
                one.isSure ? "yes" : "no", one.office.replacing("|", with: " "),
            ].joined(separator: " | ")
        }
        return
            (["# People whom the archive's articles introduce; made by `rapport build`.", columns.joined(separator: " | ")] + rows.sorted())
            .joined(separator: "\n") + "\n"
    }

    /// - Throws: ``TableProblem`` with file and line.
    public static func read(_ text: String, file: String) throws -> Set<Introduction> {
        Set(
            try Table(text, file: file, required: columns).rows.map { row in
                guard let sentence = Int(try row.require("sentence")) else { throw row.problem("“sentence” is a number") }
                return Introduction(
                    name: try row.require("name"), foreign: try row.require("foreign"), code: row["code"], office: row["office"] ?? "",
                    sector: try row.require("sector"), acts: row["acts"] == "yes", isSure: row["sure"] == "yes", day: row["day"],
                    article: try row.require("article"), sentence: sentence)
            })
    }
}
