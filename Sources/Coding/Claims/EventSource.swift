import Prose
import World

/// Adds to event mentions whose word they are and the place that their sentence states.
struct EventSource {
    let scene: Scene
    let claims: Claims

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
        let clause = sentence.clauses[sentence.clause(at: event.trigger.start)]
        let before = clause.lowerBound..<max(clause.lowerBound, min(event.trigger.start, clause.upperBound))
        guard let at = before.last(where: { scene.text[$0] == 0x5728 || scene.text[$0] == 0x4E8E }) else { return nil }  // 在 于
        if let mention = sentence.mentions.first(where: { $0.start == at + 1 }) {
            let isPlace = mention.kind == .state || mention.kind == .seat
            return isPlace && mention.end <= event.trigger.start ? scene.document.string(mention.start..<mention.end) : nil
        }
        return held(from: at + 1, event, sentence).map { scene.document.string($0) }
    }

    /// A place that no table knows, known by 举行 or 召开 behind it.
    private func held(from start: Int, _ event: EventMention, _ sentence: ReadSentence) -> Range<Int>? {
        let limit = min(sentence.range.upperBound, start + 12)
        guard
            let end = (start..<limit).first(where: { point in Self.held.contains { scene.text.has($0, at: point, within: sentence.range) } }
            ),
            (2...8).contains(end - start), end <= event.trigger.start + 2,
            scene.text[start..<end].allSatisfy({ isHan($0) && !Self.foreign.contains($0) })
        else { return nil }
        return start..<end
    }

    private static let held = ["举行", "召开", "举办", "登场", "会晤", "会见", "会谈", "签署"].map { CodePoints(points: $0) }
    /// Characters that show a time, a setting or a phrase, not a place.
    private static let foreign = PointSet("的了是和与上下中里时后前间会内此该第一二三四五六七八九十日月年次场方面对就将再这那其各议坛")
}

extension EventMention {
    func with(place: String?, source: String?) -> EventMention {
        EventMention(
            id: id, sentence: sentence, trigger: trigger, type: type, mode: mode, contexts: contexts, quad: quad, score: score,
            cameo: cameo,
            actors: actors, recipients: recipients, aux: aux, date: date, place: place, source: source, confidence: confidence)
    }
}
