import Prose
import Testing

@Suite("Sentences")
struct SentenceSplitterTests {
    static func cut(_ text: String) -> [String] {
        let points = CodePoints(points: text)
        return SentenceSplitter.sentences(of: points, in: points.indices).map { points.string($0) }
    }

    static let cases: [(name: String, text: String, sentences: [String])] = [
        ("empty", "", []),
        ("white space alone", " \u{3000}\n\t", []),
        ("no end", "没有句号", ["没有句号"]),
        ("two", "第一句。第二句。", ["第一句。", "第二句。"]),
        ("question and exclamation", "真的吗？是的！好。", ["真的吗？", "是的！", "好。"]),
        ("several marks together", "什么？！真的！！！好。", ["什么？！", "真的！！！", "好。"]),
        ("an ellipsis ends nothing", "他说……我们会去。", ["他说……我们会去。"]),
        ("closing curly quote", "他说：“好。”然后离开。", ["他说：“好。”", "然后离开。"]),
        ("closing corner bracket", "他說：「好。」然後離開。", ["他說：「好。」", "然後離開。"]),
        ("nested quotes", "她说：“他讲‘不行。’”记者离开。", ["她说：“他讲‘不行。’”", "记者离开。"]),
        ("sentences within a quotation", "他说：“一。二。三。”", ["他说：“一。", "二。", "三。”"]),
        ("closing bracket", "见附件（第三页。）下文再说。", ["见附件（第三页。）", "下文再说。"]),
        ("closing square bracket", "【快讯。】会谈开始。", ["【快讯。】", "会谈开始。"]),
        ("straight quote closes", "他说：\"好。\"然后离开。", ["他说：\"好。\"", "然后离开。"]),
        ("straight quote opens", "他来了。\"好。\"她说。", ["他来了。", "\"好。\"", "她说。"]),
        ("ASCII full stop after Han text", "会谈结束. 双方握手.", ["会谈结束.", "双方握手."]),
        ("decimal point", "增长3.5%，达到1.2亿。", ["增长3.5%，达到1.2亿。"]),
        ("initials", "记者John F. Kennedy报道。", ["记者John F. Kennedy报道。"]),
        ("mark inside a Latin word", "Yahoo!news报道。", ["Yahoo!news报道。"]),
        ("ASCII question mark", "真的吗?是的!", ["真的吗?", "是的!"]),
        ("half-width ideographic stop", "一｡二｡", ["一｡", "二｡"]),
        ("spaces between are nobody's", "一。 \u{3000}二。", ["一。", "二。"]),
        ("line break between", "一。\n二。", ["一。", "二。"]),
        ("semicolons and commas go on", "一，二；三：四。", ["一，二；三：四。"]),
        ("marks alone", "。。。", ["。。。"]),
        ("book title", "他写了《为什么？》一书。", ["他写了《为什么？》", "一书。"]),
    ]

    @Test("Where sentences end", arguments: cases)
    func sentences(_ one: (name: String, text: String, sentences: [String])) { #expect(Self.cut(one.text) == one.sentences) }

    @Test("Only the range is cut")
    func range() {
        let points = CodePoints(points: "一二。三四。五六")
        #expect(SentenceSplitter.sentences(of: points, in: 1..<5) == [1..<3, 3..<5])
        #expect(SentenceSplitter.sentences(of: points, in: 4..<4).isEmpty)
    }

    @Test("Spans are in order, do not overlap, and hold all that is not white space", arguments: 0..<40)
    func spans(_ seed: UInt64) {
        var random = Seeded(seed)
        let letters = CodePoints(points: "中国说abc1.!?。！？…“”‘’「」『』《》（）()【】\"' \u{3000}\n，；：😀")
        let text = (0..<400).map { _ in letters.randomElement(using: &random) ?? 0x20 }
        let spans = SentenceSplitter.sentences(of: text, in: text.indices)
        let isSpace = { (point: UInt32) in point == 0x20 || point == 0x3000 || point == 0x0A }
        #expect(spans.allSatisfy { !$0.isEmpty && text.indices.contains($0.lowerBound) && $0.upperBound <= text.count })
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        #expect(spans.allSatisfy { !isSpace(text[$0.lowerBound]) && !isSpace(text[$0.upperBound - 1]) })
        var covered = [Bool](repeating: false, count: text.count)
        for span in spans { for at in span { covered[at] = true } }
        #expect(text.indices.allSatisfy { covered[$0] || isSpace(text[$0]) })
    }

    @Test("Straight quotes without a stop do not make the cut slow")
    func manyQuotes() {
        let points = CodePoints(points: String(repeating: "他说\"好\"，", count: 5000))
        // Nothing ends a sentence here; what is too long for one is cut after commas.
        #expect(SentenceSplitter.sentences(of: points, in: points.indices).allSatisfy { $0.count <= 1000 })
    }
}
