import World

/// What speaks for and against each prospect of an article. Cost: grows with the prospects, never with their square.
struct Clues {
    private let scene: Scene
    private let prospects: [Prospect]
    private let bySentence: [Int: [Int]]
    private var tally = Tally()
    private let title: Int?

    init(_ scene: Scene, _ prospects: [Prospect]) {
        (self.scene, self.prospects) = (scene, prospects)
        bySentence = Dictionary(grouping: prospects.indices) { prospects[$0].candidate.sentence }
        title = scene.sentences.firstIndex { $0.kind == .title }
        for prospect in prospects {
            for kind in [prospect.type.rawValue, words(prospect)] {
                tally.add(prospect.probability, of: kind, in: prospect.candidate.sentence)
            }
        }
    }

    /// A number for each ``Clue``.
    func values(_ index: Int) -> [Double] {
        var values = [Double](repeating: 0, count: Clue.allCases.count)
        let set = { (clue: Clue, value: Float) in values[clue.rawValue] = Double(value) }
        let prospect = prospects[index]
        alone(prospect, set)
        beside(index, set)
        elsewhere(prospect, set)
        around(prospect, set)
        stands(prospect, set)
        return values
    }

    // MARK: - Private

    private typealias Setter = (Clue, Float) -> Void

    private func alone(_ prospect: Prospect, _ set: Setter) {
        let odds = prospect.odds
        set(.likelihood, prospect.probability)
        set(.event, odds.both.event)
        set(.parties, prospect.roles.confidence)
        set(.eventByFeatures, odds.features.event)
        set(.eventByNet, odds.net?.event ?? -1)
        set(.type, odds.both.type)
        set(.typeByFeatures, odds.features.type)
        set(.typeByNet, odds.net?.type ?? -1)
    }

    private func beside(_ index: Int, _ set: Setter) {
        let prospect = prospects[index]
        let rivals = (bySentence[prospect.candidate.sentence] ?? []).filter { $0 != index }.map { prospects[$0] }
        set(.rival, highest(rivals))
        set(.rivals, rivals.reduce(0) { $0 + $1.probability })
        set(.rivalType, highest(rivals.filter { $0.type == prospect.type }))
    }

    private func elsewhere(_ prospect: Prospect, _ set: Setter) {
        let sentence = prospect.candidate.sentence
        let alike = tally.others(of: prospect.type.rawValue, than: sentence)
        set(.sameType, alike.highest)
        set(.sameTypes, alike.sum)
        set(.trigger, tally.others(of: words(prospect), than: sentence).highest)
    }

    private func around(_ prospect: Prospect, _ set: Setter) {
        let sentence = prospect.candidate.sentence
        let within = { (sentence: Int) in highest((bySentence[sentence] ?? []).map { prospects[$0] }) }
        set(.before, within(sentence - 1))
        set(.behind, within(sentence + 1))
        set(.title, sentence == title ? -1 : title.map(within) ?? 0)
    }

    private func stands(_ prospect: Prospect, _ set: Setter) {
        let (sentence, count) = (prospect.candidate.sentence, scene.sentences.count)
        let mentions = scene.sentences[sentence].mentions
        let named = mentions.reduce(into: Set<String>()) { $0.formUnion($1.codes) }
        set(.sentences, Float(count))
        set(.depth, Float(sentence))
        set(.part, Float(sentence) / Float(max(1, count - 1)))
        set(.actors, Float(prospect.roles.actors.count))
        set(.recipients, Float(prospect.roles.recipients.count))
        set(.unnamed, Float(prospect.roles.codes.count { !named.contains($0) }))
        set(.referred, Float(prospect.roles.codes.count { code in mentions.allSatisfy { !$0.codes.contains(code) || $0.inferred } }))
        set(.length, Float(scene.letters(in: scene.sentences[sentence].range)))
        set(.named, Float(named.count))
        set(.quoted, scene.quote(at: prospect.candidate.start) == nil ? 0 : 1)
        set(.told, scene.source(of: prospect.candidate) == nil ? 0 : 1)
        set(.hint, prospect.candidate.frames.allSatisfy { scene.world.frames[$0].isHint } ? 1 : 0)
    }

    private func highest(_ prospects: [Prospect]) -> Float { prospects.map(\.probability).max() ?? 0 }

    private func words(_ prospect: Prospect) -> String { scene.text.string(prospect.candidate.trigger) }
}

extension Roles {
    /// All parties, of either side.
    var codes: [String] { Set(actors + recipients).sorted() }
}
