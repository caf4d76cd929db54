import Prose
import World

/// Tells acts that words put before the days of the news, as `earlier` in times.txt has them (报复英国先前的制裁), or on many days, as `often` has them (多次警告): what
/// dates the news does not date these.
struct EarlierActs {
    let scene: Scene

    /// How far the words go that put an act before the news.
    enum Setting {
        /// There are none.
        case none
        /// They open the sentence (几天前，中美会谈): its own times may date the act.
        case sentence
        /// They open the sentence and stand in its clause too (近日，中国周三驱逐外交官，报复美国先前的制裁): its own times may, but for the news.
        case both
        /// They open its clause (股市周四下跌，此前中美会谈): no other clause's day dates the act.
        case clause
        /// They stand beside it (6月15日，双方曾交火): a day that stands alone before may.
        case act
        /// They tell beside it of many days: as with those, and no day of another sentence does.
        case often
    }

    func setting(of act: DatedAct) -> Setting {
        guard act.aux != "future" else { return .none }
        let sentence = scene.sentences[act.sentence]
        let clause = clause(of: act)
        let lead = clause.lowerBound..<max(clause.lowerBound, act.trigger.lowerBound)
        let word = scene.world.timeWords.earlier.matches(in: scene.text, range: lead).first { isOf(act, $0, sentence) }
        if let opening = sentence.clauses.first, opening != clause, opens(opening) { return word == nil ? .sentence : .both }
        if let word { return isFirst(word, sentence, clause) ? .clause : .act }
        return isDoneOften(act, sentence, lead) ? .often : .none
    }

    /// Whether a time is out of question for such an act: the day of the news, or one that another clause of its sentence has, but for a day that stands alone
    /// before it.
    func isOfTheNews(_ choice: TimeChoice, _ act: DatedAct, _ setting: Setting) -> Bool {
        guard setting != .none else { return false }
        guard choice.sentence == act.sentence else { return isRecent(choice.time) || setting == .often && choice.time.precision == .day }
        let sentence = scene.sentences[act.sentence]
        let home = sentence.clauseRange(at: choice.time.start)
        guard choice.time.precision == .day, home != clause(of: act) else { return false }
        return switch setting {
        case .none, .sentence: false
        case .both: isRecent(choice.time) && Self.tells(home, sentence)
        case .clause: true
        case .act, .often: home.lowerBound > act.trigger.lowerBound || Self.tells(home, sentence)
        }
    }

    // MARK: - Private

    /// Ends of what tells an hour: 在会谈中, 访问时.
    private static let meanwhile = PointSet("中时里")
    /// Letters before the word that opens a sentence or a clause: 而此前，.
    private static let joining = 2

    private func isRecent(_ time: TimeMention) -> Bool { scene.document.today.map { time.first >= $0 - 1 } ?? false }

    /// Whether a clause begins with such a word: 而此前美国…, not 双方曾….
    private func isFirst(_ word: Lexicon.Match, _ sentence: ReadSentence, _ clause: Range<Int>) -> Bool {
        word.start - clause.lowerBound <= Self.joining
            && !sentence.chunks.contains {
                clause.lowerBound <= $0.start && $0.start < word.start && ($0.entry.kind.isName || $0.entry.kind == .pronoun)
            }
    }

    private func clause(of act: DatedAct) -> Range<Int> { scene.sentences[act.sentence].clauseRange(at: act.trigger.lowerBound) }

    /// Not where somebody says so: 他说，华为长期窃取机密 is charged on the day on which he speaks. Nor where it is within one hour: 在会谈中多次提到.
    /// - Parameter lead: the act's clause before its trigger.
    private func isDoneOften(_ act: DatedAct, _ sentence: ReadSentence, _ lead: Range<Int>) -> Bool {
        scene.world.timeWords.often.matches(in: scene.text, range: lead).contains { word in
            isOf(act, word, sentence) && scene.quote(at: word.start) == nil
                && !(word.start > lead.lowerBound && Self.meanwhile.contains(scene.text[word.start - 1]))
                && !sentence.chunks.contains { $0.entry.kind == .speech && $0.end <= word.start }
        }
    }

    /// Whether a clause is no more than such a word: 而此前，.
    private func opens(_ clause: Range<Int>) -> Bool {
        scene.world.timeWords.earlier.matches(in: scene.text, range: clause)
            .contains { $0.start - clause.lowerBound <= Self.joining && $0.end == clause.upperBound - 1 }
    }

    /// Whether somebody is named or something done in a clause; one that does neither sets the day of what stands behind it (6月15日，双方曾交火).
    private static func tells(_ clause: Range<Int>, _ sentence: ReadSentence) -> Bool {
        sentence.mentions.contains { clause.contains($0.start) } || sentence.triggers.contains { clause.contains($0.start) }
            || sentence.chunks.contains { $0.entry.kind == .speech && clause.contains($0.start) }
    }

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
