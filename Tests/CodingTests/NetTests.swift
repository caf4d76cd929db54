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
        private(set) var text = "# made up\n"
        private(set) var rows: [String: [[Float]]] = [:]
        private var random: Seeded

        init(width: Int, seed: UInt64) {
            self.width = width
            random = Seeded(seed)
            add("letters", ["other", "谴", "责"], width)
            for (name, count) in NetLetters.tags { add(name, (0..<count).map(String.init), width) }
            for name in ["look-1", "look-2", "look-4", "look-8"] {
                add(name, (0..<3 * width).map(String.init), width)
                add(name + "-bias", ["bias"], width)
            }
            add("role-types", ["ACCUSE"], 2)
            for (head, answers) in [("event", 17), ("role", 3)] {
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
            return [1, 2, 4, 8].reduce(values) { states, away in
                states.indices.map { sum([states[$0], layer("look-\(away)", [$0 - away, $0, $0 + away], states)]) }
            }
        }

        private func sum(_ all: [[Float]]) -> [Float] { (0..<width).map { index in all.reduce(0) { $0 + $1[index] } } }

        private func layer(_ name: String, _ places: [Int], _ values: [[Float]]) -> [Float] {
            let inputs = places.flatMap { values.indices.contains($0) ? values[$0] : [Float](repeating: 0, count: width) }
            return (0..<width).map { index in
                max(0, inputs.indices.reduce(rows[name + "-bias"]?[0][index] ?? 0) { $0 + inputs[$1] * (rows[name]?[$1][index] ?? 0) })
            }
        }
    }

    private func scene(_ text: String) throws -> Scene {
        let coder = try Shipped.coder()
        return Scene(Document(Article(body: [text]), folding: coder.world.folding), world: coder.world, voices: coder.voices)
    }

    @Test("its short cuts give what the formula gives", arguments: [UInt64(1), 2, 3])
    func formula(seed: UInt64) throws {
        let made = Made(width: 4, seed: seed)
        let net = try SentenceNet(NetFile(Data(made.text.utf8), file: "net.txt"))
        for text in ["谴", "责谴", "巴西外长周二说：“智利应谴责秘鲁。”", "他在昨天谴责谴责谴责"] {
            let scene = try scene(text)
            let input = NetLetters(scene, 0)
            let right = made.states(input).flatMap { $0 }
            let found = net.states(input)
            #expect(found.count == right.count && zip(found, right).allSatisfy { abs($0 - $1) < 1e-4 }, "\(text)")
        }
    }

    @Test("whose name stands in a sentence is nothing to it", arguments: [("巴西", "智利"), ("美国", "中国"), ("德国", "日本")])
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
}
