import Prose
import World

/// Tells acts that words put before the days of the news, as `earlier` in times.txt has them (报复英国先前的制裁): what dates the news does not date these.
struct EarlierActs {
    let scene: Scene

    /// How far the words go that put an act before the news.
    enum Setting {
        /// There are none.
        case none
        /// They open the sentence (几天前，中美会谈): its own times may date the act.
        case sentence
        /// They stand before the act in its clause.
        case clause
    }

    func setting(of act: DatedAct) -> Setting {
        guard act.aux != "future" else { return .none }
        let sentence = scene.sentences[act.sentence]
        let clause = clause(of: act)
        let words = scene.world.timeWords.earlier.matches(
            in: scene.text, range: clause.lowerBound..<max(clause.lowerBound, act.trigger.lowerBound))
        if words.contains(where: { isOf(act, $0, sentence) }) { return .clause }
        guard let opening = sentence.clauses.first, opening != clause else { return .none }
        return scene.world.timeWords.earlier.matches(in: scene.text, range: opening)
            .contains { $0.start - opening.lowerBound <= Self.joining && $0.end == opening.upperBound - 1 } ? .sentence : .none
    }

    /// Whether a time is out of question for such an act: the day of the news, or one that another clause of its sentence has.
    func isOfTheNews(_ choice: TimeChoice, _ act: DatedAct, _ setting: Setting) -> Bool {
        switch setting {
        case .none: false
        case .sentence where choice.sentence == act.sentence: false
        case .clause where choice.sentence == act.sentence: choice.time.precision == .day && !clause(of: act).contains(choice.time.start)
        default: scene.document.today.map { choice.time.first >= $0 - 1 } ?? false
        }
    }

    // MARK: - Private

    /// Letters before the word that opens a sentence: 而此前，.
    private static let joining = 2

    private func clause(of act: DatedAct) -> Range<Int> { scene.sentences[act.sentence].clauseRange(at: act.trigger.lowerBound) }

    /// Not where the word belongs to another noun (对最近颁布的法律表示关切), to a name, to another part of a headline (曾见证出走 领馆关闭), or to what a speaker charges another
    /// with (他表示，朝鲜不久前试射导弹违反决议).
    private func isOf(_ act: DatedAct, _ word: Lexicon.Match, _ sentence: ReadSentence) -> Bool {
        let isSaid = act.type.isSaid && sentence.chunks.contains { $0.entry.kind == .speech && $0.end <= word.start }
        let isName = sentence.mentions.contains { $0.start < word.end && word.start < $0.end }
        let between = scene.text[word.end..<max(word.end, act.trigger.lowerBound - 1)]
        let isOfAnother = between.contains(0x7684)  // 的
        let isApart = between.contains(0x20) && sentence.kind == .title
        return !isSaid && !isName && !isOfAnother && !isApart
    }
}
