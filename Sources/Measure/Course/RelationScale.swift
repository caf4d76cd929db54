/// What a relation is measured by.
public enum RelationScale: String, Sendable, Hashable, CaseIterable {
    /// The decayed mean of PLOVER scores, −10…10, on the step's last day: see `Knowledge/scales/temperature.txt`.
    case temperature
    /// What events added to and took from, −9…9, on the step's last day: see `Knowledge/scales/stock.txt`.
    case stock
    /// The mean PLOVER score of the step's events, −10…10.
    case score
    /// The sum of their scores.
    case sum
    /// The share of cooperation among them, 0…1.
    case share
    /// How many they are.
    case events

    /// Whether a value rests on all that went before, not on the step's own events alone.
    var isCarried: Bool { self == .temperature || self == .stock }
}
