import Press
import Prose
import World

/// An article opened up for learning: its candidates with the features that the models see, beside what a person coded.
package struct Study: Sendable {
    let scene: Scene
    private let sentences: [CodePoints]

    package init(_ article: Article, world: World, reading: ReadingModels) {
        scene = Scene(Document(article, folding: world.folding), world: world, reading: reading)
        let scene = self.scene
        sentences = scene.sentences.map { Study.squeezed(CodePoints(scene.text[$0.range])) }
    }

    /// What a candidate turned out to be.
    package enum Target: Sendable {
        /// The gold event of this number.
        case event(Int)
        case nothing
        /// A second mention of an event that another candidate of the sentence stands for: neither right nor wrong.
        case sameAsAnother
    }

    package var sentenceCount: Int { sentences.count }

    /// The sentence that a gold sentence is, by containment or by most shared five-character runs; nil where none is like it.
    package func sentence(of text: String) -> Int? {
        let wanted = Study.squeezed(scene.world.folding.fold(CodePoints(points: text)))
        if let same = sentences.firstIndex(of: wanted) { return same }
        let grams = Study.grams(wanted)
        let best = sentences.indices.map { (index: $0, shared: grams.intersection(Study.grams(sentences[$0])).count) }.max {
            $0.shared < $1.shared
        }
        guard let best, best.shared * 2 >= grams.count else { return nil }
        return best.index
    }

    /// The sentence with this hash; nil where the text has changed.
    package func sentence(hash: String) -> Int? {
        scene.sentences.firstIndex { Study.hash(scene.document.string($0.range)) == hash }
    }

    /// FNV-1a, 64 bits, over the UTF-8 of a sentence without white space: finds a sentence again without keeping its words.
    package static func hash(_ sentence: String) -> String {
        let kept = String(String.UnicodeScalarView(sentence.unicodeScalars.filter { !$0.properties.isWhitespace }))
        let digits = String(FNV1a.of(kept.utf8), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Where words stand first in a sentence.
    package func place(of trigger: String, in sentence: Int) -> Range<Int>? {
        let word = scene.world.folding.fold(CodePoints(points: trigger))
        let range = scene.sentences[sentence].range
        guard !word.isEmpty, let start = range.first(where: { scene.text.has(word, at: $0, within: range) }) else { return nil }
        return start..<start + word.count
    }

    /// A place given by offsets into a sentence without its white space.
    package func place(start: Int, length: Int, in sentence: Int) -> Range<Int>? {
        let kept = scene.sentences[sentence].range.filter { !(Unicode.Scalar(scene.document.text[$0])?.properties.isWhitespace ?? false) }
        guard start >= 0, length > 0, start + length <= kept.count else { return nil }
        return kept[start]..<kept[start + length - 1] + 1
    }

    /// Each candidate of a sentence with what it is, given the gold events' places and types.
    package func align(_ gold: [(place: Range<Int>?, type: String)], in sentence: Int) -> [(Int, Target)] {
        let candidates = scene.candidates(in: sentence)
        var taken: [Int: Int] = [:]
        for (number, event) in gold.enumerated() {
            let free = candidates.indices.filter { taken[$0] == nil }
            if let place = event.place,
                let hit = free.filter({ candidates[$0].start < place.upperBound && place.lowerBound < candidates[$0].headEnd })
                    .max(by: { fit(candidates[$0], event.type) < fit(candidates[$1], event.type) })
            {
                taken[hit] = number
            } else if let hit = free.first(where: { fit(candidates[$0], event.type) > 0 }) {
                taken[hit] = number
            }
        }
        let types = Set(gold.map(\.type))
        return candidates.indices.map { index in
            if let number = taken[index] { return (index + sentence << 16, .event(number)) }
            let alike = candidates[index].frames.contains { types.contains(scene.world.frames[$0].type.rawValue) }
            return (index + sentence << 16, alike ? .sameAsAnother : .nothing)
        }
    }

    package func eventFeatures(_ candidate: Int) -> [String] { trigger(candidate).names ?? [] }

    package func modeFeatures(_ candidate: Int, _ type: String) -> [String] { eventFeatures(candidate) + ["type=" + type] }

    package func auxFeatures(_ candidate: Int, _ type: String) -> [String] {
        var features = trigger(candidate)
        features.addWithAll("type=" + type)
        return features.names ?? []
    }

    package func roleFeatures(_ candidate: Int, _ type: String) -> [(code: String, features: [String])] {
        guard let type = EventType(rawValue: type) else { return [] }
        let features = RoleFeatures(scene, self.candidate(candidate), type: type, named: true)
        return features.parties().map { ($0, features.features($0).names ?? []) }
    }

    package func sidesFeatures(_ candidate: Int, _ type: String) -> [String] {
        guard let type = EventType(rawValue: type) else { return [] }
        return RoleFeatures(scene, self.candidate(candidate), type: type, named: true).sides().names ?? []
    }

    /// What tells whether an act with several is one act; nil where that is no question.
    package func partnersFeatures(_ candidate: Int, _ type: String, actors: [String], recipients: [String]) -> (
        hub: String, features: [String]
    )? {
        guard let type = EventType(rawValue: type) else { return nil }
        let features = RoleFeatures(scene, self.candidate(candidate), type: type, named: true)
        let partners = Partners(features, type: type, roles: Roles(actors: actors, recipients: recipients, confidence: 1))
        return partners.map { ($0.hub, $0.told().names ?? []) }
    }

    // MARK: - Private

    private func trigger(_ candidate: Int) -> Features { TriggerFeatures(scene, self.candidate(candidate), named: true).features() }

    func candidate(_ number: Int) -> Candidate { scene.candidates(in: number >> 16)[number & 0xFFFF] }

    private func fit(_ candidate: Candidate, _ type: String) -> Int {
        candidate.frames.contains { scene.world.frames[$0].type.rawValue == type && !scene.world.frames[$0].isHint }
            ? 1 + candidate.headEnd - candidate.start : 0
    }

    private static func squeezed(_ points: CodePoints) -> CodePoints { points.filter { $0 != 0x20 && $0 != 0x3000 && $0 != 0xA0 } }

    private static func grams(_ points: CodePoints) -> Set<CodePoints> {
        guard points.count >= 5 else { return [points] }
        return Set((0...(points.count - 5)).map { CodePoints(points[$0..<$0 + 5]) })
    }
}
