import Prose
import World

/// Chooses the time that dates an event among those that its sentence names.
struct DateChooser {
    let scene: Scene

    /// The nearest time of the trigger's own clause, else the last one before it in the sentence; nil without a cue.
    func date(of candidate: Candidate, type: EventType) -> TimeMention? {
        let sentence = scene.sentences[candidate.sentence]
        let clause = sentence.clauses[sentence.clause(at: candidate.start)]
        let own = sentence.times.filter { $0.start >= clause.lowerBound && $0.end <= clause.upperBound }
        let chosen = own.last { $0.end <= candidate.start } ?? own.first ?? sentence.times.last { $0.end <= candidate.start }
        guard let chosen else { return nil }
        return liesAhead(candidate, sentence) ? chosen.ahead : chosen
    }

    /// 将于周五访问: a marker of the future stands before the trigger in its clause.
    private func liesAhead(_ candidate: Candidate, _ sentence: ReadSentence) -> Bool {
        let clause = sentence.clauses[sentence.clause(at: candidate.start)]
        return sentence.chunks.contains {
            $0.entry.kind == .marker && $0.entry.sector == "future" && $0.start >= clause.lowerBound && $0.end <= candidate.start
        }
    }
}
