import Prose
import World

/// What the role model looks at: where a party stands to a trigger, or, for one that the sentence does not name, how near it is to mind.
struct RoleFeatures {
    let scene: Scene
    let sentence: ReadSentence
    let candidate: Candidate
    let clause: Int
    let type: EventType
    private let subject: Mention?
    private let quote: Quote?
    /// Whose word the clause is, where it stands in no quotation.
    private let teller: Mention?
    /// Who claims the disputed places that the sentence names: 穿越台湾海峡 is toward one of them, though it may name none.
    private let claimants: [String]
    /// Of each mention of the sentence, in their order.
    let zones: [Zone]
    /// What features are joined with: the event's type; also with its shape; also the trigger's words.
    private let typed: [Features.Context]
    private let shaped: [Features.Context]
    let worded: [Features.Context]

    let named: Bool

    /// - Parameter named: whether to keep the features' names, for learning and explaining.
    init(_ scene: Scene, _ candidate: Candidate, type: EventType, named: Bool = false) {
        self.named = named
        self.type = type
        self.scene = scene
        self.candidate = candidate
        let sentence = scene.sentences[candidate.sentence]
        let clause = sentence.clause(at: candidate.start)
        self.sentence = sentence
        self.clause = clause
        zones = sentence.mentions.map { Zone($0, candidate, sentence, clause) }
        subject = scene.subject(of: candidate)
        quote = scene.quote(at: candidate.start)
        teller = quote == nil ? scene.source(of: candidate)?.voice?.mention : nil
        claimants = Self.claimants(scene, candidate)
        let frame = candidate.frames.first { scene.world.frames[$0].type == type } ?? candidate.frames[0]
        typed = [Features.Context(type.rawValue, named: named)]
        shaped = typed + [Features.Context(type.rawValue, "/", scene.world.frames[frame].shape.rawValue, named: named)]
        worded = shaped + [Features.Context("w=", scene.text[candidate.start..<candidate.headEnd], named: named)]
    }

    /// The parties that may take part: those the sentence names, then those in mind, then who claims the place.
    func parties() -> [String] { Self.parties(scene, candidate, claimants: claimants) }

    static func parties(_ scene: Scene, _ candidate: Candidate, most: Int = 12, claimants: [String]? = nil) -> [String] {
        var found: [String] = []
        found.reserveCapacity(most)
        func add(_ codes: some Collection<String>) {
            for code in codes where found.count < most && !found.contains(code) { found.append(code) }
        }
        let mentions = scene.sentences[candidate.sentence].mentions
        for index in mentions.indices { add(mentions[index].codes) }
        if let speaker = scene.quote(at: candidate.start)?.speaker { add(speaker.codes) }
        if candidate.sentence > 0 { add(scene.leading[candidate.sentence - 1]) }
        add(scene.titleCodes.prefix(3))
        add(scene.frequentCodes.prefix(2))
        if found.count < most { add(claimants ?? Self.claimants(scene, candidate)) }
        return found
    }

    private static func claimants(_ scene: Scene, _ candidate: Candidate) -> [String] {
        let sentence = scene.sentences[candidate.sentence]
        return scene.world.disputes.claimants(in: scene.text, sentence.range) { place in
            sentence.mentions.contains { $0.start < place.upperBound && place.lowerBound < $0.end }
        }
    }

    func features(_ code: String) -> Features {
        var features = Features(named: named)
        let all = sentence.mentions.indices
        let mine = all.filter { sentence.mentions[$0].codes.contains(code) }
        let others = all.filter { !sentence.mentions[$0].codes.isEmpty && !sentence.mentions[$0].codes.contains(code) }
        let scenery = self.scenery(others)
        features.add("bias", with: shaped)
        if code.utf8.count > 3 { features.add("organisation", with: shaped) }
        if mine.isEmpty {
            features.add("absent", with: worded)
            features.add("absent", scenery, with: shaped)
        } else {
            let places = [Zone.before, .earlier, .after, .later].compactMap { zone in nearest(mine, zone).map { (zone: zone, mention: $0) }
            }
            features.add("zones=", places.map(\.zone.rawValue).joined(), scenery, with: shaped)
            for (zone, mention) in places { stands(&features, sentence.mentions[mention], zone, others) }
            if !mine.contains(where: { sentence.mentions[$0].acts }) { features.add("never-acts", with: shaped) }
        }
        if let rank = claimants.firstIndex(of: code) {
            features.add(mine.isEmpty ? "absent" : "named", ":claims=", min(rank, 1), with: worded)
        }
        inMind(&features, code, mine.isEmpty ? "absent" + scenery : "named")
        return features
    }

    // MARK: - Private

    /// Where a mention stands to the trigger: in its clause or another, before or after.
    enum Zone: String, CaseIterable {
        case after = "A"
        case before = "B"
        case earlier = "E"
        case later = "L"
        case within = "W"

        init(_ mention: Mention, _ candidate: Candidate, _ sentence: ReadSentence, _ clause: Int) {
            if mention.start < candidate.headEnd && mention.end > candidate.start {
                self = .within
            } else if mention.end <= candidate.start {
                self = sentence.clause(at: mention.start) == clause ? .before : .earlier
            } else {
                self = sentence.clause(at: mention.start) == clause ? .after : .later
            }
        }
    }

    /// Which zones the other parties stand in: an absent actor is likelier where nobody stands before the trigger.
    private func scenery(_ others: [Int]) -> String {
        Zone.allCases.reduce(into: "|") { scenery, zone in
            if others.contains(where: { zones[$0] == zone }) { scenery += zone.rawValue }
        }
    }

    private func nearest(_ mentions: [Int], _ wanted: Zone) -> Int? {
        switch wanted {
        case .before, .earlier: mentions.last { zones[$0] == wanted }
        case .after: mentions.first { zones[$0] == .after || zones[$0] == .within }
        default: mentions.first { zones[$0] == wanted }
        }
    }

    private func stands(_ features: inout Features, _ mention: Mention, _ zone: Zone, _ others: [Int]) {
        let (zone, isFar) = (zone.rawValue, zone == .earlier || zone == .later)
        let governor = governor(mention)
        features.add(zone, ":g=", governor, with: worded)
        let next = mention.end < sentence.range.upperBound ? scene.blanked[mention.end] : Self.nothing
        features.add(zone, ":n=", next, with: typed)
        features.add(zone, ":g=", governor, ":n=", next, with: typed)
        features.add(zone, ":", mention.kind.rawValue, mention.acts ? "" : "-", with: worded)
        let (low, high) = mention.end <= candidate.start ? (mention.end, candidate.start) : (candidate.headEnd, mention.start)
        let between = others.count {
            let other = sentence.mentions[$0]
            return other.start >= low && other.end <= high && other.group != mention.group
        }
        features.add(zone, ":between=", min(between, 3), with: worded)
        let triggers = sentence.triggers.count { $0.start >= low && $0.headEnd <= high }
        features.add(zone, ":triggers=", min(triggers, 2), with: worded)
        if let subject, subject.group == mention.group, subject.start >= sentence.range.lowerBound, subject.end <= sentence.range.upperBound
        {
            features.add(zone, ":subject", with: worded)
        }
        let clauses = abs(sentence.clause(at: mention.start) - clause)
        if clauses == 0, high - low <= 1 { features.add(zone, ":touches", with: worded) }
        passive(&features, mention, zone, others)
        if mention.inferred { features.add(zone, ":inferred", with: typed) }
        if isFar { features.add(zone, ":clauses=", min(clauses, 4), with: typed) }
    }

    /// How the clause's other party is governed, and whether 被 or 遭 stands before the trigger: both turn the sides round.
    private func passive(_ features: inout Features, _ mention: Mention, _ zone: String, _ others: [Int]) {
        let rivals = others.filter { sentence.mentions[$0].group != mention.group }
        if let rival = rivals.last(where: { zones[$0] == .before }) ?? rivals.last(where: { zones[$0] == .earlier }) {
            features.add(zone, ":rival=", governor(sentence.mentions[rival]), with: worded)
        }
        guard candidate.start > sentence.range.lowerBound else { return }
        let before = scene.text[candidate.start - 1]
        if Self.passives.contains(before) { features.add(zone, ":passive", with: worded) }
        if let first = sentence.mentions.first(where: { !$0.codes.isEmpty }), first.start == mention.start {
            features.add(zone, ":first", with: worded)
        }
    }

    private static let passives = PointSet("被遭受获让")

    /// The character before the mention's whole group (对美国和欧盟 governs both), or a sign for what is no word: ^ where a clause begins, T
    /// behind the trigger, t behind another.
    private func governor(_ mention: Mention) -> UInt32 {
        let first = sentence.mentions.first { $0.group == mention.group }?.start ?? mention.start
        guard first > sentence.range.lowerBound else { return point("^") }
        if let trigger = sentence.triggers.last(where: { $0.headEnd == first }) {
            return trigger.start == candidate.start ? point("T") : point("t")
        }
        let before = scene.blanked[first - 1]
        if isClauseStop(before) { return point("^") }
        return isHan(before) || before == Scene.blank ? before : Self.nothing
    }

    private static let nothing = point(".")

    private func inMind(_ features: inout Features, _ code: String, _ state: String) {
        if let speaker = quote?.speaker, speaker.codes.contains(code) {
            features.add(state, ":speaker", speaker.acts ? "" : "-", with: shaped)
        }
        if let subject, subject.codes.contains(code) { features.add(state, ":subject", with: shaped) }
        if quote != nil { features.add(state, ":quoted", with: shaped) }
        if let teller {
            features.add(state, teller.codes.contains(code) ? ":teller" : ":told", teller.acts ? "" : "-", with: worded)
        }
        if let rank = scene.titleCodes.firstIndex(of: code) { features.add(state, ":title=", min(rank, 2), with: typed) }
        if let rank = scene.frequentCodes.firstIndex(of: code) { features.add(state, ":rank=", min(rank, 4), with: typed) }
        guard candidate.sentence > 0 else { return }
        let previous = scene.sentences[candidate.sentence - 1]
        if let first = previous.mentions.first(where: { $0.acts && !$0.codes.isEmpty }), first.codes.contains(code) {
            features.add(state, ":was-subject", with: typed)
        }
        if previous.mentions.contains(where: { $0.codes.contains(code) }) { features.add(state, ":was-named", with: typed) }
    }
}
