/// Two parties, whichever acts: what a relation is kept for. The codes stand in alphabetical order.
public struct Pair: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let a: String
    public let b: String

    /// The pair of two codes in either order; nil where both are the same.
    public init?(_ one: String, _ other: String) {
        guard one != other, !one.isEmpty, !other.isEmpty else { return nil }
        a = min(one, other)
        b = max(one, other)
    }

    /// A pair from its address, `CHN-USA` or `USA-CHN`.
    public init?(id: String) {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self.init(String(parts[0]), String(parts[1]))
    }

    /// The pair's address: `CHN-USA`.
    public var id: String { "\(a)-\(b)" }
    public var description: String { id }

    public func contains(_ code: String) -> Bool { code == a || code == b }

    public static func < (x: Pair, y: Pair) -> Bool { (x.a, x.b) < (y.a, y.b) }
}
