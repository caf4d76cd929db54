import World

/// A sentence as the net has read it: answers about its candidates, their parties and what dates them. It is read when first asked about.
final class NetSentence {
    private let net: SentenceNet
    private let sentence: ReadSentence
    private let scene: Scene
    private let index: Int
    private lazy var input = NetLetters(scene, index)
    private lazy var states = net.states(input)
    /// The highest number of each kind in the whole sentence.
    private lazy var whole = Self.highest(states, net.width)
    /// What was looked at last: a candidate's event is asked first, then its parties.
    private var last: (letters: Range<Int>, seen: [Float])?

    /// It learned from sentences of up to 200 letters; what is much longer is no sentence (a table, a page without stops) and would take long.
    private static let longest = 1000

    /// Nil where there is no net, or the sentence is too long for it.
    init?(_ net: SentenceNet?, _ scene: Scene, _ index: Int) {
        guard let net, scene.sentences[index].range.count <= Self.longest else { return nil }
        (self.net, self.scene, self.index) = (net, scene, index)
        sentence = scene.sentences[index]
    }

    /// A sum for nothing and for each type of event.
    func event(_ candidate: Candidate, _ features: Features) -> [Float] {
        var sums = look(candidate.trigger, net.event)
        net.event.add(whole, part: 4, to: &sums)
        return net.event.answer(sums, features)
    }

    /// For each party a sum for taking no part, acting and being acted upon.
    /// - Parameter parties: codes with the features that hold of them.
    func roles(_ candidate: Candidate, type: EventType, _ parties: [(code: String, features: Features)]) -> [[Float]] {
        let sums = look(candidate.trigger, net.role, type)
        return parties.map { code, features in
            let mentions = sentence.mentions.filter { $0.codes.contains(code) }.map { $0.start..<$0.end }
            return answer(net.role, sums, mentions, of: candidate.trigger, features)
        }
    }

    /// How well each choice dates an event of the sentence.
    /// - Parameters:
    ///   - trigger: the event's.
    ///   - choices: where a time of the sentence stands, nil for what stands elsewhere, with the features that hold of it.
    func dates(_ trigger: Range<Int>, type: EventType, _ choices: [(time: Range<Int>?, features: Features)]) -> [Float] {
        let sums = look(trigger, net.date, type)
        return choices.map { answer(net.date, sums, $0.time.map { [$0] } ?? [], of: trigger, $0.features)[0] }
    }

    // MARK: - Private

    /// The hidden sums of what all answers about a trigger look at.
    private func look(_ trigger: Range<Int>, _ head: NetHead, _ type: EventType? = nil) -> [Float] {
        var sums = head.beginning(type)
        head.add(seen(trigger), part: 0, to: &sums)
        return sums
    }

    /// What a head answers of some letters of the sentence beside a trigger.
    private func answer(_ head: NetHead, _ sums: [Float], _ letters: [Range<Int>], of trigger: Range<Int>, _ features: Features) -> [Float]
    {
        var (sums, highest) = (sums, [Float](repeating: 0, count: net.width))
        for range in letters { raise(&highest, input.places(of: range), input.places(of: trigger), head) }
        head.add(highest, part: 4, to: &sums)
        return head.answer(sums, features)
    }

    /// The states of a trigger's first and last letter, and the highest numbers before and after it.
    private func seen(_ trigger: Range<Int>) -> [Float] {
        if let last, last.letters == trigger { return last.seen }
        let (width, places) = (net.width, input.places(of: trigger))
        let first = places.lowerBound * width
        let end = (places.upperBound - 1) * width
        var before = [Float](repeating: 0, count: width)
        var after = before
        raise(&before, 0..<places.lowerBound, places, net.event)
        raise(&after, places.upperBound..<input.letters.count, places, net.event)
        let seen = Array(states[first..<first + width] + states[end..<end + width] + before + after)
        last = (trigger, seen)
        return seen
    }

    /// Raises numbers to the highest of some letters' states, each with what its distance from the trigger's letters adds.
    private func raise(_ highest: inout [Float], _ places: Range<Int>, _ trigger: Range<Int>, _ head: NetHead) {
        let width = net.width
        states.withUnsafeBufferPointer { states in
            head.distances.withUnsafeBufferPointer { distances in
                highest.withUnsafeMutableBufferPointer { highest in
                    for at in places {
                        let away = at < trigger.lowerBound ? at - trigger.lowerBound : max(0, at - trigger.upperBound + 1)
                        let (state, distance) = (at * width, (min(max(away, -20), 20) + 20) * width)
                        for index in 0..<width {
                            let value = states[state + index] + distances[distance + index]
                            // Stored in either case, so that several are compared at once.
                            highest[index] = value > highest[index] ? value : highest[index]
                        }
                    }
                }
            }
        }
    }

    private static func highest(_ states: [Float], _ width: Int) -> [Float] {
        var highest = [Float](repeating: 0, count: width)
        states.withUnsafeBufferPointer { states in
            highest.withUnsafeMutableBufferPointer { highest in
                for row in stride(from: 0, to: states.count, by: width) {
                    for index in 0..<width { highest[index] = states[row + index] > highest[index] ? states[row + index] : highest[index] }
                }
            }
        }
        return highest
    }
}
