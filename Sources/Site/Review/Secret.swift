/// Texts that must not be guessed, by trying or by timing.
enum Secret {
    /// Forty hexadecimal digits from the system's own generator.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<20).map { _ in
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// Whether a text is the secret. Takes as long for one that is nearly right as for one that is all wrong; only its own length shows.
    static func matches(_ text: String, _ secret: String) -> Bool {
        let (given, known) = (Array(text.utf8), Array(secret.utf8))
        guard !known.isEmpty else { return false }
        var difference = given.count ^ known.count
        for index in given.indices { difference |= Int(given[index] ^ known[index % known.count]) }
        return difference == 0
    }
}
