/// Finds the spellings of one foreign name that differ by a letter: Heiko Maas, Heiko Mass.
struct Spellings {
    private var usual: [String: String] = [:]

    /// - Parameter given: each introduction's Chinese name and the plain form of the foreign one.
    init(_ given: [(name: String, key: String)]) {
        var counts: [String: Int] = [:]
        var keys: [String: Set<String>] = [:]
        for (name, key) in given {
            counts[key, default: 0] += 1
            keys[name, default: []].insert(key)
        }
        for (_, group) in keys where group.count > 1 {
            let ordered = group.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
            for (rank, key) in ordered.enumerated() where usual[key] == nil {
                usual[key] = ordered[..<rank].first { Self.differByOne($0, key) }
            }
        }
    }

    /// The commonest spelling of the same name.
    func usual(_ key: String) -> String {
        guard let other = usual[key], other != key else { return key }
        return usual[other].flatMap { $0 == key ? nil : $0 } ?? other
    }

    /// One letter more, less or other; short names are told apart by that much.
    private static func differByOne(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        guard min(a.count, b.count) >= 7, abs(a.count - b.count) <= 1 else { return false }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a[head...].reversed(), b[head...].reversed()).prefix { $0 == $1 }.count
        return max(a.count, b.count) - head - tail <= 1
    }
}
