import Press
import Prose
import World

/// An article opened up for learning whose words quotations are.
package struct QuoteStudy: Sendable {
    private let attribution: Attribution
    private let folding: Folding

    package init(_ article: Article, world: World, reading: ReadingModels) {
        let document = Document(article, folding: world.folding)
        attribution = Attribution(
            sentences: ArticleReader(world: world, referent: reading.referent).read(document), text: document.folded, world: world)
        folding = world.folding
    }

    /// What a model sees, and whether the answer is yes.
    package typealias Case = (features: [String], isRight: Bool)

    /// The cases that an article's hand-coded quotations (first words, speaker) make.
    package func cases(_ gold: [(text: String, speaker: String)]) -> (speech: [Case], speaker: [[Case]]) {
        var speech: [Case] = []
        var speakers: [[Case]] = []
        var left = gold.map { (text: squeezed($0.text), speaker: squeezed($0.speaker)) }
        var previous: (span: QuotedSpan, speaker: Speaker?)?
        for span in attribution.spans {
            let features = QuoteFeatures(attribution, span, previous: previous, named: true)
            let words = squeezed(attribution.text.string(span.range.prefix(40)))
            let known = left.firstIndex { isSame($0.text, words) }
            speech.append((features.speech().names ?? [], known != nil))
            guard let known else { continue }
            let wanted = left.remove(at: known).speaker
            let candidates = attribution.speakers(of: span, after: previous?.speaker)
            let right = candidates.map { isSpeaker($0, wanted) }
            if right.contains(true) {
                speakers.append(zip(candidates, right).map { (features.speaker($0).names ?? [], $1) })
            }
            let first = zip(candidates, right).first { $0.1 }?.0
            previous = (span, first ?? previous?.speaker)
        }
        return (speech, speakers)
    }

    // MARK: - Private

    private func isSame(_ gold: CodePoints, _ words: CodePoints) -> Bool {
        let head = min(gold.count, words.count, 8)
        return head >= 4 && gold.prefix(head) == words.prefix(head)
    }

    private func isSpeaker(_ candidate: Speaker, _ wanted: CodePoints) -> Bool {
        let name = squeezed(candidate.named.key)
        let words = squeezed(attribution.text.string(candidate.named.name))
        if isPart(name, wanted) || isPart(wanted, name) { return true }
        return words.count >= 2 && (isPart(words, wanted) || isPart(wanted, words))
    }

    private func isPart(_ word: CodePoints, _ whole: CodePoints) -> Bool {
        guard let first = word.first, word.count <= whole.count else { return false }
        return (0...(whole.count - word.count)).contains { whole[$0] == first && whole[$0..<$0 + word.count].elementsEqual(word) }
    }

    private func squeezed(_ text: String) -> CodePoints {
        let marks = PointSet("“「『\"")
        let kept = folding.fold(CodePoints(points: text)).filter { !(Unicode.Scalar($0)?.properties.isWhitespace ?? false) }
        return CodePoints(kept.drop { marks.contains($0) })
    }
}
