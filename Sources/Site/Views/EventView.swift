import Ledger
import World

/// An event as a line of a list shows it.
struct EventView: View {
    let id: String
    let when: String
    /// As a list shows it: short where a heading names the month.
    let listed: String
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
    let outlets: [NameLink]
    let moreOutlets: String?
    let article: String
    let voices: String
    /// The day's page; nil where the day is not known.
    let day: String?
    /// Who and to whom, each leading to its page.
    let actorLinks: [NameLink]
    let recipientLinks: [NameLink]
    /// Day, type and parties in one line, for a chart's label.
    var headline: String { "\(when) \(type)\(separator)\(recipients.map { "\(actors) → \($0)" } ?? actors)" }
    private let separator: String

    private static let outletsShown = 3

    /// The words that were searched for, folded, in a sentence that was folded one character for one.
    private static func marks(of words: [String], in sentence: String) -> [Mark] {
        words.flatMap { word in
            sentence.ranges(of: word).map { range in
                let start = sentence[..<range.lowerBound].unicodeScalars.count
                return Mark(range: start..<(start + word.unicodeScalars.count), cssClass: "party")
            }
        }
    }

    init(_ event: EventRecord, _ writer: Writer, isUnderMonth: Bool = false, words: [String] = []) {
        id = event.id
        when = writer.when(event)
        listed = isUnderMonth ? writer.shortWhen(event) : writer.briefWhen(event)
        iso = event.start
        type = writer.type(event.type)
        meaning = writer.types.meaning(event.type, writer.language)
        tone = event.quad.tone
        status = event.status == .happened ? nil : writer.text("status-\(event.status.rawValue)")
        actors = event.actors.isEmpty ? writer.text("someone") : writer.list(event.actors.map(writer.name))
        recipients = event.recipients.isEmpty ? nil : writer.list(event.recipients.map(writer.name))
        sentence = segments(
            event.sentence,
            marks: [Mark(range: event.trigger, cssClass: event.quad.tone, hint: writer.type(event.type))]
                + (words.isEmpty ? [] : Self.marks(of: words, in: writer.fold(event.sentence).lowercased())))
        lang = languageTag(event.best.script)
        let more = event.outlets.count - Self.outletsShown
        outlets = writer.outletLinks(event.outlets, limit: Self.outletsShown)
        moreOutlets =
            event.outlets.isEmpty ? writer.text("outletUnknown") : more > 0 ? writer.bracketed(writer.count("moreOutlets", more)) : nil
        day = event.start.flatMap { ["day", "published"].contains(event.precision) ? Address.day($0) : nil }
        actorLinks = writer.links(event.actors)
        recipientLinks = writer.links(event.recipients)
        separator = writer.colon
        article = event.best.id
        voices = writer.count("voices", event.voices)
    }
}
