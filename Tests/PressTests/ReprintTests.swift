import Testing

@testable import Press

@Suite struct ReprintTests {
    /// Characters drawn at random, the same on every run.
    private func prose(_ seed: UInt64, _ count: Int) -> String {
        var random = SplitMix(state: seed)
        var view = String.UnicodeScalarView()
        for _ in 0..<count { view.append(Unicode.Scalar(UInt32.random(in: 0x4E00...0x4FFF, using: &random)) ?? "一") }
        return String(view)
    }

    @Test("the same text is one, another is none, no text is nothing")
    func ends() {
        let one = Reprint(text: prose(1, 800))
        #expect(one.likeness(to: Reprint(text: prose(1, 800))) == 1)
        #expect(one.likeness(to: Reprint(text: prose(2, 800))) < 0.05)
        #expect(one.likeness(to: Reprint(text: "。")) == 0)
        #expect(Reprint(text: "").likeness(to: Reprint(text: "")) == 0)
    }

    @Test("spaces and punctuation do not count")
    func marks() {
        #expect(Reprint(text: "两国外长在港城会面谈了贸易").likeness(to: Reprint(text: "两国外长，在港城会面； 谈了贸易。")) == 1)
    }

    @Test("the estimate lies near the true share, and keys meet where it is high", arguments: [0.2, 0.5, 0.8])
    func estimate(kept: Double) {
        let count = 1200
        let shared = Int(Double(count) * kept)
        var sum = 0.0
        var met = 0
        for seed in 0..<20 as Range<UInt64> {
            let common = prose(seed, shared)
            let a = Reprint(text: common + prose(seed + 100, count - shared))
            let b = Reprint(text: common + prose(seed + 200, count - shared))
            sum += a.likeness(to: b)
            if !Set(a.keys).isDisjoint(with: b.keys) { met += 1 }
        }
        let truth = Double(shared - 4) / Double(2 * count - shared - 4)
        #expect(abs(sum / 20 - truth) < 0.03)
        if kept == 0.8 { #expect(met == 20) }
    }

    @Test("an article's signature is that of its body")
    func body() throws {
        let article = try #require(try Press.sample().read(text: PressTests.post).articles.first)
        #expect(Reprint(article) == Reprint(text: article.words(.body).joined()))
    }
}
