import CGumbo
import Foundation
import Tables

@testable import Press

/// A small table of outlets for tests, with a zone ahead of and one behind UTC.
func sampleOutlets() throws -> Outlets {
    let table = try Table(
        """
        site | name | hant | english | country | kind | zone | suffixes
        rfi.fr | 法国国际广播电台 | 法國國際廣播電台 | RFI | FRA | public broadcaster | Europe/Paris | RFI, 法国国际广播电台
        zaobao.com | 联合早报 | 聯合早報 | Zaobao | SGP | paper | Asia/Singapore | 早报
        cna.com.tw | 中央社 | - | CNA | TWN | agency | +08:00 | -
        """, file: "outlets.txt", required: Outlet.columns)
    let common = try Table(
        """
        where | pattern | kind | role | then
        text | 获取更多RSS：* | boilerplate | feed | rest
        text | 延伸阅读* | boilerplate | related | links
        line | 记者：* | byline | author |
        text | 图片来源：* | boilerplate | credit |
        tail | （完） | boilerplate | end |
        head | （中央社*電） | byline | dateline |
        tail | （編輯：*）#7 | boilerplate | mark |
        tail | 1#6 | boilerplate | mark |
        class | related | boilerplate | related |
        class | popup | boilerplate | note | inset
        line | 采访：* | byline | author |
        opening | * | byline | author |
        text | ...more | boilerplate | related | cut
        """, file: "all.txt", required: Rules.columns)
    return try Outlets(table, rules: [common])
}

extension Press {
    static func sample() throws -> Press { Press(outlets: try sampleOutlets()) }

    func read(text: String, path: String = "a.txt") -> Reading { read(Array(text.utf8), path: path) }
}

extension Article {
    func words(_ passage: Passage) -> String {
        let scalars = Array(text.unicodeScalars)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[passage.start..<passage.end])
        return String(view)
    }

    func words(_ kind: Passage.Kind) -> [String] { passages.filter { $0.kind == kind }.map(words) }
}

/// The real knowledge, where the tests run inside the repository.
let knowledge = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/World/Knowledge")

/// The archive beside the repository, where there is one.
let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/corpus")

/// The tree that libgumbo makes of a text by itself.
func parsed<T>(_ html: [UInt8], _ body: (HtmlNode) -> T) -> T? {
    html.withUnsafeBytes { bytes -> T? in
        guard let page = press_page_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count) else { return nil }
        defer { press_page_free(page) }
        return page.pointee.output?.pointee.root.map(body)
    }
}
