import Prose
import World

/// What the date model looks at.
struct DateFeatures {
    private let scene: Scene
    private let times: ArticleTimes
    private let act: DatedAct
    /// The act decided last, and the last one of the same actor.
    private let previous: DecidedDate?
    private let own: DecidedDate?
    /// How near these two stand.
    private let kinships: (previous: String, own: String)
    private let isQuoted: Bool
    private let named: Bool
    private let sentence: ReadSentence
    private let clause: Range<Int>
    /// What kind of act it is: the model's weights differ by it.
    private let contexts: [Features.Context]

    /// - Parameter decided: the dates of the acts before, in the order of the text.
    init(_ scene: Scene, _ times: ArticleTimes, _ act: DatedAct, after decided: [DecidedDate], named: Bool = false) {
        self.scene = scene
        self.times = times
        self.act = act
        self.named = named
        previous = decided.last
        own = decided.last { $0.act.actors == act.actors }
        kinships = (previous.map { Self.kinship(act, $0) } ?? "", own.map { Self.kinship(act, $0) } ?? "")
        isQuoted = scene.quote(at: act.trigger.lowerBound) != nil
        sentence = scene.sentences[act.sentence]
        clause = sentence.clauseRange(at: act.trigger.lowerBound)
        contexts = [
            Features.Context("aux=", act.aux ?? "-", named: named),
            Features.Context(act.type.isSaid ? "act=said/" : "act=done/", sentence.kind.rawValue, named: named),
        ]
    }

    /// That nothing dates the act.
    func none() -> Features {
        var features = Features(named: named)
        features.add("none", with: contexts)
        features.add("none:type=", act.type.rawValue)
        features.add("none:w=", scene.text[act.trigger])
        let hasDay = sentence.times.contains { $0.precision == .day }
        features.add("none:own=", hasDay ? "day" : sentence.times.isEmpty ? "-" : "part", with: contexts)
        if let previous { features.add("none:prev=", previous.start != nil, "/", kinships.previous, with: contexts) }
        if let own { features.add("none:prev-own=", own.start != nil, "/", kinships.own, with: contexts) }
        features.add("none:quoted=", isQuoted, with: contexts)
        features.add("none:first=", times.firstDay != nil, with: contexts)
        features.add("none:far=", Self.bucket(act.sentence))
        let nearest = times.days(in: 0..<act.sentence).last.map { act.sentence - $0.sentence }
        features.add("none:near=", nearest.map(Self.bucket) ?? "-", with: contexts)
        for chunk in sentence.chunks where chunk.entry.kind == .marker && chunk.start >= clause.lowerBound && chunk.end <= clause.upperBound
        {
            let side = chunk.end <= act.trigger.lowerBound ? "-" : "+"
            features.add("none:m", side, "=", chunk.entry.sector ?? "")
            features.add("none:mw", side, "=", chunk.entry.name)
        }
        let before = scene.blanked[max(sentence.range.lowerBound, act.trigger.lowerBound - 2)..<act.trigger.lowerBound]
        features.add("none:p2=", before)
        features.add("none:p1=", before.suffix(1))
        let after = scene.blanked[act.trigger.upperBound..<min(sentence.range.upperBound, act.trigger.upperBound + 2)]
        features.add("none:n2=", after)
        features.add("none:n1=", after.prefix(1))
        return features
    }

    /// That a time dates it.
    func features(_ choice: TimeChoice) -> Features {
        var features = Features(named: named)
        let time = choice.time
        features.add("precision=", time.precision.rawValue, with: contexts)
        features.add("lag=", lag(time), with: contexts)
        if choice.isAhead { features.add("ahead", with: contexts) }
        features.add("first=", time.first == times.firstDay, "/most=", time.first == times.mostNamed, with: contexts)
        let start = time.isoBounds.start
        if let previous { features.add("prev=", relation(start, previous), "/", kinships.previous, with: contexts) }
        if let own { features.add("prev-own=", relation(start, own), "/", kinships.own, with: contexts) }
        guard let place = choice.sentence else {
            dispatch(&features)
            return features
        }
        let quoted = scene.quote(at: time.start) != nil
        features.add("quoted=", isQuoted, "/", quoted, place == act.sentence ? "/own" : "/other", with: contexts)
        words(&features, choice, place)
        if place == act.sentence { here(&features, choice) } else { other(&features, choice, place) }
        return features
    }

    // MARK: - Private

    private func relation(_ start: String, _ decided: DecidedDate) -> String {
        decided.start.map { $0 == start ? "same" : "other" } ?? "none"
    }

    /// How near an act decided before stands to this one.
    private static func kinship(_ act: DatedAct, _ decided: DecidedDate) -> String {
        let gap = act.sentence - decided.act.sentence
        let near = gap == 0 ? "here" : gap <= 2 ? "near" : "far"
        return "\(near)/\(decided.act.sentence == 0)/\(decided.act.type.isSaid)"
    }

    /// The words around the time: 自…来, 截至, 《2020年…》, 5日报道.
    private func words(_ features: inout Features, _ choice: TimeChoice, _ sentence: Int) {
        let (time, text, range) = (choice.time, scene.blanked, scene.sentences[sentence].range)
        let place = Features.Context(sentence == act.sentence ? "own" : "other", named: named)
        features.add("tp1=", text[max(range.lowerBound, time.start - 1)..<time.start], with: [place])
        features.add("tn1=", text[time.end..<min(range.upperBound, time.end + 1)], with: [place])
        features.add("tn2=", text[time.end..<min(range.upperBound, time.end + 2)], with: [place])
        features.add("tw=", kindOfWords(time), with: [place])
        let before = text[range.lowerBound..<time.start]
        if let opened = before.lastIndex(of: 0x300A), opened > before.lastIndex(of: 0x300B) ?? -1 { features.add("titled", with: [place]) }
    }

    /// The words of a time without their numbers: ■月■日, 周四, 去年.
    private func kindOfWords(_ time: TimeMention) -> ArraySlice<UInt32> {
        var kind: CodePoints = []
        for at in time.start..<time.end {
            let point: UInt32 = isDigit(scene.text[at]) ? 0x30 : scene.text[at]
            if point != 0x30 || kind.last != 0x30 { kind.append(point) }
        }
        return kind.prefix(8)
    }

    /// A time of the act's own sentence: in which clause, on which side, how far, and what stands between.
    private func here(_ features: inout Features, _ choice: TimeChoice) {
        let time = choice.time
        let isBefore = time.start < act.trigger.lowerBound
        let side = isBefore ? "before" : "after"
        let near = clause.contains(time.start) ? "same" : "other"
        let place = [Features.Context(side, "/", near, "/", time.precision.rawValue, named: named)] + contexts
        features.add("own=", side, "/", near, with: place)
        let range =
            isBefore ? time.end..<max(time.end, act.trigger.lowerBound) : act.trigger.upperBound..<max(act.trigger.upperBound, time.start)
        features.add("gap=", Self.bucket(range.count), with: place)
        let nearer = sentence.times.filter { $0.start != time.start && ($0.start < act.trigger.lowerBound) == isBefore }
            .filter { isBefore ? $0.start > time.start : $0.start < time.start }
        features.add("nearer=", min(nearer.count, 2), "/", nearer.contains { $0.precision == .day }, with: place)
        features.add("others=", min(sentence.times.count - 1, 3), with: place)
        let said = sentence.chunks.contains { $0.entry.kind == .speech && range.contains($0.start) }
        let done = sentence.triggers.contains { range.contains($0.start) }
        let whose = sentence.mentions.contains { range.contains($0.start) }
        features.add("between=", said, "/", done, with: place)
        features.add("party-between=", whose, with: place)
        let clauses = abs(sentence.clause(at: time.start) - sentence.clause(at: act.trigger.lowerBound))
        features.add("clauses=", min(clauses, 3), "/", side, with: contexts)
        features.add("type=", act.type.rawValue, with: [place[0]])
        features.add(
            "marked=", liesAhead, with: [Features.Context("ahead=", choice.isAhead, named: named), Features.Context(near, named: named)])
        features.add("opens=", time.start - sentence.range.lowerBound <= 1, with: place)
    }

    /// A time of another sentence: how far, and whether that sentence tells of the same parties, type and words.
    private func other(_ features: inout Features, _ choice: TimeChoice, _ other: Int) {
        let away = scene.sentences[other]
        let gap = act.sentence - other
        let side = gap > 0 ? "back" : "forth"
        let ownDay = sentence.times.contains { $0.precision == .day }
        let place = [Features.Context("far/", choice.time.precision.rawValue, "/own=", ownDay, named: named)] + contexts
        features.add(side, "=", Self.bucket(abs(gap)), with: place)
        let between = min(act.sentence, other) + 1..<max(act.sentence, other)
        let nearer = times.days(in: between).contains { $0.choice.time.first != choice.time.first }
        features.add("nearer-day=", nearer, "/", side, with: place)
        features.add("lead=", other <= 1 ? "top" : other <= ArticleTimes.lead ? "lead" : "body", "/", side, with: place)
        features.add("passage=", away.passage == sentence.passage, with: place)
        let actor = away.mentions.contains { mention in act.actors.contains { mention.codes.contains($0) } }
        let recipient = away.mentions.contains { mention in act.recipients.contains { mention.codes.contains($0) } }
        features.add("parties=", actor, "/", recipient, with: place)
        features.add("same-type=", away.triggers.contains { scene.world.frames[$0.frame].type == act.type }, with: place)
        let word = Array(scene.text[act.trigger])
        features.add("same-word=", away.range.contains { scene.text.has(word, at: $0, within: away.range) }, with: place)
        let speaks = away.chunks.contains { $0.entry.kind == .speech }
        features.add("speaks=", speaks, act.type.isSaid ? "/true/" : "/false/", isQuoted, with: place)
        if let mine = sentence.mentions.first?.codes.first, let theirs = away.mentions.first?.codes.first {
            features.add("same-subject=", mine == theirs, with: place)
        }
        let clause = away.clauseRange(at: choice.time.start)
        let acted = away.triggers.contains { clause.contains($0.start) && scene.world.frames[$0.frame].type == act.type }
        features.add("same-clause-type=", acted, with: place)
    }

    /// The day of a dateline (路透华盛顿7月21日 -): in 50 hand-coded articles that have one, 115 acts are of that day, 89 of another, and 55 undated.
    private func dispatch(_ features: inout Features) {
        features.add("dispatch", with: contexts)
        features.add("dispatch:far=", Self.bucket(act.sentence), with: contexts)
        features.add("dispatch:days=", times.firstDay != nil, "/own=", !sentence.times.isEmpty, with: contexts)
        features.add("dispatch:type=", act.type.rawValue, with: contexts)
        features.add("dispatch:quoted=", isQuoted, with: contexts)
    }

    /// 将于周五访问: a marker of the future stands before the trigger in its clause.
    private var liesAhead: Bool {
        sentence.chunks.contains {
            $0.entry.kind == .marker && $0.entry.sector == "future" && $0.start >= clause.lowerBound && $0.end <= act.trigger.lowerBound
        }
    }

    /// How long before the day of writing.
    private func lag(_ time: TimeMention) -> String {
        guard let today = scene.document.today else { return "?" }
        switch today - time.first {
        case ..<(-120): return "goal"
        case ..<0: return "ahead"
        case 0: return "today"
        case 1: return "yesterday"
        case 2...4: return "days"
        case 5...14: return "weeks"
        case 15...60: return "month"
        case 61...366: return "year"
        default: return "old"
        }
    }

    private static func bucket(_ count: Int) -> String {
        switch count {
        case ...3: "\(max(0, count))"
        case ...6: "6"
        case ...12: "12"
        case ...25: "25"
        default: "more"
        }
    }
}
