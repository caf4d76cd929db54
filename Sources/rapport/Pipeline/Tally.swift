import Coding
import Press

/// What a run has read, coded and skipped so far.
struct Tally: Sendable {
    var files = 0
    var bytes = 0
    var articles = 0
    var mended = 0
    var sentences = 0
    var events = 0
    var silent = 0
    var statements = 0
    var problems: [Problem] = []

    mutating func add<Product>(_ outcome: FileOutcome<Product>) {
        files += outcome.isFirst ? 1 : 0
        bytes += outcome.bytes
        problems += outcome.problems
    }

    mutating func add(_ figures: ArticleFigures) {
        articles += 1
        mended += figures.mended ? 1 : 0
        sentences += figures.sentences
        events += figures.events
        silent += figures.events == 0 ? 1 : 0
        statements += figures.statements
    }
}

/// What is counted of one coded article.
struct ArticleFigures: Sendable {
    let sentences: Int
    let events: Int
    let statements: Int
    let mended: Bool

    init(_ coded: CodedArticle) {
        sentences = coded.sentences.count
        events = coded.events.count
        statements = coded.statements.count
        mended = !coded.article.flags.isEmpty
    }
}
