import Coding

/// One sentence of an explanation as JSON.
struct ExplainedSentenceData: Encodable, Sendable {
    let text: String
    let words: [Word]
    let parties: [Meaning]
    let times: [Meaning]
    let readings: [Reading]
    let events: [MentionData]

    struct Word: Encodable, Sendable {
        let text: String
        let kind: String
    }

    struct Meaning: Encodable, Sendable {
        let text: String
        let meaning: String
    }

    /// A trigger's readings, likeliest first.
    struct Reading: Encodable, Sendable {
        let trigger: String
        let origins: [String]
        let odds: [Odds]
        let reasons: [Reason]
        let roles: [Role]
    }

    struct Odds: Encodable, Sendable {
        let type: String
        let probability: Double
    }

    struct Reason: Encodable, Sendable {
        let feature: String
        let weight: Double
    }

    struct Role: Encodable, Sendable {
        let code: String
        let actor: Double
        let recipient: Double
    }

    init(_ sentence: Explanation.Sentence) {
        text = sentence.text
        words = sentence.words.map { Word(text: $0.text, kind: $0.kind) }
        parties = sentence.parties.map { Meaning(text: $0.text, meaning: $0.meaning) }
        times = sentence.times.map { Meaning(text: $0.text, meaning: $0.meaning) }
        readings = sentence.readings.map { reading in
            Reading(
                trigger: reading.trigger, origins: reading.origins,
                odds: reading.odds.map { Odds(type: $0.type, probability: $0.probability) },
                reasons: reading.reasons.map { Reason(feature: $0.feature, weight: $0.weight) },
                roles: reading.roles.map { Role(code: $0.code, actor: $0.actor, recipient: $0.recipient) })
        }
        events = sentence.events.map { MentionData($0, event: nil) }
    }
}
