import Prose
import Tables
import Testing

@Suite("Folding of scripts")
struct FoldingTests {
    static let cases: [(text: String, folded: String)] = [
        ("中國與臺灣", "中国与台湾"),
        ("台灣", "台湾"),
        ("習近平會見普京", "习近平会见普京"),
        ("週四（10月15日）", "周四（10月15日）"),
        ("ＡＢＣ１２３", "ABC123"),
        ("２０２３年９月２０日", "2023年9月20日"),
        ("，。：；！？（）", "，。：；！？（）"),
        ("　全形空格", " 全形空格"),
        ("乔‧甲•乙．丙∙丁・戊·己", "乔·甲·乙·丙·丁·戊·己"),
        ("简体不变", "简体不变"),
        ("Latin é ü", "Latin é ü"),
        ("😀中國", "😀中国"),
        ("", ""),
    ]

    @Test("Traditional and full-width forms fold to one form", arguments: cases)
    func folds(_ one: (text: String, folded: String)) throws {
        #expect(try Shipped.folding().fold(one.text) == one.folded)
    }

    @Test("Every row of the basic plane folds one code point to one, and what is folded stays; rows beyond it fold nothing")
    func everyRow() throws {
        let folding = try Shipped.folding()
        for row in try Shipped.table().rows {
            let hant = CodePoints(points: try row.require("hant"))
            let hans = CodePoints(points: try row.require("hans"))
            let once = folding(hant)
            let isBasic = hant.allSatisfy { $0 < 0x10000 } && hans.allSatisfy { $0 < 0x10000 }
            #expect(once == (isBasic ? hans : hant), "line \(row.line)")
            #expect(folding(once) == once, "line \(row.line)")
        }
    }

    @Test("Folding the whole plane keeps lengths and is idempotent")
    func wholePlane() throws {
        let folding = try Shipped.folding()
        let all = (0..<0x11000).map { UInt32($0) }
        let once = folding(all)
        #expect(once.count == all.count)
        #expect(folding(once) == once)
        #expect(Array(once[0x20..<0x7F]) == Array(all[0x20..<0x7F]), "ASCII folds to itself")
    }

    @Test("Random text keeps its length, code points beyond the basic plane stay", arguments: [1, 2, 3])
    func randomText(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let folding = try Shipped.folding()
        let text = (0..<5000).map { _ in UInt32.random(in: 0...0x10FFFF, using: &random) }
        let folded = folding(text)
        #expect(folded.count == text.count)
        #expect(zip(text, folded).allSatisfy { $0 < 0x10000 || $0 == $1 })
    }

    static let broken: [(name: String, text: String, line: Int)] = [
        ("two characters", "hant | hans\n國 | 国\n臺灣 | 台", 3),
        ("nothing to fold to", "hant | hans\n國 | -", 2),
        ("a fold that is folded again", "hant | hans\n國 | 国\n囯 | 國", 3),
    ]

    @Test("A table that breaks a rule is refused with its line", arguments: broken)
    func refused(_ one: (name: String, text: String, line: Int)) {
        let problem = #expect(throws: TableProblem.self) { try Folding(Table(one.text, file: "folding.txt")) }
        #expect(problem?.line == one.line)
    }
}
