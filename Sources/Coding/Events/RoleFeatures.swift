import Prose
import World

/// What the role model looks at: where a party stands to a trigger, or, for one that the sentence does not name, how near it is to mind.
struct RoleFeatures {
    let scene: Scene
    let sentence: ReadSentence
    let candidate: Candidate
    let type: EventType
    private let shape: String
    private let clause: Int
    private let subject: Mention?
    private let quote: Quote?

    private let named: Bool

    /// - Parameter named: whether to keep the features' names, for learning and explaining.
    init(_ scene: Scene, _ candidate: Candidate, type: EventType, named: Bool = false) {
        self.named = named
        self.scene = scene
        self.candidate = candidate
        self.type = type
        sentence = scene.sentences[candidate.sentence]
        let frame = candidate.frames.first { scene.world.frames[$0].type == type } ?? candidate.frames[0]
        shape = scene.world.frames[frame].shape.rawValue
        clause = sentence.clause(at: candidate.start)
        subject = scene.subject(of: candidate)
        quote = scene.quote(at: candidate.start)
    }

    /// The parties that may take part: those the sentence names, then those in mind.
    func parties() -> [String] { Self.parties(scene, candidate) }

    static func parties(_ scene: Scene, _ candidate: Candidate) -> [String] {
        var codes = scene.sentences[candidate.sentence].mentions.flatMap(\.codes)
        codes += scene.quote(at: candidate.start)?.speaker?.codes ?? []
        if candidate.sentence > 0 { codes += scene.sentences[candidate.sentence - 1].mentions.filter(\.acts).flatMap(\.codes).prefix(3) }
        codes += scene.titleCodes.prefix(3)
        codes += scene.frequentCodes.prefix(2)
        return Array(unique(codes).prefix(12))
    }

    func features(_ code: String) -> Features {
        var features = Features(named: named)
        let contexts = [Features.Context(type.rawValue), Features.Context(type.rawValue + "/" + shape)]
        let word = Features.Context("w=" + scene.text.string(candidate.start..<candidate.headEnd))
        let mine = sentence.mentions.filter { $0.codes.contains(code) }
        let others = sentence.mentions.filter { !$0.codes.contains(code) && !$0.codes.isEmpty }
        let scenery = self.scenery(others)
        features.add("bias", with: contexts)
        if code.count > 3 { features.add("organisation", with: contexts) }
        if mine.isEmpty {
            features.add("absent", with: contexts + [word])
            features.add("absent" + scenery, with: contexts)
        } else {
            let zones = [Zone.before, .earlier, .after, .later].compactMap { zone in nearest(mine, zone).map { (zone, $0) } }
            features.add("zones=" + zones.map(\.0.rawValue).joined() + scenery, with: contexts)
            for (zone, mention) in zones { stands(&features, mention, zone, others, contexts + [word], scenery) }
            if !mine.contains(where: \.acts) { features.add("never-acts", with: contexts) }
        }
        inMind(&features, code, contexts, mine.isEmpty ? "absent" + scenery : "named")
        return features
    }

    // MARK: - Private

    /// Where a mention stands to the trigger: in its clause or another, before or after.
    private enum Zone: String {
        case before = "B"
        case earlier = "E"
        case after = "A"
        case later = "L"
        case within = "W"
    }

    private func zone(_ mention: Mention) -> Zone {
        if mention.start < candidate.headEnd && mention.end > candidate.start { return .within }
        let same = sentence.clause(at: mention.start) == clause
        if mention.end <= candidate.start { return same ? .before : .earlier }
        return same ? .after : .later
    }

    /// Which zones the other parties stand in: an absent actor is likelier where nobody stands before the trigger.
    private func scenery(_ others: [Mention]) -> String {
        let zones = Set(others.map { zone($0).rawValue })
        return "|" + zones.sorted().joined()
    }

    private func nearest(_ mentions: [Mention], _ wanted: Zone) -> Mention? {
        let found = mentions.filter { zone($0) == wanted || zone($0) == .within && wanted == .after }
        return wanted == .before || wanted == .earlier ? found.last : found.first
    }

    private func stands(
        _ features: inout Features, _ mention: Mention, _ zone: Zone, _ others: [Mention], _ contexts: [Features.Context], _ scenery: String
    ) {
        let text = scene.text
        let governor = governor(mention)
        features.add("\(zone.rawValue):g=\(governor)", with: contexts)
        let next = mention.end < sentence.range.upperBound ? text.string(mention.end..<mention.end + 1) : "."
        features.add("\(zone.rawValue):n=\(next)", with: [contexts[0]])
        features.add("\(zone.rawValue):g=\(governor):n=\(next)", with: [contexts[0]])
        features.add("\(zone.rawValue):\(mention.kind.rawValue)\(mention.acts ? "" : "-")", with: contexts)
        let (low, high) = mention.end <= candidate.start ? (mention.end, candidate.start) : (candidate.headEnd, mention.start)
        let between = others.filter { $0.start >= low && $0.end <= high && $0.group != mention.group }.count
        features.add("\(zone.rawValue):between=\(min(between, 3))", with: contexts)
        let triggers = sentence.triggers.filter { $0.start >= low && $0.headEnd <= high }.count
        features.add("\(zone.rawValue):triggers=\(min(triggers, 2))", with: contexts)
        if let subject, subject.group == mention.group, subject.start >= sentence.range.lowerBound, subject.end <= sentence.range.upperBound
        {
            features.add("\(zone.rawValue):subject", with: contexts)
        }
        if sentence.clause(at: mention.start) == clause, high - low <= 1 { features.add("\(zone.rawValue):touches", with: contexts) }
        passive(&features, mention, zone, contexts, others)
        if mention.inferred { features.add("\(zone.rawValue):inferred", with: [contexts[0]]) }
        if zone == .earlier || zone == .later {
            features.add("\(zone.rawValue):clauses=\(min(abs(sentence.clause(at: mention.start) - clause), 4))", with: [contexts[0]])
        }
    }

    /// How the clause's other party is governed, and whether 被 or 遭 stands before the trigger: both turn the sides round.
    private func passive(_ features: inout Features, _ mention: Mention, _ zone: Zone, _ contexts: [Features.Context], _ others: [Mention])
    {
        let rival =
            others.last { $0.group != mention.group && self.zone($0) == .before }
            ?? others.last { $0.group != mention.group && self.zone($0) == .earlier }
        if let rival { features.add("\(zone.rawValue):rival=\(governor(rival))", with: contexts) }
        guard candidate.start > sentence.range.lowerBound else { return }
        let before = scene.text[candidate.start - 1]
        if Self.passives.contains(before) { features.add("\(zone.rawValue):passive", with: contexts) }
        if let first = sentence.mentions.first(where: { !$0.codes.isEmpty }), first.start == mention.start {
            features.add("\(zone.rawValue):first", with: contexts)
        }
    }

    private static let passives = Set("被遭受获让".unicodeScalars.map(\.value))

    /// The character before the mention's whole group: 对美国和欧盟 governs both.
    private func governor(_ mention: Mention) -> String {
        let first = sentence.mentions.first { $0.group == mention.group } ?? mention
        guard first.start > sentence.range.lowerBound else { return "^" }
        if let trigger = sentence.triggers.last(where: { $0.headEnd == first.start }) {
            return trigger.start == candidate.start ? "T" : "t"
        }
        let before = scene.text[first.start - 1]
        if isClauseStop(before) { return "^" }
        return isHan(before) ? scene.text.string(first.start - 1..<first.start) : "."
    }

    private func inMind(_ features: inout Features, _ code: String, _ contexts: [Features.Context], _ state: String) {
        if let speaker = quote?.speaker, speaker.codes.contains(code) {
            features.add("\(state):speaker\(speaker.acts ? "" : "-")", with: contexts)
        }
        if let subject, subject.codes.contains(code) { features.add("\(state):subject", with: contexts) }
        if quote != nil { features.add("\(state):quoted", with: contexts) }
        if let rank = scene.titleCodes.firstIndex(of: code) { features.add("\(state):title=\(min(rank, 2))", with: [contexts[0]]) }
        if let rank = scene.frequentCodes.firstIndex(of: code) { features.add("\(state):rank=\(min(rank, 4))", with: [contexts[0]]) }
        guard candidate.sentence > 0 else { return }
        let previous = scene.sentences[candidate.sentence - 1]
        if let first = previous.mentions.first(where: { $0.acts && !$0.codes.isEmpty }), first.codes.contains(code) {
            features.add("\(state):was-subject", with: [contexts[0]])
        }
        if previous.mentions.contains(where: { $0.codes.contains(code) }) { features.add("\(state):was-named", with: [contexts[0]]) }
    }
}
