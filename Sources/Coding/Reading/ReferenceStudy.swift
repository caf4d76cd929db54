import Press
import Prose
import World

/// An article opened up for learning whom words mean that name nobody themselves.
package struct ReferenceStudy: Sendable {
    /// Words of the article that a reader said the meaning of: their place in its text in code points, and all codes that are meant; none for nobody.
    package typealias Reading = (start: Int, end: Int, codes: [String])
    /// What a model sees of one whom they may mean, and whether it is.
    package typealias Case = (features: [String], isRight: Bool)

    private let asked: [Range<Int>: ReferenceResolver.Asked]
    /// The hash of the text that places are counted in.
    package let hash: String

    /// - Parameter referents: weights by which references are settled while reading; none for the rules alone.
    package init(_ article: Article, world: World, referents: Weights) {
        let document = Document(article, folding: world.folding)
        var asked: [ReferenceResolver.Asked] = []
        _ = ArticleReader(world: world, referent: referents.models["referent"]).read(document, study: { asked = $0 })
        self.asked = Dictionary(asked.map { ($0.start..<$0.end, $0) }) { first, _ in first }
        hash = Study.hash(article.text)
    }

    /// The cases that a reading makes; nil where nothing was asked there or the one who is meant is no choice.
    package func cases(_ reading: Reading) -> [Case]? {
        guard reading.start < reading.end, let asked = asked[reading.start..<reading.end] else { return nil }
        let cases = asked.choices.map { choice, features in
            (features.names ?? [], choice.code.map { reading.codes.contains($0) } ?? reading.codes.isEmpty)
        }
        return cases.contains { $0.1 } ? cases : nil
    }
}
