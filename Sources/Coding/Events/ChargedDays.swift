import Prose
import World

/// Tells the day of what a speaker charges another with from the day on which he speaks: 汪文斌表示，美方7月21日违反国际法 is no charge of 21 July, though the words
/// stand beside it, and those who speak after him do not speak on that day.
struct ChargedDays {
    let scene: Scene

    /// Whether a time stands behind what tells that the act's actor speaks, beside the one that is charged, before the words of the charge.
    func dates(_ choice: TimeChoice, whatIsChargedBy act: DatedAct) -> Bool {
        guard act.type == .accuse, choice.sentence == act.sentence, choice.time.end <= act.trigger.lowerBound else { return false }
        let sentence = scene.sentences[act.sentence]
        let speech = sentence.chunks.last { $0.entry.kind == .speech && $0.end <= choice.time.start }
        guard let speech else { return false }
        let named = { (codes: [String], range: Range<Int>) in
            sentence.mentions.contains {
                $0.start >= range.lowerBound && $0.end <= range.upperBound && $0.codes.contains(where: codes.contains)
            }
        }
        let (before, behind) = (sentence.range.lowerBound..<speech.start, speech.end..<act.trigger.lowerBound)
        return named(act.actors, before) && named(act.recipients, behind) && !named(act.actors, behind)
    }
}
