/// How words that name nobody themselves (双方, 他, 外长) were given a meaning within their article.
public struct Reference: Sendable, Hashable {
    /// How many sentences back the words stand that they take it from; 0 is the same sentence.
    public let distance: Int
    /// 0…1: how often such a reference is settled rightly, by the kind of word, the distance and how many else could be meant.
    public let confidence: Double

    public init(distance: Int, confidence: Double) {
        self.distance = distance
        self.confidence = confidence
    }

    /// - Parameters:
    ///   - kind: what the word refers to, as `pronouns.txt` has it, `office` for a title or body without its state, `bystander` for one that
    ///     acts for none (公司, 专家).
    ///   - rivals: others who stand as near as the one chosen.
    init(_ kind: String, distance: Int, rivals: Int) {
        let first = Self.first[kind] ?? 0.7
        let far = max(0, distance - 1)
        let value = first * (distance == 0 ? 1 : 0.9) * Double(repeating: 0.85, count: min(far, 8)) * (rivals == 0 ? 1 : 0.62)
        self.init(distance: distance, confidence: max(0.1, (value * 100).rounded() / 100))
    }

    /// How often the nearest candidate is meant where it is the only one, as read in references drawn from the archive (docs/reading.md).
    private static let first: [String: Double] = [
        "pair": 0.93, "triple": 0.85, "person": 0.92, "people": 0.35, "other": 0.6, "state": 0.85, "speaker": 0.72, "its": 0.45,
        "former": 0.8, "latter": 0.8, "office": 0.88, "bystander": 0.5,
    ]
}

extension Double {
    /// A factor taken so many times.
    fileprivate init(repeating factor: Double, count: Int) { self = (0..<count).reduce(1) { product, _ in product * factor } }
}
