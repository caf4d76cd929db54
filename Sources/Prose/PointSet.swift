/// Some characters of the basic plane, a bit each: asked at every place of a text, where a set's hashing would take most of the time.
public struct PointSet: Sendable {
    @usableFromInline
    let bits: [UInt64]

    public init(_ characters: String) { self.init(characters.unicodeScalars.lazy.map(\.value)) }

    /// Code points beyond the basic plane are left out.
    public init(_ points: some Sequence<UInt32>) {
        var bits = [UInt64](repeating: 0, count: 1024)
        for point in points where point < 0x10000 { bits[Int(point >> 6)] |= 1 << UInt64(point & 63) }
        self.bits = bits
    }

    @inlinable
    public func contains(_ point: UInt32) -> Bool { point < 0x10000 && bits[Int(point >> 6)] & (1 << UInt64(point & 63)) != 0 }
}
