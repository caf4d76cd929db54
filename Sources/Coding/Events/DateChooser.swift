import Prose
import World

/// Chooses the time that dates an event among those that its sentence names.
struct DateChooser {
    let scene: Scene

    /// The nearest time of the trigger's own clause, else the last one before it in the sentence; nil without a cue.
    func date(of candidate: Candidate, type: EventType) -> TimeMention? {
        let sentence = scene.sentences[candidate.sentence]
        let clause = sentence.clauses[sentence.clause(at: candidate.start)]
        let times = sentence.times.filter { !isNamesPart($0, sentence) }
        let own = times.filter { $0.start >= clause.lowerBound && $0.end <= clause.upperBound }
        let before = own.filter { $0.end <= candidate.start }
        // 周四…在对2021年工作的会议上呼吁: the day dates the act, the year its topic.
        let chosen = before.last { $0.precision == .day } ?? before.last ?? own.first ?? times.last { $0.end <= candidate.start }
        guard let chosen else { return nil }
        // 周一签署行政令，并将剔除: the marker says nothing of a time in another clause.
        return chosen.start >= clause.lowerBound && liesAhead(candidate, sentence) ? chosen.ahead : chosen
    }

    /// 《2020年国际宗教自由报告》 and 自1971年来 date nothing that the sentence tells.
    private func isNamesPart(_ time: TimeMention, _ sentence: ReadSentence) -> Bool {
        let before = scene.text[sentence.range.lowerBound..<time.start]
        let opened = before.lastIndex(of: 0x300A) ?? -1  // 《
        let closed = before.lastIndex(of: 0x300B) ?? -1  // 》
        if opened > closed { return true }
        guard before.last == 0x81EA, time.end < sentence.range.upperBound else { return false }  // 自
        return scene.text[time.end] == 0x6765 || scene.text[time.end] == 0x4EE5  // 来 以
    }

    /// 将于周五访问: a marker of the future stands before the trigger in its clause.
    private func liesAhead(_ candidate: Candidate, _ sentence: ReadSentence) -> Bool {
        let clause = sentence.clauses[sentence.clause(at: candidate.start)]
        return sentence.chunks.contains {
            $0.entry.kind == .marker && $0.entry.sector == "future" && $0.start >= clause.lowerBound && $0.end <= candidate.start
        }
    }
}
