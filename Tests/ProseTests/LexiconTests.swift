import Prose
import Testing

@Suite("The lexicon's automaton")
struct LexiconTests {
    static func found(_ words: [String], in text: String, range: Range<Int>? = nil) -> [String] {
        let points = CodePoints(points: text)
        return Lexicon(words.enumerated().map { ($1, Int32($0)) }).matches(in: points, range: range ?? 0..<points.count)
            .map { "\($0.start) \(words[Int($0.value)])" }
    }

    static let cases: [(name: String, words: [String], text: String, found: [String])] = [
        ("none", ["日本"], "中国", []),
        ("one", ["中国"], "在中国", ["1 中国"]),
        ("nested", ["中", "中国", "中国外交部", "国", "外交"], "中国外交部", ["0 中", "0 中国", "0 中国外交部", "1 国", "2 外交"]),
        ("crossing", ["美中", "中国", "国防部", "国防"], "美中国防部", ["0 美中", "1 中国", "2 国防", "2 国防部"]),
        ("repeated", ["中"], "中中中", ["0 中", "1 中", "2 中"]),
        ("a word's beginning alone is none", ["中国外交部"], "中国外交", []),
        ("Latin and digits", ["G7", "G20", "NATO"], "G20和G7与NATO", ["0 G20", "4 G7", "7 NATO"]),
        ("the empty word is left out", ["", "中"], "中", ["0 中"]),
        ("a word outside the basic plane is left out", ["😀", "中😀", "中"], "中😀", ["0 中"]),
        ("other planes in the text end a word", ["中国"], "中😀国中国", ["3 中国"]),
    ]

    @Test("All words are found, overlaps included", arguments: cases)
    func matches(_ one: (name: String, words: [String], text: String, found: [String])) {
        #expect(Self.found(one.words, in: one.text) == one.found)
    }

    @Test("Nothing outside the range is looked at")
    func range() {
        #expect(Self.found(["中国", "国人", "人民"], in: "中国人民", range: 1..<3) == ["1 国人"])
        #expect(Self.found(["中国"], in: "中国人民", range: 0..<0).isEmpty)
    }

    @Test("A word may have several values, each once")
    func severalValues() {
        let lexicon = Lexicon([("华盛顿", 7), ("华盛顿", 3), ("华盛顿", 7), ("华", 1)])
        #expect(Set(lexicon.values(of: CodePoints(points: "华盛顿"))) == [3, 7])
        #expect(lexicon.values(of: CodePoints(points: "华盛")).isEmpty)
        #expect(lexicon.values(of: CodePoints(points: "华")) == [1])
        #expect(lexicon.values(of: []).isEmpty)
    }

    @Test("A lexicon without words finds nothing")
    func noWords() { #expect(Lexicon([]).matches(in: CodePoints(points: "中国"), range: 0..<2).isEmpty) }

    @Test("Random words in random text: the same as a search word by word", arguments: 0..<12)
    func againstNaive(_ seed: UInt64) {
        var random = Seeded(seed)
        let letters = Array("中美日俄国外交部长ab1").prefix(Int.random(in: 2...12, using: &random))
        let word = { (limit: Int, random: inout Seeded) in
            String((0..<Int.random(in: 1...limit, using: &random)).map { _ in letters.randomElement(using: &random) ?? "中" })
        }
        let words = (0..<Int.random(in: 1...120, using: &random)).map { _ in word(5, &random) }
        let text = CodePoints(points: (0..<80).map { _ in word(6, &random) }.joined())
        let lexicon = Lexicon(words.enumerated().map { ($1, Int32($0)) })
        var naive: Set<Lexicon.Match> = []
        for (value, word) in words.enumerated() {
            let points = CodePoints(points: word)
            for start in text.indices where text[start...].starts(with: points) {
                naive.insert(Lexicon.Match(start: start, end: start + points.count, value: Int32(value)))
            }
        }
        let found = lexicon.matches(in: text, range: text.indices)
        #expect(Set(found) == naive)
        #expect(found.count == naive.count, "none twice")
        #expect(zip(found, found.dropFirst()).allSatisfy { ($0.start, $0.end) <= ($1.start, $1.end) }, "by start, then by end")
    }
}
