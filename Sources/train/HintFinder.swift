import Prose

/// Chooses words that tell of acts for which the frames have no trigger.
///
/// Greedy set cover: of all that stands in readers' triggers time and again the word is taken that adds most, until none adds enough. It adds the acts
/// that no word before it stands in, worth less where it often stands for none. A word is any run of two to five Han characters: whether the language
/// has it does not matter, as the weights learn of each how often it told of an act.
struct HintFinder {
    /// A sentence that was read: its folded letters, and where in them stand the acts that no trigger tells.
    struct Sentence {
        let letters: CodePoints
        private(set) var untold: [(place: Range<Int>, type: String)] = []

        init(letters: CodePoints) { self.letters = letters }

        mutating func add(_ place: Range<Int>, type: String) {
            if !untold.contains(where: { $0 == (place, type) }) { untold.append((place, type)) }
        }
    }

    struct Hint {
        let word: String
        /// The type that most of the acts have in whose trigger the word stands.
        let type: String
    }

    static let lengths = 2...5

    /// So many acts a word adds at least, and to at least this share of the places where it stands.
    let fewest: Int
    let least: Double

    /// The hints in order of their words; the same sentences give the same.
    func hints(_ sentences: [Sentence]) -> [Hint] {
        var open = candidates(sentences).filter(addsEnough)
        var isTold = [Bool](repeating: false, count: sentences.reduce(0) { $0 + $1.untold.count })
        var hints: [Hint] = []
        while let best = open.max(by: { ($0.gain, $1.word) < ($1.gain, $0.word) }) {
            hints.append(Hint(word: best.word, type: best.type))
            for act in best.adds { isTold[act] = true }
            for index in open.indices { open[index].adds.removeAll { isTold[$0] } }
            open.removeAll { !addsEnough($0) }
        }
        return hints.sorted { $0.word < $1.word }
    }

    // MARK: - Private

    private func addsEnough(_ candidate: Candidate) -> Bool { candidate.adds.count >= fewest && candidate.share >= least }

    private struct Candidate {
        let word: String
        /// The acts in whose triggers it stands and no hint does, by number.
        var adds: [Int] = []
        var types: [String: Int] = [:]
        /// How often it stands in what was read.
        var occurrences = 0

        var share: Double { Double(adds.count) / Double(occurrences) }
        var gain: Double { Double(adds.count) * share.squareRoot() }
        var type: String { types.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "" }
    }

    /// The words of the acts' triggers, with these acts and their occurrences.
    private func candidates(_ sentences: [Sentence]) -> [Candidate] {
        var found: [String: Candidate] = [:]
        var number = 0
        for sentence in sentences {
            for act in sentence.untold {
                for word in words(sentence.letters, act.place) {
                    found[word, default: Candidate(word: word)].adds.append(number)
                    found[word]?.types[act.type, default: 0] += 1
                }
                number += 1
            }
        }
        return counted(found.values.filter { $0.adds.count >= fewest }, sentences)
    }

    private func words(_ letters: CodePoints, _ place: Range<Int>) -> Set<String> {
        Set(
            place.flatMap { start in
                Self.lengths.lazy.map { start..<start + $0 }.filter { $0.upperBound <= place.upperBound && letters[$0].allSatisfy(isHan) }
                    .map(letters.string)
            })
    }

    private func counted(_ candidates: [Candidate], _ sentences: [Sentence]) -> [Candidate] {
        var candidates = candidates
        let lexicon = Lexicon(candidates.enumerated().map { ($1.word, Int32($0)) })
        for sentence in sentences {
            for match in lexicon.matches(in: sentence.letters, range: sentence.letters.indices) {
                candidates[Int(match.value)].occurrences += 1
            }
        }
        return candidates
    }
}
