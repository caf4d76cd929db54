import Foundation
import Press
import Testing
import World

@testable import Coding

@Suite("The model of referents")
struct ReferentTests {
    private let article = Article(body: ["美国宣布关税。法国召回大使。外交部说这是罕见的举动。"])

    /// What a coder with a made-up model takes words for.
    private func codes(_ word: String, _ weights: String) throws -> [String] {
        let referents = try Weights(Data("model referent\nclasses score\n\(weights)\n".utf8), file: "referents.txt")
        let coder = try Coder(world: Shipped.coder().world, weights: .none, reading: ReadingModels(voices: .none, referents: referents))
        return try #require(coder.read(article).mentions.first { $0.span.text == word }).codes
    }

    @Test(
        "weighs what the rules say among other signs",
        arguments: [
            ("ruled=1\t0:9000", ["FRA"]), ("ruled=0\t0:9000", ["USA"]), ("nobody\t0:9000", []),
        ])
    func signs(weights: String, expected: [String]) throws {
        #expect(try codes("外交部", weights) == expected)
    }

    @Test("without a model the rules decide") func rules() throws {
        let coder = try Coder(world: Shipped.coder().world, weights: .none, reading: ReadingModels(voices: .none, referents: .none))
        #expect(coder.read(article).mentions.first { $0.span.text == "外交部" }?.codes == ["FRA"])
    }

    @Test("its confidence is the share that it gives") func confidence() throws {
        let referents = try Weights(Data("model referent\nclasses score\nruled=1\t0:1000\n".utf8), file: "referents.txt")
        let coder = try Coder(world: Shipped.coder().world, weights: .none, reading: ReadingModels(voices: .none, referents: referents))
        let found = try #require(coder.read(article).mentions.first { $0.span.text == "外交部" }?.reference)
        // One of three, nobody among them, whose sum counts for seven tenths.
        #expect(abs(found.confidence - exp(0.7) / (exp(0.7) + 2)) < 0.006)
    }

    @Test("a reading of an article makes cases to learn from") func study() throws {
        let study = ReferenceStudy(article, world: try Shipped.coder().world, referents: .none)
        let start = try #require(article.text.range(of: "外交部")).lowerBound
        let place = article.text.unicodeScalars.distance(from: article.text.startIndex, to: start)
        let cases = try #require(study.cases((place, place + 3, ["FRA"])))
        #expect(cases.filter(\.isRight).count == 1 && cases.contains { $0.isRight && $0.features.contains("ruled=1") })
        #expect(study.cases((place, place + 3, []))?.first?.isRight == true)
        // Nobody asked about Brazil, nor about these letters.
        #expect(study.cases((place, place + 3, ["BRA"])) == nil && study.cases((0, 1, ["FRA"])) == nil && study.cases((3, 3, [])) == nil)
        #expect(study.hash == Study.hash(article.text))
    }
}
