import Coding
import Ledger
import Press

extension ArticleRecord {
    /// The sentences that an event is coded in, in order, with where they stand in the text.
    var evidence: [(range: Range<Int>, words: String)] {
        let scalars = Array(article.text.unicodeScalars)
        return evidenceSentences.map { index in
            let range = coded.sentences[index].clamped(to: 0..<scalars.count)
            return (range, string(scalars[range]))
        }
    }

    private var evidenceSentences: [Int] {
        Set(coded.events.map(\.sentence)).filter { coded.sentences.indices.contains($0) }.sorted()
    }

    /// The article as strangers may read it: its title and its evidence, a passage each; codings moved along.
    var excerpt: ArticleRecord {
        let scalars = Array(article.text.unicodeScalars)
        let title = article.passages.first { $0.kind == .title }.map { ($0.start..<max($0.start, $0.end)).clamped(to: 0..<scalars.count) }
        var text = title.map { string(scalars[$0]) } ?? article.title
        var passages = [Passage(kind: .title, start: 0, end: text.unicodeScalars.count)]
        var shifts: [Int: Int] = [:]
        for index in evidenceSentences {
            let range = coded.sentences[index].clamped(to: 0..<scalars.count)
            if let title, title.lowerBound <= range.lowerBound, range.upperBound <= title.upperBound {
                shifts[index] = -title.lowerBound
                continue
            }
            text += "\n\n"
            let start = text.unicodeScalars.count
            text += string(scalars[range])
            passages.append(Passage(kind: .body, start: start, end: start + range.count))
            shifts[index] = start - range.lowerBound
        }
        let events = coded.events.compactMap { event in
            shifts[event.sentence].map { event.moved(by: $0, within: coded.sentences[event.sentence]) }
        }
        let short = Article(
            id: article.id, path: article.path, url: article.url, title: article.title, outlet: article.outlet, site: article.site,
            published: article.published, localDate: article.localDate, clock: article.clock, text: text, passages: passages)
        return ArticleRecord(
            coded: CodedArticle(article: short, script: coded.script, sentences: [], events: events, statements: []), events: self.events)
    }
}

extension EventMention {
    /// The same with its words elsewhere; parties named outside the sentence lose their place.
    fileprivate func moved(by shift: Int, within sentence: Range<Int>) -> EventMention {
        func moved(_ span: Span) -> Span { Span(text: span.text, start: span.start + shift, end: span.end + shift) }
        func moved(_ party: Party) -> Party {
            Party(
                code: party.code, name: party.name, kind: party.kind, sector: party.sector, office: party.office,
                span: party.span.flatMap { sentence.lowerBound <= $0.start && $0.end <= sentence.upperBound ? moved($0) : nil })
        }
        return EventMention(
            id: id, sentence: self.sentence, trigger: moved(trigger), type: type, mode: mode, contexts: contexts, quad: quad, score: score,
            cameo: cameo, actors: actors.map(moved), recipients: recipients.map(moved), aux: aux, date: date, place: place, source: source,
            confidence: confidence)
    }
}
