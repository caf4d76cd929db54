import Coding
import Foundation
import Ledger
import World

/// One coded act as it stands beside the sentence that reports it.
struct CodingView: View {
    let id: String
    let event: String?
    let type: String
    let trigger: String
    let tone: String
    let actors: String
    let recipients: String?
    let actorLinks: [NameLink]
    let recipientLinks: [NameLink]
    /// Date, negation, source and the like, in one line.
    let details: [Detail]

    /// A part of the line; the article's own words in it stand apart, since they are Chinese on an English page too.
    struct Detail: View {
        var dot = ""
        var before = ""
        var words: String?
        var wordsLang: String?
        var after = ""
    }

    init(_ mention: EventMention, event: String?, _ writer: Writer) {
        id = mention.id
        self.event = event
        type = writer.type(mention.type)
        trigger = mention.trigger.text
        tone = mention.quad.tone
        actors = mention.actors.isEmpty ? writer.text("someone") : writer.list(mention.actors.map { Self.party($0, writer) })
        recipients = mention.recipients.isEmpty ? nil : writer.list(mention.recipients.map { Self.party($0, writer) })
        actorLinks = writer.links(mention.actors)
        recipientLinks = writer.links(mention.recipients)
        details = Self.details(mention, writer)
        separator = writer.colon
    }

    /// What a pointer resting on the words reads.
    var hint: String { type + separator + (recipients.map { "\(actors) → \($0)" } ?? actors) }
    private let separator: String

    /// The party's name, with the state it acts for where that is another word.
    private static func party(_ party: Party, _ writer: Writer) -> String {
        guard let code = party.code else { return party.kind == "person" ? party.name : writer.word(party.name).run }
        let state = writer.name(code)
        return party.kind != "state" && party.name != state ? writer.own(party) + writer.bracketed(state) : state
    }

    private static func details(_ mention: EventMention, _ writer: Writer) -> [Detail] {
        var parts: [Detail] = []
        if let date = mention.date { parts.append(Detail(before: writer.calendar.span(date.start, date.end))) }
        if let mode = mention.mode {
            parts.append(Detail(before: writer.text("mode") + writer.colon + writer.mode(mode, of: mention.type)))
        }
        if let aux = mention.aux { parts.append(Detail(before: writer.aux(aux))) }
        if let place = mention.place.map(writer.word) { parts.append(Detail(words: place.run, wordsLang: place.runLang)) }
        if let source = mention.source.map(writer.word) {
            let around = writer.text("saidBy").components(separatedBy: "{source}")
            parts.append(
                Detail(before: around.first ?? "", words: source.run, wordsLang: source.runLang, after: around.dropFirst().joined()))
        }
        parts.append(Detail(before: "\(writer.text("scoreWord")) \(signed(mention.score))"))
        for index in parts.indices.dropFirst() { parts[index].dot = "\u{A0}· " }
        return parts
    }
}

/// The words of mentions that are marked in a text: triggers before parties, so that a trigger inside a party's name still shows.
func marks(_ mentions: [(mention: EventMention, view: CodingView)], linked: Bool) -> [Mark] {
    let triggers = mentions.map { mention, view in
        Mark(
            range: mention.trigger.start..<max(mention.trigger.start, mention.trigger.end), cssClass: view.tone, hint: view.hint,
            link: linked ? view.id : nil)
    }
    let parties = mentions.flatMap { mention, view in
        (mention.actors + mention.recipients).compactMap(\.span).map { span in
            Mark(range: span.start..<max(span.start, span.end), cssClass: "party", hint: view.hint, link: nil)
        }
    }
    return triggers + parties
}
