import Press
import Prose
import World

/// An article made ready for coding: code points, folded code points, sentences, and the day that 今天 means.
struct Document: Sendable {
    let article: Article
    let text: CodePoints
    let folded: CodePoints
    let script: String
    let sentences: [SentenceSpan]
    let today: Day?
    /// The day that a dateline says.
    let dispatched: Day?

    struct SentenceSpan: Sendable {
        let range: Range<Int>
        let kind: Passage.Kind
        /// Index into the article's passages: a quotation or a pronoun reaches across sentences more easily within one.
        let passage: Int
    }

    init(_ article: Article, folding: Folding) {
        self.article = article
        let text = CodePoints(points: article.text)
        self.text = text
        folded = folding.fold(text)
        script = folding.script(of: text)
        var sentences: [SentenceSpan] = []
        for (index, passage) in article.passages.enumerated() where passage.kind != .boilerplate && passage.kind != .byline {
            guard let range = Document.range(of: passage, in: text) else { continue }
            // A title is one sentence, 中国：… 美国！ and all, unless it is no title at all.
            let spans = passage.kind == .title && range.count <= 500 ? [range] : SentenceSplitter.sentences(of: folded, in: range)
            sentences += spans.map { SentenceSpan(range: $0, kind: passage.kind, passage: index) }
        }
        self.sentences = sentences
        let posted = article.localDate.flatMap { Day(iso: $0) }
        dispatched = posted.flatMap { [folded] in Document.dispatchDay(folded, article.passages, posted: $0) }
        today = dispatched ?? posted
    }

    /// A passage's span as far as the text goes; nil where nothing is left of it.
    private static func range(of passage: Passage, in text: CodePoints) -> Range<Int>? {
        let (start, end) = (max(0, passage.start), min(passage.end, text.count))
        return start < end ? start..<end : nil
    }

    func string(_ range: Range<Int>) -> String { text.string(range) }

    /// The day in a dateline (新华社北京2月10日电, 路透华盛顿1月18日 -, 雪梨22日電), which is what 今天 and 周五 mean below it:
    /// dispatches are posted a day later as often as not.
    private static func dispatchDay(_ text: CodePoints, _ passages: [Passage], posted: Day) -> Day? {
        for passage in passages where passage.kind == .byline || passage.kind == .body {
            guard let whole = Document.range(of: passage, in: text) else { continue }
            let head = whole.prefix(40)
            var reader = TimeReader(today: posted)
            if let time = reader.read(text, in: head).first(where: { $0.precision == .day }) {
                let marks = ["电", "讯", " -", "综合", "专电", "报道"].map { CodePoints(points: $0) }
                let stands = marks.contains { text.has($0, at: time.end, within: whole) }
                return stands && abs(time.first - posted) <= 7 ? time.first : nil
            }
            if passage.kind == .body { return nil }
        }
        return nil
    }
}
