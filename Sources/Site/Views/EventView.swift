import Ledger
import World

/// An event as a line of a list shows it.
struct EventView: Sendable {
    let id: String
    let when: String
    let shortWhen: String
    /// For `<time>`; nil where the day is not known.
    let iso: String?
    let type: String
    let meaning: String
    let tone: String
    /// `planned`, `hypothetical`, `denied` in the reader's words; nil for what happened.
    let status: String?
    let actors: String
    /// nil where both sides act together.
    let recipients: String?
    let sentence: [Segment]
    let lang: String
    let outlets: String
    let article: String
    let voices: String

    init(_ event: EventRecord, _ writer: Writer) {
        id = event.id
        when = writer.when(event)
        shortWhen = writer.shortWhen(event)
        iso = event.start
        type = writer.type(event.type)
        meaning = writer.types.meaning(event.type, writer.language)
        tone = event.quad.tone
        status = event.status == .happened ? nil : writer.text("status-\(event.status.rawValue)")
        actors = event.actors.isEmpty ? writer.text("someone") : writer.list(event.actors.map(writer.name))
        recipients = event.recipients.isEmpty ? nil : writer.list(event.recipients.map(writer.name))
        sentence = segments(event.sentence, marks: [Mark(range: event.trigger, cssClass: event.quad.tone, hint: writer.type(event.type))])
        lang = languageTag(event.best.script)
        let shown = event.outlets.prefix(3)
        let more = event.outlets.count - shown.count
        outlets =
            event.outlets.isEmpty
            ? writer.text("outletUnknown")
            : writer.list(Array(shown)) + (more > 0 ? writer.bracketed(writer.count("moreOutlets", more)) : "")
        article = event.best.id
        voices = writer.count("voices", event.voices)
    }
}
