import Prose

/// Tells versions of a page or a file apart. No secret is kept by it.
struct Fingerprint: Sendable {
    private var hash = FNV1a()

    mutating func add(_ bytes: some Sequence<UInt8>) { hash.add(bytes) }

    var text: String { String(hash.value, radix: 16) }
}
