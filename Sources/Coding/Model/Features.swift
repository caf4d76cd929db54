import Prose

/// The features that hold of a candidate, as hashes of their names.
///
/// A name is made of parts joined by `&`. The hash of a whole is made from the hashes of its parts, so that joining a feature with a
/// context costs a multiplication and no string. Names are kept only where somebody wants to read them.
struct Features: Sendable {
    private(set) var hashes: [UInt64] = []
    /// The names in the order of the hashes; nil where they are not wanted.
    private(set) var names: [String]?

    init(named: Bool = false) {
        names = named ? [] : nil
        hashes.reserveCapacity(160)
    }

    /// Features that were named before, without their names.
    init(names: [String]) {
        hashes = names.map { Self.hash($0[...]) }
        self.names = nil
    }

    mutating func add(_ name: String) {
        hashes.append(Self.hash(part: name))
        names?.append(name)
    }

    /// A prefix and two Han characters of the basic planes, as `c-会谈`: a sentence has hundreds, and for each a string was made.
    mutating func add(_ prefix: Context, _ first: UInt32, _ second: UInt32) {
        hashes.append(Self.hash(han: second, after: Self.hash(han: first, after: prefix.hash)))
        names?.append(prefix.name + [first, second].string(0..<2))
    }

    /// A feature alone and joined with each of the given contexts, so that it can mean one thing with 会谈 and another with 制裁.
    mutating func add(_ name: String, with contexts: [Context]) {
        let part = Self.hash(part: name)
        hashes.append(part)
        for context in contexts { hashes.append(Self.joined(context.hash, part)) }
        guard names != nil else { return }
        names?.append(name)
        for context in contexts { names?.append(context.name + "&" + name) }
    }

    /// A feature alone and joined with every feature that holds already.
    mutating func addWithAll(_ name: String) {
        let part = Self.hash(part: name)
        hashes += hashes.map { Self.joined($0, part) } + [part]
        if let names { self.names = names + names.map { $0 + "&" + name } + [name] }
    }

    /// A name to join features with, or the beginning of many features' names: hashed once.
    struct Context: Sendable {
        let name: String
        let hash: UInt64

        init(_ name: String) {
            self.name = name
            hash = Features.hash(part: name)
        }
    }

    // MARK: - Hashes

    /// The hash of a name as the weights file writes it.
    static func hash(_ name: Substring) -> UInt64 {
        var parts = name.utf8.split(separator: 0x26).makeIterator()
        guard let first = parts.next() else { return FNV1a.of(name.utf8) }
        var whole = FNV1a.of(first)
        while let part = parts.next() { whole = joined(whole, FNV1a.of(part)) }
        return whole
    }

    private static func hash(part: String) -> UInt64 { FNV1a.of(part.utf8) }

    /// Goes on with the three bytes of a Han character.
    private static func hash(han point: UInt32, after hash: UInt64) -> UInt64 {
        var hash = FNV1a(hash)
        hash.add(UInt8(0xE0 | point >> 12))
        hash.add(UInt8(0x80 | point >> 6 & 0x3F))
        hash.add(UInt8(0x80 | point & 0x3F))
        return hash.value
    }

    private static func joined(_ whole: UInt64, _ part: UInt64) -> UInt64 {
        let mixed = (whole ^ (part &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 31)
    }
}
