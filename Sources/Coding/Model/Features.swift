import Prose

/// The features that hold of a candidate, as hashes of their names.
///
/// A name is made of parts joined by `&`, and each of these of pieces (`w=`, 会谈) that are hashed one after another. The hash of a whole is made
/// from the hashes of its parts, so that joining a feature with a context costs a multiplication and no string. Names are kept only where
/// somebody wants to read them.
struct Features: Sendable {
    private(set) var hashes: [UInt64] = []
    /// The names in the order of the hashes; nil where they are not wanted.
    private(set) var names: [String]?

    init(named: Bool = false) {
        names = named ? [] : nil
        hashes.reserveCapacity(124)
    }

    /// Features that were named before, without their names.
    init(names: [String]) {
        hashes = names.map { Self.hash($0.utf8) }
        self.names = nil
    }

    /// A feature alone and joined with each of the given contexts, so that it can mean one thing with 会谈 and another with 制裁.
    mutating func add(
        _ a: some FeaturePiece, _ b: some FeaturePiece = NoPiece(), _ c: some FeaturePiece = NoPiece(), _ d: some FeaturePiece = NoPiece(),
        _ e: some FeaturePiece = NoPiece(), with contexts: [Context] = []
    ) {
        add(Context(a, b, c, d, e, named: names != nil), with: contexts)
    }

    mutating func add(_ name: Context, with contexts: [Context] = []) {
        hashes.append(name.hash)
        for context in contexts { hashes.append(Self.joined(context.hash, name.hash)) }
        guard names != nil else { return }
        names?.append(name.name)
        for context in contexts { names?.append(context.name + "&" + name.name) }
    }

    /// Adds all features of others, as they are.
    mutating func add(_ others: Features) {
        hashes += others.hashes
        if let more = others.names { names?.append(contentsOf: more) }
    }

    /// A prefix and two code points, as `c-会谈`: a sentence has hundreds.
    mutating func add(_ prefix: Context, _ first: UInt32, _ second: UInt32) {
        var hash = FNV1a(prefix.hash)
        hash.add(point: first)
        hash.add(point: second)
        hashes.append(hash.value)
        names?.append(prefix.name + first.spelt + second.spelt)
    }

    /// A feature alone and joined with every feature that holds already.
    mutating func addWithAll(_ name: String) {
        let part = FNV1a.of(name.utf8)
        hashes += hashes.map { Self.joined($0, part) } + [part]
        if let names { self.names = names + names.map { $0 + "&" + name } + [name] }
    }

    /// A name to join features with, or the beginning of many features' names: hashed once.
    struct Context: Sendable {
        /// Empty where names are not wanted.
        let name: String
        let hash: UInt64

        init(
            _ a: some FeaturePiece, _ b: some FeaturePiece = NoPiece(), _ c: some FeaturePiece = NoPiece(),
            _ d: some FeaturePiece = NoPiece(), _ e: some FeaturePiece = NoPiece(), named: Bool
        ) {
            var hash = FNV1a()
            a.add(to: &hash)
            b.add(to: &hash)
            c.add(to: &hash)
            d.add(to: &hash)
            e.add(to: &hash)
            self.hash = hash.value
            name = named ? a.spelt + b.spelt + c.spelt + d.spelt + e.spelt : ""
        }
    }

    // MARK: - Hashes

    /// The hash of a name as the weights file writes it.
    static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
        var whole: UInt64?
        var part = FNV1a()
        var isEmpty = true
        for byte in name {
            if byte != 0x26 {
                part.add(byte)
                isEmpty = false
            } else if !isEmpty {
                whole = whole.map { joined($0, part.value) } ?? part.value
                part = FNV1a()
                isEmpty = true
            }
        }
        guard let whole else { return isEmpty ? FNV1a.of(name) : part.value }
        return isEmpty ? whole : joined(whole, part.value)
    }

    private static func joined(_ whole: UInt64, _ part: UInt64) -> UInt64 {
        let mixed = (whole ^ (part &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 31)
    }
}

/// A piece of a feature's name, hashed without a string where it is none.
protocol FeaturePiece {
    func add(to hash: inout FNV1a)
    var spelt: String { get }
}

struct NoPiece: FeaturePiece {
    func add(to hash: inout FNV1a) {}
    var spelt: String { "" }
}

extension String: FeaturePiece {
    func add(to hash: inout FNV1a) { hash.add(utf8) }
    var spelt: String { self }
}

/// A count, in digits.
extension Int: FeaturePiece {
    func add(to hash: inout FNV1a) {
        if (0...9).contains(self) { hash.add(UInt8(0x30 + self)) } else { hash.add(String(self).utf8) }
    }
    var spelt: String { String(self) }
}

extension Bool: FeaturePiece {
    func add(to hash: inout FNV1a) { (self ? "true" : "false").add(to: &hash) }
    var spelt: String { self ? "true" : "false" }
}

/// A code point of the text.
extension UInt32: FeaturePiece {
    func add(to hash: inout FNV1a) { hash.add(point: self) }
    var spelt: String { [self].string(0..<1) }
}

/// Words of the text.
extension ArraySlice: FeaturePiece where Element == UInt32 {
    func add(to hash: inout FNV1a) { for point in self { hash.add(point: point) } }
    var spelt: String { CodePoints(self).string(0..<count) }
}
