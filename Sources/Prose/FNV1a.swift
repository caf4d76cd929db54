/// FNV-1a over 64 bits (Fowler, Noll and Vo): the same in every run and on every machine, as Swift's own hashes are not. It keeps no secret.
@frozen
public struct FNV1a: Sendable {
    public var value: UInt64

    /// - Parameter value: a hash to go on from; without one, the hash of nothing.
    @inlinable
    public init(_ value: UInt64 = 0xcbf2_9ce4_8422_2325) { self.value = value }

    @inlinable
    public mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// Goes on with the UTF-8 of a code point.
    @inlinable
    public mutating func add(point: UInt32) {
        switch point {
        case ..<0x80: return add(UInt8(point))
        case ..<0x800: add(UInt8(0xC0 | point >> 6))
        case ..<0x10000:
            add(UInt8(0xE0 | point >> 12))
            add(UInt8(0x80 | point >> 6 & 0x3F))
        default:
            add(UInt8(truncatingIfNeeded: 0xF0 | point >> 18))
            add(UInt8(0x80 | point >> 12 & 0x3F))
            add(UInt8(0x80 | point >> 6 & 0x3F))
        }
        add(UInt8(0x80 | point & 0x3F))
    }

    @inlinable
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        let isWhole: Void? = bytes.withContiguousStorageIfAvailable { for byte in $0 { add(byte) } }
        if isWhole == nil { for byte in bytes { add(byte) } }
    }

    /// The hash of some bytes.
    @inlinable
    public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = FNV1a()
        hash.add(bytes)
        return hash.value
    }
}
