import Press
import Prose
import World

/// An article as the event coder sees it: sentences read, quotations attributed, the parties it is about.
final class Scene: Sendable {
    let document: Document
    let sentences: [ReadSentence]
    let quotes: [Quote]
    /// Who may be speaking where.
    let attribution: Attribution
    /// Who speaks outside of quotation marks.
    let sayers: Sayers
    let world: World
    /// The codes named in the title, in order.
    let titleCodes: [String]
    /// The frame of the title's first trigger: what the news is.
    let titleTrigger: Int?
    /// For each sentence its offices, bodies, people and organisations.
    let holders: [[Chunk]]
    /// For each sentence the codes of its first three acting parties.
    let leading: [[String]]
    /// The codes of acting parties, most often named first.
    let frequentCodes: [String]
    /// The text with a blank for every code point of a party's name: what models look at, so that they learn what is done and never by
    /// whom. 中国谴责 and 美国谴责 weigh the same.
    let blanked: CodePoints
    /// How many letters stand before each code point, and in all, a name counted as one: how long states' names are must tell nothing.
    private let counted: [Int32]

    init(_ document: Document, world: World, reading: ReadingModels, learned: LearnedNames? = nil) {
        self.document = document
        self.world = world
        sentences = ArticleReader(world: world, referent: reading.referent, learned: learned).read(document)
        attribution = Attribution(sentences: sentences, text: document.folded, world: world)
        (blanked, counted) = Self.blanked(document.folded, sentences)
        let finder = QuoteFinder(attribution: attribution, models: reading.voices)
        quotes = finder.quotes()
        sayers = Sayers(attribution: attribution, quotes: quotes, finder: finder)
        let title = sentences.first { $0.kind == .title }
        titleCodes = unique(title?.mentions.flatMap(\.codes) ?? [])
        titleTrigger = title?.triggers.first?.frame
        holders = sentences.map { $0.chunks.filter { $0.isHolder } }
        leading = sentences.map { Array($0.mentions.filter { $0.acts && !$0.codes.isEmpty }.flatMap(\.codes).prefix(3)) }
        let named = sentences.flatMap { $0.mentions.filter { !$0.inferred }.flatMap(\.codes) }
        let counts = named.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let order = unique(named)
        // Of two that are named as often the first named comes first: by their codes a swap of two states would not swap them.
        frequentCodes = order.indices.sorted { (counts[order[$1]] ?? 0, $0) < (counts[order[$0]] ?? 0, $1) }.map { order[$0] }
    }

    /// Names only: 双方 and 他 are the same words whoever is meant.
    private static func blanked(_ text: CodePoints, _ sentences: [ReadSentence]) -> (blanked: CodePoints, counted: [Int32]) {
        var (text, counts) = (text, [Int32](repeating: 1, count: text.count))
        for sentence in sentences {
            for mention in sentence.mentions where !mention.inferred && !mention.codes.isEmpty {
                for at in mention.start..<mention.end { text[at] = blank }
                for at in (mention.start..<mention.end).dropFirst() { counts[at] = 0 }
            }
        }
        var counted: [Int32] = [0]
        counted.reserveCapacity(counts.count + 1)
        for count in counts { counted.append(counted[counted.count - 1] + count) }
        return (text, counted)
    }

    /// How many letters stand in a part of the text, a name counted as one.
    func letters(in range: Range<Int>) -> Int { Int(counted[range.upperBound] - counted[range.lowerBound]) }

    /// ■, which is no letter.
    static let blank: UInt32 = 0x25A0

    var text: CodePoints { document.folded }

    /// The quotation that holds a code point.
    func quote(at point: Int) -> Quote? {
        let place = quotes.firstSorted { $0.range.upperBound > point }
        return place < quotes.count && quotes[place].range.contains(point) ? quotes[place] : nil
    }

    /// Whose word a candidate's clause is, outside of quotations.
    func source(of candidate: Candidate) -> Claims.Source? { claims.source(at: candidate.start, in: candidate.sentence) }

    /// Whose word what stands in the text is.
    var claims: Claims { Claims(sayers: sayers) }

    /// The triggers of a sentence, readings of the same words together, and hints where no trigger stands: every sixth event that readers
    /// coded has no words of the frames. What becomes of a candidate the model says.
    func candidates(in index: Int) -> [Candidate] {
        var found: [Candidate] = []
        for trigger in (sentences[index].triggers + sentences[index].hints).sorted(by: { $0.start < $1.start }) {
            if let last = found.lastIndex(where: { $0.start == trigger.start && $0.headEnd == trigger.headEnd }) {
                found[last].frames.append(trigger.frame)
                found[last].end = max(found[last].end, trigger.end)
            } else {
                found.append(
                    Candidate(sentence: index, start: trigger.start, headEnd: trigger.headEnd, end: trigger.end, frames: [trigger.frame]))
            }
        }
        return found
    }
}

/// Words that may report an event: a frame's trigger, or a hint.
struct Candidate: Sendable {
    let sentence: Int
    let start: Int
    let headEnd: Int
    var end: Int
    /// The frames of the words' readings.
    var frames: [Int]

    /// What tells of the act.
    var trigger: Range<Int> { start..<headEnd }
}

extension Scene {
    /// The mention that acts where a trigger stands: the first of its clause that no preposition governs, else of the clauses before;
    /// inside a quotation whose clause names nobody, its speaker.
    func subject(of candidate: Candidate) -> Mention? {
        let sentence = sentences[candidate.sentence]
        let clause = sentence.clause(at: candidate.start)
        for index in stride(from: clause, through: 0, by: -1) {
            let range = sentence.clauses[index]
            let limit = min(candidate.start, range.upperBound)
            if let first = sentence.mentions.first(where: {
                $0.start >= range.lowerBound && $0.end <= limit && governor($0, sentence) == nil
            }) {
                return first
            }
        }
        return quote(at: candidate.start)?.speaker
    }

    /// The preposition or verb of place directly before a mention, nil where none governs it.
    func governor(_ mention: Mention, _ sentence: ReadSentence) -> UInt32? {
        guard mention.start > sentence.range.lowerBound else { return nil }
        let before = text[mention.start - 1]
        return Self.governors.contains(before) ? before : nil
    }

    static let governors = PointSet("对向与和同跟被遭在就给于由从因为受到把将让使令助促访赴抵驻离涉反挺以致比")
}
