import World

/// A sentence as the net learns from it; `Scripts/learn-net` reads these.
package struct NetExample: Encodable, Sendable {
    /// What is asked about a candidate of the sentence.
    package struct Question: Encodable, Sendable {
        /// Which letters are the candidate's.
        let start: Int
        let end: Int
        /// The type of what it reports; `none`.
        package let label: String
        let features: [String]
        let parties: [Party]
        /// What may date it, none first; empty where that is not known.
        let dates: [Date]
    }

    package struct Party: Encodable, Sendable {
        /// Which letters are its mentions, each from its first to its end.
        let mentions: [[Int]]
        let features: [String]
        package let role: String
    }

    package struct Date: Encodable, Sendable {
        /// Which letters are the time's; empty where it stands in another sentence, or none is meant.
        let time: [Int]
        let features: [String]
        let isRight: Bool
    }

    /// The letters' code points, each party's name one blank.
    let letters: [UInt32]
    /// The letters' tags, letter by letter (``NetLetters/tags``).
    let tags: [UInt8]
    package let questions: [Question]
}

extension Study {
    /// A sentence with what its candidates turned out to be.
    /// - Parameter answers: candidates with the type that they report, what may date it, and for each party what it is to the event; no type where they
    ///   report nothing.
    package func netExample(
        _ sentence: Int, _ answers: [(candidate: Int, type: String?, dates: [DateStudy.Case], role: (String) -> String)]
    ) -> NetExample {
        let input = NetLetters(scene, sentence)
        let ends = { (letters: Range<Int>) in [letters.lowerBound, letters.upperBound] }
        let questions = answers.map { number, type, dates, role in
            let candidate = candidate(number)
            let parties = type.map { type in
                roleFeatures(number, type).map { code, features in
                    let mentions = scene.sentences[sentence].mentions.filter { $0.codes.contains(code) }
                    return NetExample.Party(
                        mentions: mentions.map { ends(input.places(of: $0.start..<$0.end)) }, features: Self.plain(features),
                        role: role(code))
                }
            }
            let trigger = input.places(of: candidate.trigger)
            return NetExample.Question(
                start: trigger.lowerBound, end: trigger.upperBound, label: type ?? "none",
                features: Self.plain(eventFeatures(number)), parties: parties ?? [],
                dates: dates.map { date in
                    NetExample.Date(
                        time: date.place.map { ends(input.places(of: $0)) } ?? [], features: Self.plain(date.features),
                        isRight: date.isRight)
                })
        }
        return NetExample(letters: input.letters, tags: input.values, questions: questions)
    }

    /// The sentences that have candidates.
    package var candidateSentences: [Int] { scene.sentences.indices.filter { !scene.candidates(in: $0).isEmpty } }

    /// The sentence that a candidate stands in.
    package func sentence(ofCandidate number: Int) -> Int { number >> 16 }

    /// Features that are no pair of letters and joined with no other: the net sees letters, and joins by itself.
    private static func plain(_ features: [String]) -> [String] {
        features.filter { feature in
            !feature.contains("&") && !["c-", "c+"].contains(feature.prefix(2))
                && !(feature.first == "s" && feature.unicodeScalars.count == 3)
        }
    }
}
