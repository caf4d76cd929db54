import Press
import Prose
import World

/// Reads an article's sentences in order: words, mentions, times, who is meant.
struct ArticleReader {
    let world: World
    /// Weighs whom a word means; nil where the rules decide alone.
    var referent: LinearModel?
    var learned: LearnedNames?

    /// - Parameter study: is given what was asked of the model of referents, with names of features.
    func read(_ document: Document, study: (([ReferenceResolver.Asked]) -> Void)? = nil) -> [ReadSentence] {
        let segmenter = Segmenter(world: world)
        let cuts = document.sentences.map { segmenter.segment(document.folded, $0.range) }
        let shared = SharedForms(cuts, document.folded, world: world)
        let finder = MentionFinder(world: world, day: document.today, shared: shared)
        var times = document.today.map { TimeReader(today: $0, words: world.timeWords) }
        var sentences = zip(document.sentences, cuts).map { span, cut in
            ReadSentence(
                range: span.range, kind: span.kind, passage: span.passage, chunks: cut.chunks, triggers: cut.triggers, hints: cut.hints,
                mentions: finder.mentions(cut, document.folded, span.range, isTitle: span.kind == .title),
                times: times?.read(document.folded, in: span.range) ?? [],
                clauses: ReadSentence.clauses(of: document.folded, in: span.range))
        }
        let names = IntroducedNames(sentences, document.folded, world: world, learned: learned, today: document.today)
        for index in sentences.indices {
            names.apply(to: &sentences[index], document.folded)
            learned?.apply(to: &sentences[index], document.folded, day: document.today)
        }
        var resolver = ReferenceResolver(sentences, document, world: world, model: referent, isStudied: study != nil)
        for index in sentences.indices { resolver.resolve(&sentences[index]) }
        study?(resolver.asked)
        return sentences
    }
}
