import Prose
import World

/// Dates the mentions that name no time themselves from those around them that do.
///
/// A headline has the day of the event that the body dates; a speaker who goes on talking does so on the same day.
struct DateSharing {
    /// How far back a speaker's earlier words still date the later ones, in sentences.
    static let reach = 10

    /// - Parameter events: in the order of the text.
    static func shared(_ events: [EventMention]) -> [EventMention] {
        let named = Dictionary(grouping: events.filter { $0.date?.text != nil }, by: Act.init)
        var dated = events
        for index in dated.indices where dated[index].date == nil && dated[index].aux != "historical" {
            let event = dated[index]
            let source =
                sameAct(as: event, in: named[Act(event)] ?? []) ?? lead(of: event, in: events)
                ?? sameSpeaker(as: event, in: dated[..<index])
            if let date = source?.date {
                dated[index] = event.with(date: DateSpan(start: date.start, end: date.end, precision: date.precision, text: nil))
            }
        }
        return dated
    }

    // MARK: - Private

    /// What two mentions share that tell of the same act.
    private struct Act: Hashable {
        let type: EventType
        let aux: String?
        let sides: [[String?]]

        init(_ event: EventMention) {
            let (actors, recipients) = (event.actors.map(\.code), event.recipients.map(\.code))
            type = event.type
            aux = event.aux
            sides = event.type.isDirected ? [actors, recipients] : [(actors + recipients).sorted { ($0 ?? "") < ($1 ?? "") }]
        }
    }

    /// The nearest of the mentions of the same act that name a time: before it, or, for a headline, after.
    private static func sameAct(as event: EventMention, in alike: [EventMention]) -> EventMention? {
        if event.sentence == 0 { return alike.first }
        let later = alike.firstSorted { $0.sentence > event.sentence }
        return later > 0 ? alike[later - 1] : alike.first { $0.sentence - event.sentence <= reach }
    }

    /// What a headline tells happened when its actor does the first dated act of the body.
    private static func lead(of event: EventMention, in events: [EventMention]) -> EventMention? {
        guard event.sentence == 0, event.aux == nil else { return nil }
        return events.prefix { $0.sentence <= 3 }.first {
            $0.sentence > 0 && $0.aux == nil && $0.date?.text != nil && $0.date?.precision == "day"
                && $0.actors.map(\.code) == event.actors.map(\.code)
        }
    }

    /// The last thing that the same party said within reach.
    private static func sameSpeaker(as event: EventMention, in events: ArraySlice<EventMention>) -> EventMention? {
        guard isSaid(event.type) else { return nil }
        return events.reversed().prefix { event.sentence - $0.sentence <= reach }.first {
            $0.date?.precision == "day" && isSaid($0.type) && $0.aux == nil && $0.actors.map(\.code) == event.actors.map(\.code)
        }
    }

    static func isSaid(_ type: EventType) -> Bool {
        switch type {
        case .agree, .support, .concede, .request, .accuse, .reject, .threaten: true
        default: false
        }
    }
}

extension EventMention {
    func with(date: DateSpan?) -> EventMention {
        EventMention(
            id: id, sentence: sentence, trigger: trigger, type: type, mode: mode, contexts: contexts, quad: quad, score: score,
            cameo: cameo,
            actors: actors, recipients: recipients, aux: aux, date: date, place: place, source: source, confidence: confidence)
    }
}
