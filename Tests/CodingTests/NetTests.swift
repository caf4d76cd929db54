import Foundation
import Press
import Prose
import Tables
import Testing
import World

@testable import Coding

@Suite("The net that reads sentences")
struct NetTests {
    /// A net of so many numbers a letter, the same for one seed, that knows 谴 and 责.
    private struct Made {
        let width: Int
        private let heads: Int
        private(set) var text = "# made up\n"
        private(set) var rows: [String: [[Float]]] = [:]
        private var random: Seeded

        init(width: Int, seed: UInt64, heads: Int = 2) {
            self.width = width
            self.heads = heads
            random = Seeded(seed)
            add("letters", ["other", "谴", "责"], width)
            for (name, count) in NetLetters.tags { add(name, (0..<count).map(String.init), width) }
            for name in ["look-1", "look-2", "look-4", "look-8"] {
                add(name, (0..<3 * width).map(String.init), width)
                add(name + "-bias", ["bias"], width)
            }
            for name in ["attend-1", "attend-2"] {
                for (part, columns) in [("-sides", 3 * width), ("-out", width)] {
                    add(name + part, (0..<width).map(String.init), columns)
                    add(name + part + "-bias", ["bias"], columns)
                }
                add(name + "-near", (-40...40).map(String.init), heads)
            }
            for head in ["role", "date"] { add(head + "-types", ["ACCUSE"], 2) }
            for (head, answers) in [("event", 17), ("role", 3), ("date", 1)] {
                add(head + "-distances", (-20...20).map(String.init), width)
                add(head + "-features", ["bias", "f=ACCUSE"], 1)
                add(head + "-hidden", (0..<5 * width + 1).map(String.init), 2)
                add(head + "-hidden-bias", ["bias"], 2)
                add(head + "-answers", ["0", "1"], answers)
                add(head + "-answers-bias", ["bias"], answers)
            }
        }

        private mutating func add(_ name: String, _ names: [String], _ columns: Int) {
            let numbers = names.map { _ in (0..<columns).map { _ in Int.random(in: -900...900, using: &random) } }
            rows[name] = numbers.map { $0.map { Float($0) / 1000 } }
            text +=
                "table \(name) \(columns)\n"
                + zip(names, numbers).map { "\($0)\t" + $1.map(String.init).joined(separator: " ") + "\n" }.joined()
        }

        /// What the layers make of a sentence, written as the formula says it.
        func states(_ input: NetLetters) -> [[Float]] {
            let count = input.letters.count
            let values = zip(input.letters, 0..<count).map { letter, at -> [Float] in
                let tags = NetLetters.tags.enumerated().map { rows[$1.0]?[Int(input.values[at * NetLetters.tags.count + $0])] ?? [] }
                return sum([rows["letters"]?[letter == 0x8C34 ? 1 : letter == 0x8D23 ? 2 : 0] ?? []] + tags)
            }
            let near = [1, 2].reduce(values, look)
            let far = [4, 8].reduce(attend(near, "attend-1"), look)
            return attend(far, "attend-2")
        }

        private func look(_ states: [[Float]], _ away: Int) -> [[Float]] {
            states.indices.map { at in
                sum([states[at], layer("look-\(away)", [at - away, at, at + away], states).map { max(0, $0) }])
            }
        }

        /// The states with what each head of each letter sees anywhere in the sentence.
        private func attend(_ states: [[Float]], _ name: String) -> [[Float]] {
            let parts = states.indices.map { layer(name + "-sides", [$0], states) }
            let own = width / heads
            let seen = states.indices.map { at in
                (0..<heads).flatMap { head -> [Float] in
                    let mine = head * own..<(head + 1) * own
                    let sums = states.indices.map { other in
                        zip(parts[at][mine], parts[other][width...][(width + mine.lowerBound)...]).reduce(0) { $0 + $1.0 * $1.1 }
                            / Float(own).squareRoot() + (rows[name + "-near"]?[min(max(other - at, -40), 40) + 40][head] ?? 0)
                    }
                    let highest = sums.max() ?? 0
                    let shares = sums.map { exp($0 - highest) }
                    let total = shares.reduce(0, +)
                    return mine.map { index in zip(shares, parts).reduce(0) { $0 + $1.0 / total * $1.1[2 * width + index] } }
                }
            }
            return states.indices.map { sum([states[$0], layer(name + "-out", [$0], seen)]) }
        }

        private func sum(_ all: [[Float]]) -> [Float] { (0..<width).map { index in all.reduce(0) { $0 + $1[index] } } }

        private func layer(_ name: String, _ places: [Int], _ values: [[Float]]) -> [Float] {
            let inputs = places.flatMap { values.indices.contains($0) ? values[$0] : [Float](repeating: 0, count: width) }
            return (rows[name + "-bias"]?[0] ?? []).indices.map { index in
                inputs.indices.reduce(rows[name + "-bias"]?[0][index] ?? 0) { $0 + inputs[$1] * (rows[name]?[$1][index] ?? 0) }
            }
        }
    }

    private func scene(_ text: String) throws -> Scene {
        let coder = try Shipped.coder()
        return coder.scene(of: Article(body: [text]))
    }

    @Test("its short cuts give what the formula gives", arguments: [UInt64(1), 2, 3])
    func formula(seed: UInt64) throws {
        let made = Made(width: 4, seed: seed)
        let net = try SentenceNet(NetFile(Data(made.text.utf8), file: "net.txt"))
        for text in ["谴", "责谴", "巴西外长周二说：“智利应谴责秘鲁。”", "他在昨天谴责谴责谴责", String(repeating: "谴他责", count: 30)] {
            let scene = try scene(text)
            let input = NetLetters(scene, 0)
            let right = made.states(input).flatMap { $0 }
            let found = net.states(input)
            // Made-up weights let the states grow to thousands.
            let apart = zip(found, right).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 1
            #expect(found.count == right.count && apart < 1e-4, "\(text): \(apart)")
        }
    }

    @Test("the power of e of a layer is the library's", arguments: [Float(0), -0.1, -0.5, -1, -3.3, -17, -60, -1000])
    func power(exponent: Float) {
        #expect(abs(NetAttention.power(exponent) - exp(exponent)) < 2e-6)
    }

    @Test("whose name stands in a sentence is nothing to it", arguments: [("巴西", "智利"), ("美国", "沙特阿拉伯"), ("德国", "布基纳法索")])
    func names(one: String, other: String) throws {
        let net = try Shipped.coder().models.net
        let answers = try [(one, other), (other, one)].map { actor, recipient in
            let scene = try scene("\(actor)外长谴责\(recipient)干涉内政")
            let candidate = try #require(scene.candidates(in: 0).first)
            return try #require(NetSentence(net, scene, 0)).event(candidate, TriggerFeatures(scene, candidate).features())
        }
        #expect(answers[0] == answers[1])
    }

    @Test(
        "a file that is no whole net is refused with its line or the table's name",
        arguments: [
            ("table letters 2\nother\t1 2 3\n", "net.txt:2"), ("table letters 2\nother\t1 x\n", "net.txt:2"),
            ("table letters 2\nother\t1\n", "net.txt:2"), ("letters\n", "net.txt:1"), ("table letters 0\n", "net.txt:1"),
            ("table letters 2\nother\t1 2\n", "“mention”"), ("", "“letters”"),
        ])
    func refused(text: String, told: String) {
        #expect {
            _ = try SentenceNet(NetFile(Data(text.utf8), file: "net.txt"))
        } throws: { "\($0)".contains(told) }
    }

    @Test("a net whose tables do not fit each other is refused")
    func misfit() {
        let made = Made(width: 4, seed: 1).text.replacingOccurrences(
            of: "table role-answers 3\n0\t", with: "table role-answers 3\n-1\t1 1 1\n0\t")
        #expect(throws: TableProblem.self) { try SentenceNet(NetFile(Data(made.utf8), file: "net.txt")) }
    }

    @Test("heads that do not share a letter's numbers evenly are refused")
    func heads() {
        #expect {
            _ = try SentenceNet(NetFile(Data(Made(width: 4, seed: 1, heads: 3).text.utf8), file: "net.txt"))
        } throws: { "\($0)".contains("“attend-1”") }
    }
}
