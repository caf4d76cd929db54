import Foundation
import Press
import Tables
import Testing
import World

@testable import Coding

@Suite("The second look at what sentences may report")
struct SecondLookTests {
    private static let title = "美国制裁伊朗 德国批评"
    private static let body = [
        "美国宣布制裁伊朗。伊朗谴责美国的制裁，德国外长批评美国。", "美国国务卿与日本外相会谈，同意加强合作。德国总理在柏林会见法国总统。",
        "德国再次批评美国制裁伊朗。伊朗威胁美国，称将报复。", "日本向乌克兰提供援助，俄罗斯抗议日本和德国。",
    ]

    /// A second look whose trees say the same of everything.
    private func look(_ rows: String) throws -> SecondLook {
        SecondLook(try Trees(Table("sign | value | above\n" + rows + "\n", file: "second-look.txt"), signs: Clue.allCases.map(\.name)))
    }

    private func scene(_ title: String?, _ body: [String]) throws -> Scene {
        try Shipped.coder().scene(of: Article(title: title, body: body))
    }

    private func prospects(_ scene: Scene) throws -> [Prospect] {
        let models = try Shipped.coder().models
        return EventCoder(scene: scene, models: models).prospects(NetReadings(models.net, scene))
    }

    @Test("Clues are what going through all events of the article finds")
    func counted() throws {
        let scene = try scene(Self.title, Self.body)
        let all = try prospects(scene)
        #expect(all.count > 8)
        let clues = Clues(scene, all)
        for (index, one) in all.enumerated() {
            let values = clues.values(index)
            let same = { (clue: Clue, value: Float) in #expect(abs(values[clue.rawValue] - Double(value)) < 1e-4, "\(clue) of \(index)") }
            let likelihoods = { (of: (Prospect) -> Bool) in all.indices.filter { $0 != index && of(all[$0]) }.map { all[$0].probability } }
            let elsewhere = { (of: (Prospect) -> Bool) in likelihoods { $0.candidate.sentence != one.candidate.sentence && of($0) } }
            let alike = elsewhere { $0.type == one.type }
            same(.sameType, alike.max() ?? 0)
            same(.sameTypes, alike.reduce(0, +))
            same(.trigger, elsewhere { scene.text[$0.candidate.trigger] == scene.text[one.candidate.trigger] }.max() ?? 0)
            same(.rival, likelihoods { $0.candidate.sentence == one.candidate.sentence }.max() ?? 0)
            same(.rivalType, likelihoods { $0.candidate.sentence == one.candidate.sentence && $0.type == one.type }.max() ?? 0)
            same(.before, likelihoods { $0.candidate.sentence == one.candidate.sentence - 1 }.max() ?? 0)
            same(.title, one.candidate.sentence == 0 ? -1 : likelihoods { $0.candidate.sentence == 0 }.max() ?? 0)
        }
    }

    @Test("No clue knows who the parties are")
    func renamed() throws {
        // IRN comes before all other codes of the text but DEU and FRA, VNM behind all.
        let other = { (text: String) in text.replacingOccurrences(of: "伊朗", with: "越南") }
        let values = try [(Self.title, Self.body), (other(Self.title), Self.body.map(other))].map { title, body in
            let scene = try scene(title, body)
            let all = try prospects(scene)
            let clues = Clues(scene, all)
            return all.indices.flatMap { clues.values($0) }
        }
        #expect(values[0].count == values[1].count)
        #expect(zip(values[0], values[1]).allSatisfy { abs($0 - $1) < 1e-4 })
    }

    @Test("What is told again elsewhere may be surer than what stands alone")
    func weighed() throws {
        let scene = try scene(Self.title, Self.body)
        let all = try prospects(scene)
        let weighed = try look("sameType | 0.1 | 2\n- | -2 | -\n- | 2 | -").weighed(all, scene)
        let told = { (index: Int) in Clues(scene, all).values(index)[Clue.sameType.rawValue] > 0.1 }
        #expect(Set(weighed.indices.map(told)).count == 2)
        for (index, one) in weighed.enumerated() { #expect((one.probability > 0.5) == told(index)) }
    }

    @Test("What no trees believe is not reported, and what all do is")
    func chosen() throws {
        let scene = try scene(Self.title, Self.body)
        let all = try prospects(scene)
        for (rows, isReported) in [("- | -3 | -", false), ("- | 3 | -", true)] {
            let weighed = try look(rows).weighed(all, scene)
            #expect(weighed.allSatisfy { ($0.probability >= SecondLook.threshold) == isReported })
        }
    }

    @Test("A file that asks for a clue that nobody gives is refused with its line")
    func unknown() {
        let problem = #expect(throws: TableProblem.self) { try look("kindness | 1 | 2\n- | 1 | -\n- | 2 | -") }
        #expect(problem?.line == 2)
        #expect(problem?.file == "second-look.txt")
    }
}
