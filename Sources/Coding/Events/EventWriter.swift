import Prose
import World

extension EventCoder {
    /// An act is done, and not planned or denied, only where the model is so sure: cross-validated, 0.956 of the auxiliary modes are then right; 0.952 at
    /// one half and 0.954 at 0.8.
    static let plain: Float = 0.65

    /// The mention as the record keeps it.
    /// - Parameters:
    ///   - act: the event as far as its date depends on it.
    ///   - dated: its date.
    func write(_ event: Prospect, id: String, _ act: DatedAct, _ dated: TimeChoice?) -> EventMention {
        let scene = self.scene
        let sentence = scene.sentences[event.candidate.sentence]
        let mode = mode(event)
        let aux = isPast(dated?.time) ? "historical" : act.aux ?? (isAhead(dated?.time) ? "future" : nil)
        let codes = scene.world.plover.codes(event.type, mode: mode)
        return EventMention(
            id: id, sentence: event.candidate.sentence, trigger: span(event.candidate.trigger), type: event.type,
            mode: mode, contexts: scene.world.plover.contexts(of: scene.text, in: sentence.range), quad: codes.quad, score: codes.score,
            cameo: codes.cameo,
            actors: event.roles.actors.map { party($0, event.candidate) },
            recipients: event.roles.recipients.map { party($0, event.candidate) },
            aux: aux, date: dated.map { dateSpan($0, in: event.candidate.sentence) }, place: nil, source: nil,
            confidence: (models.calibration.confidence(event.probability) * 1000).rounded() / 1000)
    }

    /// An event as far as its date depends on it.
    func act(_ event: Prospect) -> DatedAct {
        DatedAct(
            sentence: event.candidate.sentence, trigger: event.candidate.trigger, type: event.type, aux: aux(event),
            actors: event.roles.actors, recipients: event.roles.recipients)
    }

    // MARK: - Private

    private func span(_ range: Range<Int>) -> Span {
        Span(text: scene.document.string(range), start: range.lowerBound, end: range.upperBound)
    }

    /// More than a year before publication is the guidelines' bound.
    private func isPast(_ time: TimeMention?) -> Bool {
        guard let time, let today = scene.document.today else { return false }
        return today - time.last > 365
    }

    /// A deed on a day to come is planned, whatever the words.
    private func isAhead(_ time: TimeMention?) -> Bool {
        guard let time, let today = scene.document.today else { return false }
        return time.first > today
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

    private func kind(_ code: String) -> String { Organisation.isCode(code) ? "organisation" : "state" }

    private func mode(_ event: Prospect) -> String? {
        var features = event.features
        features.add("type=" + event.type.rawValue)
        let probabilities = models.mode.probabilities(features)
        if let best = models.modes[event.type]?.max(by: { probabilities[$0.index] < probabilities[$1.index] }) { return best.mode }
        return event.candidate.frames.lazy.map { scene.world.frames[$0] }.first { $0.type == event.type }?.mode
    }

    /// Planned, denied or supposed; what is historical its date tells.
    private func aux(_ event: Prospect) -> String? {
        var features = event.features
        features.addWithAll("type=" + event.type.rawValue)
        let classes = models.aux.classes
        let probabilities = models.aux.probabilities(features)
        let likeliest = classes.indices.filter { classes[$0] != "none" && classes[$0] != "historical" }.max {
            probabilities[$0] < probabilities[$1]
        }
        let plain = classes.indices.filter { classes[$0] == "none" || classes[$0] == "historical" }.reduce(Float(0)) {
            $0 + probabilities[$1]
        }
        return plain < Self.plain ? likeliest.map { classes[$0] } : nil
    }

    /// Words only where the event's own sentence has them: elsewhere the date is inherited.
    private func dateSpan(_ choice: TimeChoice, in sentence: Int) -> DateSpan {
        let (time, bounds) = (choice.time, choice.time.isoBounds)
        return DateSpan(
            start: bounds.start, end: bounds.end, precision: time.precision.rawValue,
            text: choice.sentence == sentence ? scene.document.string(time.start..<time.end) : nil)
    }
}
