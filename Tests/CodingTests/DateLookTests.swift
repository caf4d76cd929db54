import Press
import Prose
import Tables
import Testing
import World

@testable import Coding

@Suite("The second look at dates")
struct DateLookTests {
    private static let title = "美国制裁伊朗"
    private static let body = [
        "美国9月12日宣布制裁伊朗。伊朗9月14日谴责美国的制裁，德国外长周五批评美国。", "美国国务卿9月18日与日本外相会谈，双方同意加强合作。德国总理去年9月在柏林会见法国总统。",
        "德国再次批评美国制裁伊朗。伊朗威胁美国，称将报复。", "美国国务卿与日本外相的会谈持续了三小时。",
    ]

    private func look(_ rows: String) throws -> DateLook {
        DateLook(try Trees(Table("sign | value | above\n" + rows + "\n", file: "dates.txt"), signs: DateClue.allCases.map(\.name)))
    }

    private func scene() throws -> Scene {
        try Shipped.coder().scene(of: Article(title: Self.title, body: Self.body, day: "2023-09-20"))
    }

    private func prospects(_ scene: Scene) throws -> [DateProspects] {
        let models = try Shipped.coder().models
        let coder = EventCoder(scene: scene, models: models)
        let readings = NetReadings(models.net, scene)
        return coder.dates.prospects(of: coder.chosen(coder.weighed(coder.prospects(readings))).map(coder.act), readings)
    }

    @Test("Clues are what going through all acts of the article finds")
    func counted() throws {
        let scene = try scene()
        let all = try prospects(scene)
        let clues = DateClues(scene, all)
        var seen = 0
        for (number, prospect) in all.enumerated() {
            for (place, days) in prospect.days.enumerated() {
                seen += 1
                let values = clues.values(number, place)
                let same = { (clue: DateClue, value: Double) in #expect(abs(values[clue.rawValue] - value) < 1e-4, "\(clue) of \(number)") }
                let likelihood = { (other: Int) in Double(all[other].days.first { $0.days == days.days }?.odds.both ?? 0) }
                let others = all.indices.filter { $0 != number }
                let parties = { (act: DatedAct) in Set(act.actors + act.recipients) }
                let alike = others.filter { all[$0].act.isAlike(prospect.act) }
                same(.again, alike.map(likelihood).max() ?? 0)
                same(.agains, Double(alike.count))
                same(.sameParties, others.filter { parties(all[$0].act) == parties(prospect.act) }.map(likelihood).max() ?? 0)
                same(.acts, others.map(likelihood).reduce(0, +) / Double(others.count))
                same(.leadActs, others.filter { all[$0].act.sentence < 3 }.map(likelihood).max() ?? -1)
                same(.actorsBefore, (0..<number).last { all[$0].act.actors == prospect.act.actors }.map(likelihood) ?? -1)
                same(.rival, Double(prospect.days.indices.filter { $0 != place }.map { prospect.days[$0].odds.both }.max() ?? 0))
            }
        }
        #expect(seen > 20)
    }

    @Test("Likelihoods of all days and of none add up to one, by each model")
    func whole() throws {
        for prospect in try prospects(scene()) {
            let all = prospect.days.map(\.odds).reduce(prospect.undated, +)
            for sum in [all.both, all.features, all.net ?? 1] { #expect(abs(sum - 1) < 1e-3) }
        }
    }

    @Test("Each act has the days that the trees find likeliest, or none")
    func chosen() throws {
        let scene = try scene()
        let all = try prospects(scene)
        // Days a week or more before publication, and nothing else.
        let dates = try look("lag | 6.5 | 2\n- | -3 | -\n- | 2 | -").dates(all, scene)
        #expect(dates.contains { $0 != nil })
        for (prospect, date) in zip(all, dates) {
            let old = prospect.days.contains { $0.odds.both >= DateLook.floor && $0.choices[0].time.first.iso <= "2023-09-13" }
            #expect((date != nil) == old)
            if let date { #expect(date.time.first.iso <= "2023-09-13") }
        }
        #expect(try look("- | -1.2 | -").dates(all, scene).allSatisfy { $0 == nil })
    }

    @Test("A meeting that is told of again is on its day")
    func again() throws {
        let coded = try Shipped.coder().code(Article(title: Self.title, body: Self.body, day: "2023-09-20"))
        let meetings = coded.events.filter { $0.type == .consult && $0.actors.map(\.code).contains("JPN") }
        #expect(meetings.count == 2)
        #expect(meetings.allSatisfy { $0.date?.start == "2023-09-18" })
    }

    @Test("Who answers an act in kind does so on a day of its own")
    func answered() throws {
        let body = ["荷兰外长周一（9月18日）宣布驱逐一名伊朗外交官。", "伊朗外交部周二驳斥荷兰的指控，并驱逐一名荷兰外交官，限他五天之内离境。"]
        let coded = try Shipped.coder().code(Article(title: "荷兰伊朗互逐外交官", body: body, day: "2023-09-20"))
        let expelled = coded.events.filter { $0.type == .sanction && $0.sentence > 0 }
        #expect(expelled.map { $0.actors.map(\.code) } == [["NLD"], ["IRN"]])
        #expect(expelled.map { $0.date?.start } == ["2023-09-18", "2023-09-19"])
    }

    @Test("A file that asks for a clue that nobody gives is refused with its line")
    func unknown() {
        let problem = #expect(throws: TableProblem.self) { try look("kindness | 1 | 2\n- | 1 | -\n- | 2 | -") }
        #expect(problem?.line == 2)
        #expect(problem?.file == "dates.txt")
    }
}

extension DatedAct {
    /// The same act told of again: of one type, of the same parties, by the same to the same where it has a direction.
    fileprivate func isAlike(_ other: DatedAct) -> Bool {
        guard type == other.type else { return false }
        if type.isDirected { return Set(actors) == Set(other.actors) && Set(recipients) == Set(other.recipients) }
        return Set(actors + recipients) == Set(other.actors + other.recipients)
    }
}
