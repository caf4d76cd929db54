import Coding

/// Learns all models from examples.
enum Learner {
    /// The weights file's text.
    /// - Parameter only: the models that are learned; all where none is named.
    static func text(_ examples: [Example], _ readings: FrameReadings, only: [String] = []) -> String {
        let asked = { (name: String) in only.isEmpty || only.contains(name) }
        // Among some 80,000 candidates, more epochs and features of a single one fit chance: cross-validated log-loss .457 against .468.
        let models = [
            ("event", examples.flatMap(\.events) + readings.events, Regression(epochs: 6, fewest: 2)),
            ("sides", examples.flatMap(\.sides), Regression()),
            ("partners", examples.flatMap(\.partners), Regression(fewest: 2)),
            ("mode", examples.flatMap(\.modes) + readings.modes, Regression()), ("aux", examples.flatMap(\.auxes), Regression()),
        ]
        let chosen = [
            ("role", Pairing.Role.allCases.map { "\($0)" }, { Pairing().train(examples.flatMap(\.roles)) }),
            ("date", ["score"], { Ranking(epochs: 10, rate: 0.03, averaged: 5).train(examples.flatMap(\.dates)) }),
        ]
        let note =
            "Weights of the coder's log-linear models, version 1, learned from \(examples.count) hand-coded articles. Made by `make weights`; not edited by hand."
        return Weights.text(
            models.filter { asked($0.0) }.map { name, instances, regression in
                let classes = Array(Set(instances.map(\.label))).sorted()
                return (name, classes, regression.train(instances, classes: classes))
            } + chosen.filter { asked($0.0) }.map { ($0, $1, $2()) }, note: note)
    }
}
