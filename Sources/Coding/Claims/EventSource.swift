import Prose
import World

/// Adds to event mentions whose word they are and the place that their sentence states.
struct EventSource {
    let scene: Scene
    let claims: Claims
    private var words: SayingWords { scene.world.sayingWords }

    func sourced(_ events: [EventMention]) -> [EventMention] {
        events.map { $0.with(place: place($0), source: source($0)) }
    }

    // MARK: - Private

    private func source(_ event: EventMention) -> String? {
        if let quote = scene.quote(at: event.trigger.start) {
            return quote.speakerName.map { scene.document.string($0) }
        }
        return claims.source(at: event.trigger.start, in: event.sentence).map { scene.document.string($0.name) }
    }

    /// 在安克雷奇举行会谈, 在北京会见: what stands between 在 and the act in its clause, if it is a place's name.
    private func place(_ event: EventMention) -> String? {
        let sentence = scene.sentences[event.sentence]
        let clause = sentence.clauseRange(at: event.trigger.start)
        let before = clause.lowerBound..<max(clause.lowerBound, min(event.trigger.start, clause.upperBound))
        guard let at = before.last(where: { isLocating($0, sentence) }) else { return nil }
        if let mention = sentence.mentions.first(where: { $0.start == at + 1 }) {
            return isPlace(mention, of: event, sentence, clause) ? scene.document.string(mention.start..<mention.end) : nil
        }
        return held(from: at + 1, event, sentence).map { scene.document.string($0) }
    }

    /// 在, and 于 that is no part of 对于 or 由于 nor of a name (文在寅).
    private func isLocating(_ at: Int, _ sentence: ReadSentence) -> Bool {
        switch scene.text[at] {
        case 0x5728:
            !sentence.mentions.contains { $0.start < at && $0.end > at }
                && !(at > sentence.range.lowerBound && Self.topicLeads.contains(scene.text[at - 1]))
        case 0x4E8E: sentence.times.contains { $0.end == at } || sentence.mentions.contains { $0.end == at }
        default: false
        }
    }

    /// A state, capital or seat where the act was done. 在中国征收关税之后 says when: there the state itself acts, unless the act is suffered (在中国被捕).
    private func isPlace(_ mention: Mention, of event: EventMention, _ sentence: ReadSentence, _ clause: Range<Int>) -> Bool {
        let text = scene.text
        guard mention.kind == .state || mention.kind == .seat, mention.end - mention.start >= 2, mention.end <= event.trigger.start,
            !words.ends(mention.start..<mention.end, in: .government, of: text),
            !words.has(.notPlace, at: mention.end, of: text, within: clause),
            !sentence.times.contains(where: { $0.start == mention.end }),
            mention.kind == .seat || mention.end < clause.upperBound && !Self.joiners.contains(text[mention.end])
        else { return false }
        let gap = mention.end..<event.trigger.start
        let isOther = sentence.triggers.contains { $0.start >= gap.lowerBound && $0.headEnd <= gap.upperBound }
        let isMeeting = gap.contains { words.has(.held, at: $0, of: text, within: gap) }
        // 在莫斯科与印度外长苏杰生会晤
        guard isMeeting || gap.count <= (mention.kind == .seat ? 24 : 8) && !isOther, !text[gap].contains(where: Self.breaks.contains)
        else { return false }
        // 在北京会见中国外长: who meets is named by the first word of its state, which is where they meet.
        let acts = event.type.isDirected && event.actors.contains { $0.span?.start == mention.start }
        return !acts || Self.suffered.contains(text[event.trigger.start]) || gap.contains { Self.suffered.contains(text[$0]) }
    }

    /// 在美国与中国竞争时 says when, 在莫斯科与… where.
    private static let joiners = PointSet("与和跟同及、")
    /// 对在香港镇压者究责: 在 is a part of whom the act is toward.
    private static let topicLeads = PointSet("对就因")
    private static let breaks = PointSet("《“「并而")
    /// 被 遭 受 获
    private static let suffered = PointSet("被遭受获")

    /// A place that no table knows, known by 举行 or 召开 behind it.
    private func held(from start: Int, _ event: EventMention, _ sentence: ReadSentence) -> Range<Int>? {
        guard !sentence.times.contains(where: { $0.start == start }) else { return nil }
        let limit = min(sentence.range.upperBound, start + 12)
        guard
            let end = (start..<limit).first(where: { words.has(.held, at: $0, of: scene.text, within: sentence.range) }),
            (2...8).contains(end - start), end <= event.trigger.start + 2,
            scene.text[start..<end].allSatisfy({ isHan($0) && !Self.foreign.contains($0) })
        else { return nil }
        return start..<end
    }

    /// Characters that show a time, a setting or a phrase, not a place.
    private static let foreign = PointSet("电话视频线网上实质的了是和与上下中里时后前间会内此该第一二三四五六七八九十日月年次场方面对就将再这那其各议坛")
}

extension EventMention {
    func with(place: String?, source: String?) -> EventMention {
        EventMention(
            id: id, sentence: sentence, trigger: trigger, type: type, mode: mode, contexts: contexts, quad: quad, score: score,
            cameo: cameo,
            actors: actors, recipients: recipients, aux: aux, date: date, place: place, source: source, confidence: confidence)
    }
}
