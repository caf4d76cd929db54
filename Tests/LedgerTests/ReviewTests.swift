import Coding
import Foundation
import Ledger
import Testing
import World

@Suite("Corrections")
struct ReviewTests {
    let folder: Folder
    let ledger: Ledger
    let review = NewReview(who: "李", why: "读错了", at: Date(timeIntervalSince1970: 1_700_000_000))

    static let talks = Told(sentence: "中国与美国18日在安克雷奇举行会谈。", trigger: "会谈", date: "2021-03-18")
    static let call = Told(sentence: "中国与美国2日通电话，谈气候。", trigger: "通电话", date: "2021-04-02")

    init() throws {
        folder = try Folder()
        ledger = try Ledger.of(
            [
                article("a", "2021-03-18", told: [Self.talks]), article("b", "2021-03-19", outlet: "乙台", told: [Self.talks]),
                article("c", "2021-04-02", told: [Self.call]),
            ], in: folder)
    }

    private func events() throws -> [EventRecord] { try ledger.events().sorted { $0.mentions > $1.mentions } }

    @Test("A rejected mention is of no event")
    func reject() throws {
        try ledger.reject(mention: "c-0", review)
        #expect(try events().map(\.mentions) == [2])
        #expect(try ledger.relation(#require(Pair("CHN", "USA")))?.events == 1)
        #expect(try ledger.check() == [])
    }

    @Test("A changed mention is read as the correction has it, and its event follows")
    func change() throws {
        try ledger.change(mention: "c-0", review) { reading in
            reading.type = EventType.threaten.rawValue
            reading.actors = ["CHN"]
            reading.recipients = ["JPN"]
        }
        let event = try #require(try ledger.events(EventFilter(code: "JPN")).first)
        #expect(event.type == .threaten && event.actors == ["CHN"] && event.recipients == ["JPN"])
        #expect(try ledger.reviews(ofEvent: event.id).map(\.kind) == [.change])
        #expect(try ledger.check() == [])
    }

    @Test("A change that changes nothing is refused, and what a correction makes of events can be asked for")
    func outcome() throws {
        #expect(throws: ReviewProblem.nothingChanged) { try ledger.change(mention: "c-0", review) { $0.type = EventType.consult.rawValue } }
        #expect(try ledger.reviews().isEmpty)
        let before = try ledger.events(ofMentions: ["a-0", "b-0"])
        try ledger.reject(mention: "a-0", review)
        let rejected = try ledger.mentions(of: #require(try ledger.reviews().first))
        #expect(rejected == ["a-0"] && before.count == 1)
        #expect(try ledger.events(ofMentions: rejected).isEmpty)
        #expect(
            try ledger.events(ofMentions: ["c-0", "b-0"]).compactMap { try ledger.event(id: $0)?.mentions.map(\.id) } == [["c-0"], ["b-0"]])
    }

    @Test("Of two mentions of one trigger a correction is of the one")
    func sameTrigger() throws {
        let calls = "中国先后与美国和韩国通电话。"
        let other = Told(sentence: calls, trigger: "通电话", actors: ["CHN", "KOR"], date: "2021-04-02", isSameSentence: true)
        try ledger.ingest([article("c", "2021-04-02", told: [Told(sentence: calls, trigger: "通电话", date: "2021-04-02"), other])])
        try ledger.reconcile()
        try ledger.reject(mention: "c-1", review)
        try ledger.change(mention: "c-0", review) { $0.mode = "phone" }
        let coded = try #require(try ledger.article(id: "c")).coded.events
        #expect(coded.map(\.mode) == ["phone", nil])
        #expect(try ledger.events(EventFilter(code: "KOR")).isEmpty)
        #expect(try events().map(\.mentions) == [2, 1])
        #expect(try ledger.check() == [])
    }

    @Test("Events merge and split")
    func mergeAndSplit() throws {
        try ledger.merge(events: try events().map(\.id), review)
        let merged = try #require(try events().first)
        #expect(try events().count == 1 && merged.mentions == 3)
        try ledger.split(event: merged.id, mentions: ["b-0"], review)
        #expect(try events().map(\.mentions).sorted() == [1, 2])
        let kinds = try events().flatMap { try ledger.reviews(ofEvent: $0.id).map(\.kind) }
        #expect(Set(kinds) == [.merge, .split])
    }

    @Test("A correction that is taken back leaves the record as it was, and the history longer", arguments: Review.Kind.allCases)
    func withdraw(kind: Review.Kind) throws {
        let before = try ledger.dump()
        switch kind {
        case .accept: try ledger.accept(mention: "a-0", review)
        case .reject: try ledger.reject(mention: "a-0", review)
        case .change: try ledger.change(mention: "a-0", review) { $0.mode = "phone" }
        case .merge: try ledger.merge(events: try events().map(\.id), review)
        case .split: try ledger.split(event: try #require(try events().first).id, mentions: ["a-0"], review)
        case .withdraw: return
        }
        if kind != .accept { #expect(try ledger.dump() != before) }
        let number = try #require(try ledger.reviews().first).id
        try ledger.withdraw(review: number, review)
        #expect(try ledger.dump() == before)
        #expect(try ledger.reviews().map(\.isWithdrawn) == [false, true])
    }

    @Test("Corrections hold when the articles are coded anew, whatever the mentions are numbered")
    func recoding() throws {
        try ledger.reject(mention: "c-0", review)
        try ledger.change(mention: "a-0", review) { $0.mode = "multilateral" }
        var other = Self.talks
        other.aux = "future"
        var again = Self.call
        again.place = "华盛顿"
        try ledger.ingest([
            article("a", "2021-03-18", told: [Told(sentence: "双方另谈气候。", trigger: "谈"), Self.talks]),
            article("b", "2021-03-19", outlet: "乙台", told: [other]), article("c", "2021-04-02", told: [again]),
        ])
        try ledger.reconcile()
        let modes = try #require(try ledger.article(id: "a")).coded.events.map(\.mode)
        #expect(modes == [nil, "multilateral"])
        #expect(try ledger.article(id: "c")?.events == [:])
        #expect(try ledger.reviews().count == 2)
    }

    @Test("A correction says who, when and why, and names what is there")
    func history() throws {
        try ledger.accept(mention: "a-0", review)
        let kept = try #require(try ledger.reviews().first)
        #expect(kept.who == "李" && kept.why == "读错了" && kept.at == review.at && kept.kind == .accept)
        #expect(kept.anchors.map(\.trigger) == ["会谈"])
        #expect(throws: ReviewProblem.noMention("x")) { try ledger.reject(mention: "x", review) }
        #expect(throws: ReviewProblem.noReason) { try ledger.reject(mention: "a-0", NewReview(who: "", why: "")) }
        #expect(throws: ReviewProblem.noReview(9)) { try ledger.withdraw(review: 9, review) }
        #expect(throws: ReviewProblem.fewerThanTwo) { try ledger.merge(events: [], review) }
    }
}
