import Press
import Prose
import World

/// How a text was coded, step by step: words, parties, times, the readings that competed and the events that came of them.
public struct Explanation: Sendable {
    public let sentences: [Sentence]
    public let statements: [Statement]

    /// One sentence's steps, each ready to be shown.
    public struct Sentence: Sendable {
        public let text: String
        /// Words with what they were taken for: 美国 state USA.
        public let words: [(text: String, kind: String)]
        /// Parties with whom they stand for.
        public let parties: [(text: String, meaning: String)]
        public let times: [(text: String, meaning: String)]
        public let readings: [Reading]
        public let events: [EventMention]
    }

    /// A trigger's likeliest readings, and what spoke for the winner.
    public struct Reading: Sendable {
        public let trigger: String
        /// The readings of the words that the knowledge files give.
        public let frames: [Frame]
        /// Whether the words made an event, or why not.
        public let outcome: Outcome
        /// Types with their probabilities, likeliest first; `none` is the reading that no event is reported.
        public let odds: [(type: String, probability: Double)]
        public let reasons: [(feature: String, weight: Double)]
        /// How likely an event of this type between its likeliest parties is by the sentence alone, and beside the rest of the article; nil where it was not
        /// weighed so far.
        public let weighed: (sentence: Double, article: Double)?
        /// The parties weighed, with the likelihood that each acts or is acted upon.
        public let roles: [(code: String, actor: Double, recipient: Double)]

        /// Where the frames stand: file and line.
        public var origins: [String] { frames.map(\.origin) }
    }

    /// One reading of a trigger's words: type, mode, where its parties stand, and the line that says so. The shape of words that only sometimes
    /// tell of an act is `hint`: nothing says where their parties stand.
    public struct Frame: Sendable, Hashable {
        public let type: String
        public let mode: String?
        public let shape: String
        public let origin: String
    }

    /// What became of a trigger.
    public enum Outcome: String, Sendable {
        case won
        case noEvent = "that nothing is reported is likelier"
        case noParties = "no two parties are likely enough"
        case toldAlready = "another trigger tells the same event"
        case unlikely = "beside the rest of the text it is not likely enough"
    }
}

extension Coder {
    /// Codes a text and tells how. The text is read as the body of an article published on the day given; without one, times that hang on
    /// it (昨天, 周五) stay unresolved.
    public func explain(_ text: String, published: Day?) -> Explanation {
        let count = text.unicodeScalars.count
        let article = Article(
            id: "0000000000000000", path: "-", url: nil, title: "", outlet: nil, site: nil, published: nil, localDate: published?.iso,
            clock: nil,
            text: text, passages: [Passage(kind: .body, start: 0, end: count)])
        let scene = scene(of: article)
        let (coder, readings) = (EventCoder(scene: scene, models: models), NetReadings(models.net, scene))
        let alone = coder.prospects(readings)
        let beside = coder.weighed(alone)
        let events = sourced(coder.events(of: beside, readings), scene)
        let weighed = Array(zip(alone, beside))
        let sentences = scene.sentences.indices.map { index in explain(scene, index, events.filter { $0.sentence == index }, weighed) }
        return Explanation(sentences: sentences, statements: StatementWriter(scene: scene).statements())
    }

    // MARK: - Private

    private func explain(
        _ scene: Scene, _ index: Int, _ events: [EventMention], _ weighed: [(alone: Prospect, beside: Prospect)]
    ) -> Explanation.Sentence {
        let sentence = scene.sentences[index]
        let string = { (range: Range<Int>) in scene.document.string(range) }
        return Explanation.Sentence(
            text: string(sentence.range),
            words: sentence.chunks.map {
                (
                    string($0.start..<$0.end),
                    [$0.entry.kind.rawValue, $0.entry.sector, $0.entry.code].compactMap { $0 }.joined(separator: " ")
                )
            },
            parties: sentence.mentions.map { (string($0.start..<$0.end), meaning($0)) },
            times: sentence.times.map { time in
                let bounds = time.isoBounds
                return (string(time.start..<time.end), bounds.start == bounds.end ? bounds.start : "\(bounds.start) to \(bounds.end)")
            },
            readings: scene.candidates(in: index).map { reading($0, scene, events, weighed) }, events: events)
    }

    private func meaning(_ mention: Mention) -> String {
        let codes = mention.codes.isEmpty ? "no code" : mention.codes.joined(separator: "+")
        return [
            codes, mention.kind.rawValue, mention.office, mention.acts ? nil : "acts for nobody",
            mention.inferred ? context(mention.reference) : nil,
        ]
        .compactMap { $0 }.joined(separator: ", ")
    }

    /// from context, 2 sentences back, 0.66 sure.
    private func context(_ reference: Reference?) -> String {
        guard let reference else { return "from context" }
        let place =
            switch reference.distance {
            case 0: "the same sentence"
            case 1: "1 sentence back"
            default: "\(reference.distance) sentences back"
            }
        return "from \(place), \(reference.confidence) sure"
    }

    private func outcome(_ candidate: Candidate, _ scene: Scene, _ events: [EventMention], none: Float, isWeighed: Bool)
        -> Explanation.Outcome
    {
        if events.contains(where: { $0.trigger.start == candidate.start && $0.trigger.end == candidate.headEnd }) { return .won }
        if isWeighed { return .unlikely }
        if none >= 1 - SecondLook.floor { return .noEvent }
        return EventCoder(scene: scene, models: models).mayReport(candidate) ? .toldAlready : .noParties
    }

    /// What speaks for a type, each as much as it counts: the net where it is asked (how much more it makes of the type than of nothing), and the features
    /// that weigh most.
    private func reasons(_ features: Features, _ told: [Float]?, for type: Int) -> [(String, Double)] {
        let net = told.map { [("net", Double(Blend.lead($0, of: models.answers[type], over: 0)))] } ?? []
        let share = told == nil ? 1 : Double(Blend.Shares.event.features)
        return net + models.event.reasons(features, for: type, limit: 5).map { ($0.name, Double($0.weight) * share) }
    }

    private func reading(
        _ candidate: Candidate, _ scene: Scene, _ events: [EventMention], _ weighed: [(alone: Prospect, beside: Prospect)]
    ) -> Explanation.Reading {
        let own = weighed.first { $0.alone.candidate.start == candidate.start && $0.alone.candidate.headEnd == candidate.headEnd }
        let features = TriggerFeatures(scene, candidate, named: true).features()
        let classes = models.event.classes
        let sentence = NetSentence(models.net, scene, candidate.sentence)
        let odds = models.weigh(candidate, features, sentence)
        let probabilities = odds.both
        let ranked = classes.indices.sorted { probabilities[$0] > probabilities[$1] }.prefix(3)
        let best = ranked.first { classes[$0] != "none" } ?? 0
        let roles =
            EventType(rawValue: classes[best]).map {
                RoleJudge(scene: scene, models: models, reading: sentence).odds(of: candidate, type: $0)
            } ?? []
        return Explanation.Reading(
            trigger: scene.document.string(candidate.start..<candidate.headEnd),
            frames: candidate.frames.map { index in
                let frame = scene.world.frames[index]
                return Explanation.Frame(
                    type: frame.type.rawValue, mode: frame.mode, shape: frame.isHint ? "hint" : frame.shape.rawValue, origin: frame.origin)
            },
            outcome: outcome(
                candidate, scene, events, none: classes.firstIndex(of: "none").map { probabilities[$0] } ?? 1, isWeighed: own != nil),
            odds: ranked.map { (classes[$0], Double(probabilities[$0])) },
            reasons: reasons(features, odds.told, for: best),
            weighed: own.map { (Double($0.alone.probability), Double($0.beside.probability)) },
            roles: roles.map { ($0.code, Double($0.actor), Double($0.recipient)) })
    }
}
