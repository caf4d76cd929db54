import Prose
import World

// Which of several a word means, by what readers said of such words.

extension ReferenceResolver {
    /// What was asked of the model: words, and each whom they may mean with what holds of it.
    struct Asked {
        let start: Int
        let end: Int
        let choices: [(referent: Referent, features: Features)]
    }

    /// Words whose meaning the rules alone settle: two or three together (双方), and such as readers gave too few of.
    private static let ruledAlone: Set = ["pair", "triple", "state", "former", "latter"]

    /// Sets beside what the rules say what the model (`referent` in `referents.txt`) does, which weighs it among other signs; not where only some
    /// states have such a body (国务院). It is surer than it is right (of those said at 0.96, 0.89 were), so that its sums count for seven tenths.
    mutating func choose(_ mention: inout Mention, asked: Mention, _ before: ArraySlice<Mention>, _ after: ArraySlice<Mention>) {
        let kind = ReferenceFeatures.kind(asked)
        if Self.ruledAlone.contains(kind) || owners[mention.name] != nil || kind == "its" && isGoverned(its: mention) { return }
        let ruled = mention.codes
        let features = ReferenceFeatures(self, asked, ruled: ruled, before, after, named: isStudied)
        let choices = features.choices()
        if isStudied {
            self.asked.append(Asked(start: mention.start, end: mention.end, choices: choices.map { ($0, features.features($0)) }))
        }
        guard let model, choices.count > 1 else { return }
        let shares = Coding.shares(choices.map { model.sum(features.features($0)) * 7 / 10 })
        guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }) else { return }
        let sure = Double(shares[best])
        guard let code = choices[best].code else {
            mention.codes = []
            mention.reference = nil
            return
        }
        if !ruled.contains(code) {
            if kind == "person" || kind == "people" || kind == "speaker" { speakFor(code, before, &mention) }
            mention.codes = [code]
        }
        let distance = mention.reference.flatMap { ruled.contains(code) ? $0.distance : nil } ?? at - choices[best].sentence
        mention.reference = Reference(distance: distance, confidence: (sure * 100).rounded() / 100)
    }

    /// 他 is the person of that state who was named last.
    private func speakFor(_ code: String, _ before: ArraySlice<Mention>, _ mention: inout Mention) {
        let antecedent = before.last { Self.isSomebody($0) && $0.codes.contains(code) }
        mention.acts = antecedent?.acts ?? true
        mention.name = antecedent?.name ?? people.first { $0.codes.contains(code) }?.name ?? mention.name
        mention.office = antecedent?.office
    }
}
