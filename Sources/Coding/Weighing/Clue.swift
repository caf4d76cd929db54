/// What may speak for or against an event that a sentence may report, beside all that its article may report. The trees of `Knowledge/second-look.txt`
/// ask for these by name. None knows who the parties are, nor whether others are told of more: clues of that kind made events no better (dyad F1 0.643 with
/// them, 0.642 without) and what is told once of a pair too unlikely.
enum Clue: Int, CaseIterable, Sendable {
    // By the sentence alone, as likelihoods.
    /// All of it; that there is an event; that these are its parties.
    case likelihood, event, parties
    /// That there is an event, by the features and by the net; -1 where the net was not asked.
    case eventByFeatures, eventByNet
    /// That an event here is of this type, by both, by the features and by the net.
    case type, typeByFeatures, typeByNet

    // What else the sentence may report.
    /// The likeliest, and all together; the likeliest of this type.
    case rival, rivals, rivalType

    // What other sentences may report.
    /// Of the same type: the likeliest, and all together.
    case sameType, sameTypes
    /// The likeliest by the same words.
    case trigger
    /// The likeliest in the sentence before, the one behind, and the title; -1 in the title.
    case before, behind, title

    // Where and how it stands.
    /// Sentences of the article, those before, and their share.
    case sentences, depth, part
    case actors, recipients
    /// Parties that the sentence does not name, and such as a pronoun stands for.
    case unnamed, referred
    /// Code points of the sentence, and codes that it names.
    case length, named
    /// Whether it stands in a quotation; whether somebody's word it is outside of one.
    case quoted, told
    /// Whether no frame has the words.
    case hint

    var name: String { String(describing: self) }
}
