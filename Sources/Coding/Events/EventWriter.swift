import Prose
import World

extension EventCoder {
    /// The mention as the record keeps it.
    func write(_ event: Decision, id: String) -> EventMention {
        let scene = self.scene
        let sentence = scene.sentences[event.candidate.sentence]
        let mode = mode(event)
        let named = DateChooser(scene: scene).date(of: event.candidate, type: event.type)
        let aux = aux(event, named) ?? (isAhead(event.type, named) ? "future" : nil)
        let date = aux == "future" ? named.flatMap(planned) : named.flatMap(happened)
        let codes = scene.world.plover.codes(event.type, mode: mode)
        return EventMention(
            id: id, sentence: event.candidate.sentence, trigger: span(event.candidate.start..<event.candidate.headEnd), type: event.type,
            mode: mode, contexts: scene.world.plover.contexts(of: scene.text, in: sentence.range), quad: codes.quad, score: codes.score,
            cameo: codes.cameo,
            actors: event.roles.actors.map { party($0, event.candidate) },
            recipients: event.roles.recipients.map { party($0, event.candidate) },
            aux: aux, date: date.map(dateSpan), place: nil, source: nil,
            confidence: (models.calibration.confidence(event.probability) * 1000).rounded() / 1000)
    }

    // MARK: - Private

    private func span(_ range: Range<Int>) -> Span {
        Span(text: scene.document.string(range), start: range.lowerBound, end: range.upperBound)
    }

    /// 27日受审: a deed on a day to come is planned, whatever the words; what is said is said now.
    private func isAhead(_ type: EventType, _ time: TimeMention?) -> Bool {
        guard let time, let today = scene.document.today else { return false }
        return time.precision == .day && time.first > today && time.first - today < 120 && !DateSharing.isSaid(type) && type != .consult
    }

    /// A plan of 2021 that names 2030 names a goal: nobody fixes a meeting ten years ahead.
    private func planned(_ time: TimeMention) -> TimeMention? {
        guard let today = scene.document.today else { return time.ahead }
        return time.ahead.first - today <= 400 ? time.ahead : nil
    }

    /// 承诺2060年实现碳中和 was promised before 2060: what is not to come happened by the day of writing, or its date is another's.
    private func happened(_ time: TimeMention) -> TimeMention? {
        guard let today = scene.document.today, time.first > today else { return time }
        return nil
    }

    /// The mention of a code that stands nearest to the trigger; without one in the sentence, the code alone.
    private func party(_ code: String, _ candidate: Candidate) -> Party {
        let sentence = scene.sentences[candidate.sentence]
        let mine = sentence.mentions.filter { $0.codes.contains(code) }
        let nearest = mine.min { distance($0, candidate) < distance($1, candidate) }
        guard let nearest else {
            return Party(code: code, name: scene.world.name(of: code), kind: kind(code), sector: nil, office: nil, span: nil)
        }
        let isShared = nearest.codes.count > 1 || !nearest.isPerson
        return Party(
            code: code, name: isShared ? scene.world.name(of: code) : nearest.name, kind: isShared ? kind(code) : "person",
            sector: nearest.sector, office: nearest.office, span: span(nearest.start..<nearest.end),
            reference: nearest.reference)
    }

    private func distance(_ mention: Mention, _ candidate: Candidate) -> Int {
        let gap = mention.end <= candidate.start ? candidate.start - mention.end : max(0, mention.start - candidate.headEnd)
        return mention.acts ? gap : gap + 100
    }

    private func kind(_ code: String) -> String { code.utf8.count == 3 && code != "EUR" && code != "UNO" ? "state" : "organisation" }

    private func mode(_ event: Decision) -> String? {
        var features = event.features
        features.add("type=" + event.type.rawValue)
        let probabilities = models.mode.probabilities(features)
        if let best = models.modes[event.type]?.max(by: { probabilities[$0.index] < probabilities[$1.index] }) { return best.mode }
        return event.candidate.frames.lazy.map { scene.world.frames[$0] }.first { $0.type == event.type }?.mode
    }

    private func aux(_ event: Decision, _ date: TimeMention?) -> String? {
        // More than a year before publication is the guidelines' bound.
        if let date, let today = scene.document.today, today - date.last > 365 { return "historical" }
        var features = event.features
        features.addWithAll("type=" + event.type.rawValue)
        let probabilities = models.aux.probabilities(features)
        guard let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }) else { return nil }
        let aux = models.aux.classes[best]
        return aux == "none" || aux == "historical" ? nil : aux
    }

    private func dateSpan(_ time: TimeMention) -> DateSpan {
        let bounds = time.isoBounds
        return DateSpan(
            start: bounds.start, end: bounds.end, precision: time.precision.rawValue, text: scene.document.string(time.start..<time.end))
    }
}
