import Coding

/// One sentence of an explanation as its page shows it.
struct ExplainedSentence: View {
    let text: [Segment]
    let events: [CodingView]
    let hasEvents: Bool
    let readings: [ExplainedReading]
    let parties: [Named]
    let hasParties: Bool
    let times: [Named]
    let hasTimes: Bool
    let words: [Named]

    /// Words of the text with what they were taken for.
    struct Named: View {
        let text: String
        let meaning: [Run]
    }

    /// Sentences in order, each found in the text behind the one before, so that the offsets of its events can be marked.
    static func all(_ sentences: [Explanation.Sentence], in text: String, _ writer: Writer) -> [ExplainedSentence] {
        var rest = Array(text.unicodeScalars)[...]
        return sentences.map { sentence in
            let scalars = Array(sentence.text.unicodeScalars)
            let range = rest.firstRange(of: scalars)
            rest = range.map { rest[$0.upperBound...] } ?? rest
            return ExplainedSentence(sentence, scalars, at: range?.lowerBound, writer)
        }
    }

    private init(_ sentence: Explanation.Sentence, _ scalars: [UnicodeScalar], at start: Int?, _ writer: Writer) {
        let terms = ExplainedTerms(writer: writer)
        let codings = sentence.events.map { ($0, CodingView($0, event: nil, writer)) }
        text = segments(
            scalars, part: 0..<scalars.count, marks: start.map { start in marks(codings, linked: false).map { $0.moved(by: -start) } } ?? []
        )
        events = codings.map(\.1)
        hasEvents = !events.isEmpty
        readings = sentence.readings.map { ExplainedReading($0, terms) }
        parties = sentence.parties.map { Named(text: $0.text, meaning: terms.runs(terms.party($0.meaning))) }
        hasParties = !parties.isEmpty
        times = sentence.times.map { Named(text: $0.text, meaning: terms.runs(terms.time($0.meaning))) }
        hasTimes = !times.isEmpty
        words = sentence.words.map { Named(text: $0.text, meaning: terms.runs(terms.word($0.kind))) }
    }
}

/// A trigger with its likeliest readings, and what spoke for the first of them.
struct ExplainedReading: View {
    let trigger: String
    let odds: [Odds]
    /// Which type the reasons speak for: the likeliest, even where no event is likelier.
    let because: String
    let reasons: [Reason]
    let sides: [String]
    let hasSides: Bool
    let origins: String

    struct Odds: View {
        let name: String
        let share: String
        let bar: String
    }

    struct Reason: View {
        let feature: String
        let featureLang: String?
        let weight: String
        let tone: String
    }

    /// Parties that neither act nor are acted upon, by all likelihood, are left out.
    private static let leastRole = 0.05

    init(_ reading: Explanation.Reading, _ terms: ExplainedTerms) {
        trigger = reading.trigger
        odds = reading.odds.map {
            Odds(name: terms.type($0.type), share: percent($0.probability), bar: SmallCharts.part($0.probability))
        }
        because = terms.because(reading.odds.first { $0.type != "none" }?.type ?? "none")
        reasons = reading.reasons.map {
            Reason(
                feature: $0.feature, featureLang: Run.hasHan($0.feature) ? "zh" : nil, weight: hundredths($0.weight),
                tone: toneOf($0.weight))
        }
        sides = reading.roles.filter { $0.actor + $0.recipient > Self.leastRole }.map(terms.side)
        hasSides = !sides.isEmpty
        origins = reading.origins.joined(separator: ", ")
    }
}
