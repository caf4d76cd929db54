import Press
import Prose
import World

/// One article's introduction of a person: 德国外交部国务部长罗特（Michael Roth）.
public struct Introduction: Sendable, Hashable {
    /// The name as given, folded.
    public let name: String
    /// The foreign spelling in the bracket behind it.
    public let foreign: String
    /// The state or organisation; nil where the words name none.
    public let code: String?
    /// The words that introduce: 德国外交部国务部长.
    public let office: String
    public let sector: String
    /// Whether such a one acts for the state: a minister does, an analyst and a former minister do not.
    public let acts: Bool
    /// Whether the words name the body, so that the sector is no guess from a general title.
    public let isSure: Bool
    /// The day of the article, `YYYY-MM-DD`.
    public let day: String?
    /// The article's id and the sentence in it.
    public let article: String
    public let sentence: Int

    public init(
        name: String, foreign: String, code: String?, office: String, sector: String, acts: Bool, isSure: Bool, day: String?,
        article: String, sentence: Int
    ) {
        self.name = name
        self.foreign = foreign
        self.code = code
        self.office = office
        self.sector = sector
        self.acts = acts
        self.isSure = isSure
        self.day = day
        self.article = article
        self.sentence = sentence
    }
}

extension Coder {
    /// The people whom an article introduces by title and foreign spelling, each once, in order.
    /// - Complexity: linear in the article's length; a sentence without a bracket that opens on a Latin letter costs a look only.
    public func introductions(in article: Article) -> [Introduction] {
        let document = Document(article, folding: world.folding)
        var found: [Introduction] = []
        var seen: Set<String> = []
        for (index, span) in document.sentences.enumerated() {
            for bracket in ForeignName.all(in: document.folded, span.range) {
                let reader = IntroductionReader(
                    world: world, text: document.folded, range: span.range.lowerBound..<bracket.open, day: document.today,
                    foreign: bracket.name)
                guard let read = reader.read(), seen.insert(read.name).inserted else { continue }
                found.append(
                    Introduction(
                        name: read.name, foreign: bracket.name, code: read.code, office: read.office, sector: read.sector, acts: read.acts,
                        isSure: read.isSure, day: document.today?.iso, article: article.id, sentence: index))
            }
        }
        return found
    }
}

/// PLOVER sectors whose members act for their state.
enum ActingSectors {
    static let all: Set<String> = ["GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "IGO"]
}
