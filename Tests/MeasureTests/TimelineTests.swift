import Ledger
import Measure
import Prose
import Testing
import World

@Suite("Timelines")
struct TimelineTests {
    private func record() throws -> SmallRecord {
        let talks = { (outlet: String) in
            (outlet, "2021-03-19", "\(outlet)看会谈", [Told.talks(["CHN", "USA"], "2021-03-18", "\(outlet)报道中美高层在安克雷奇举行会谈。")])
        }
        return try SmallRecord([
            talks("晨报"), talks("晚报"), talks("日报"),
            (
                "晨报", "2021-03-23", "余波",
                [
                    .charge("USA", "CHN", "2021-03-19", Told.words(1)),
                    .charge("CHN", "USA", "2021-03-20", Told.words(3)), .sanction("USA", "CHN", "2021-03-22", Told.words(4)),
                    .talks(["CHN", "THA"], "2021-03-22", "王毅与泰国外长会面。"),
                ]
            ),
            ("日报", "2021-03-22", "又一次", [.charge("USA", "CHN", "2021-03-21", Told.words(2))]),
        ])
    }

    private func timeline(_ subject: TimelineQuestion.Subject, _ change: (inout TimelineQuestion) -> Void = { _ in }) throws -> Timeline {
        var question = TimelineQuestion(subject, from: Day(iso: "2021-03-01"))
        change(&question)
        return try record().ledger.timeline(question)
    }

    private func pair() throws -> TimelineQuestion.Subject { .pair(try #require(Pair("CHN", "USA"))) }

    @Test("What most report and write about stands on top, a deed before a word that as many report")
    func order() throws {
        let timeline = try timeline(try pair())
        #expect(
            timeline.entries.map(\.event.type) == [.consult, .accuse, .sanction, .accuse] && timeline.entries.map(\.rank) == [1, 2, 3, 4])
        #expect(zip(timeline.entries, timeline.entries.dropFirst()).allSatisfy { $0.importance >= $1.importance })
        #expect(timeline.events == 5)
    }

    @Test("Events of one kind within days are one line, those of the other side another")
    func together() throws {
        let accusations = try timeline(try pair()).entries.filter { $0.event.type == .accuse }
        #expect(Set(accusations.map(\.event.actors)) == [["USA"], ["CHN"]])
        #expect(accusations.first { $0.event.actors == ["USA"] }?.others.count == 1)
    }

    @Test("By date, of some types, and no longer than asked for")
    func filters() throws {
        let byDate = try timeline(try pair()) { $0.order = .date }.entries.compactMap(\.event.start)
        #expect(byDate == byDate.sorted())
        #expect(try timeline(try pair()) { $0.types = [.sanction] }.entries.map(\.event.type) == [.sanction])
        #expect(try timeline(try pair()) { $0.top = 2 }.entries.count == 2)
    }

    @Test("One party's events, with some others or with anybody")
    func party() throws {
        #expect(try timeline(.party("CHN", with: ["THA"])).entries.map(\.event.parties) == [["CHN", "THA"]])
        #expect(try timeline(.party("CHN", with: [])).events == 6)
    }

    @Test("More voices, more articles and a stronger deed never make an event matter less")
    func monotone() throws {
        let events = try record().ledger.events()
        let scale = ImportanceScale.standard
        for event in events {
            #expect(scale.importance(of: event) > 0)
            #expect(scale.importance(of: event, articles: event.articles + 1) > scale.importance(of: event))
        }
    }

    @Test("The file's figures are those taken unless told otherwise")
    func standard() throws { #expect(try Known.scales().importance == .standard) }
}
