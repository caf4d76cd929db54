/// The features that hold of a candidate, by name. Names are what the weights file lists, so that one can read why a reading won.
struct Features: Sendable {
    private(set) var names: [String] = []

    mutating func add(_ name: String) { names.append(name) }

    /// A feature alone and joined with each of the given contexts, so that it can mean one thing with 会谈 and another with 制裁.
    mutating func add(_ name: String, with contexts: [String]) {
        names.append(name)
        for context in contexts { names.append(context + "&" + name) }
    }
}
