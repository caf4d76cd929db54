/// What may speak for or against days that an event may have been on, beside all that its article may date. The trees of `Knowledge/dates.txt` ask for these by name.
/// Twenty-three more, such as where the first sentence names the days, how the act is told and what its sentence dates else, told no more (log-loss 0.170 with and without).
enum DateClue: Int, CaseIterable, Sendable {
    // By the models that see one act after the other, as likelihoods.
    /// That these days date it, by both, by the features and by the net; -1 where there is none.
    case likelihood, byFeatures, byNet
    /// That nothing does.
    case undated, undatedByFeatures, undatedByNet
    /// The likeliest other days; whether none are likelier.
    case rival, isLikeliest
    /// The likeliest days within these, and around these.
    case finer, coarser

    // How the days stand to the act.
    /// Its place among PLOVER's types.
    case kind
    /// Days from their first to that of writing; ``unknown`` without one.
    case lag
    /// Letters from where the act's sentence names them to the trigger, negative where that comes first, and clauses; ``unknown`` where it does not.
    case letters, clauses
    /// Sentences from the nearest other one that names them, negative where the act comes first; ``unknown`` where there is none.
    case sentences

    // That they date other acts, as likelihoods; -1 where there is no such act.
    /// The one before, the one behind, and the likeliest of the article's first three sentences; the mean of all.
    case before, behind, leadActs, acts
    /// Of those of the same type and parties, by the same to the same, the likeliest, and how many there are; of those of the same parties the likeliest.
    case again, agains, sameParties
    /// The last one before by the same actors, and that nothing dates that.
    case actorsBefore, actorsUndated

    var name: String { String(describing: self) }

    static let unknown = -1000.0
}
