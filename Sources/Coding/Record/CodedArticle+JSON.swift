import Foundation
import Press

extension CodedArticle {
    /// The article as one line of JSON in the form of schema `rapport/1`, without the line's end.
    public func jsonLine() -> String {
        var json = JSONWriter()
        json.object { json in
            json.key("schema")
            json.value(Self.schema)
            json.key("article")
            json.article(article, script: script)
            json.key("sentences")
            json.array(sentences) { json, range in
                json.array([range.lowerBound, range.upperBound]) { $0.value($1) }
            }
            json.key("events")
            json.array(events) { $0.event($1) }
            json.key("statements")
            json.array(statements) { $0.statement($1) }
            for key in ["channels", "commitments", "forecasts", "figures"] {
                json.key(key)
                json.array([String]()) { $0.value($1) }
            }
        }
        return json.text
    }
}

extension JSONWriter {
    mutating func field(_ name: String, _ value: String?) {
        key(name)
        self.value(value)
    }

    fileprivate mutating func article(_ article: Article, script: String) {
        object { json in
            json.field("id", article.id)
            json.field("path", article.path)
            json.field("url", article.url)
            json.field("title", article.title)
            json.field("outlet", article.outlet)
            json.field("published", article.published.map { $0.formatted(.iso8601) })
            json.field("local_date", article.localDate)
            json.field("clock", article.clock)
            json.field("script", script)
            json.field("text", article.text)
            json.key("passages")
            json.array(article.passages) { json, passage in
                json.object { json in
                    json.field("kind", passage.kind.rawValue)
                    json.key("start")
                    json.value(passage.start)
                    json.key("end")
                    json.value(passage.end)
                }
            }
            json.key("flags")
            json.array(article.flags) { $0.value($1) }
        }
    }

    fileprivate mutating func span(_ span: Span?) {
        key("start")
        if let span { value(span.start) } else { null() }
        key("end")
        if let span { value(span.end) } else { null() }
    }

    fileprivate mutating func party(_ party: Party) {
        object { json in
            json.field("code", party.code)
            json.field("name", party.name)
            json.field("kind", party.kind)
            json.field("sector", party.sector)
            json.field("office", party.office)
            json.field("text", party.span?.text)
            json.span(party.span)
            json.key("reference")
            if let reference = party.reference {
                json.object { json in
                    json.key("distance")
                    json.value(reference.distance)
                    json.key("confidence")
                    json.value(reference.confidence)
                }
            } else {
                json.null()
            }
        }
    }

    mutating func event(_ event: EventMention) {
        object { json in
            json.field("id", event.id)
            json.key("sentence")
            json.value(event.sentence)
            json.key("trigger")
            json.object { json in
                json.field("text", event.trigger.text)
                json.span(event.trigger)
            }
            json.field("type", event.type.rawValue)
            json.field("mode", event.mode)
            json.key("contexts")
            json.array(event.contexts) { $0.value($1) }
            json.field("quad", event.quad.rawValue)
            json.key("score")
            json.value(event.score)
            json.field("cameo", event.cameo)
            json.key("actors")
            json.array(event.actors) { $0.party($1) }
            json.key("recipients")
            json.array(event.recipients) { $0.party($1) }
            json.field("aux", event.aux)
            json.key("date")
            if let date = event.date { json.date(date) } else { json.null() }
            json.field("place", event.place)
            json.field("source", event.source)
            json.key("confidence")
            json.value(event.confidence)
        }
    }

    fileprivate mutating func date(_ date: DateSpan) {
        object { json in
            json.field("start", date.start)
            json.field("end", date.end)
            json.field("precision", date.precision)
            json.field("text", date.text)
        }
    }

    mutating func statement(_ statement: Statement) {
        object { json in
            json.key("speaker")
            if let speaker = statement.speaker { json.party(speaker) } else { json.null() }
            json.field("verb", statement.verb)
            json.field("text", statement.span.text)
            json.span(statement.span)
            json.key("direct")
            json.value(statement.direct)
            json.key("sentences")
            json.array(statement.sentences) { $0.value($1) }
            json.key("addressee")
            if let addressee = statement.addressee { json.party(addressee) } else { json.null() }
            for (name, span) in [("topic", statement.topic), ("via", statement.via)] {
                json.key(name)
                guard let span else {
                    json.null()
                    continue
                }
                json.object { json in
                    json.field("text", span.text)
                    json.span(span)
                }
            }
        }
    }
}
