import Foundation
import Prose
import Tables

/// World is what is known before an article is read: states, organisations, bodies, people and their offices through time, the
/// readings of triggers, hints at acts without one, PLOVER. All of it comes from the tables in `Knowledge/`, which say how to extend each.
///
/// The front door: ``World/load(from:)``. A `World` is immutable and may be shared by all workers.
public final class World: Sendable {
    public let folding: Folding
    /// Finds every word that World knows; a match's value is an index into ``entries``.
    public let lexicon: Lexicon
    public let entries: [Entry]
    /// The kinds of ``entries``, which every word of a text is asked for.
    public let kinds: [Entry.Kind]
    public let states: [State]
    public let organisations: [Organisation]
    public let people: [Person]
    /// The readings of triggers, then the hints.
    public let frames: [Frame]
    /// For each frame, whether its words hold a name (访台): such a trigger must not hide it.
    public let frameHoldsName: [Bool]
    public let plover: Plover
    /// Festivals, sessions and eras, for reading times.
    public let timeWords: TimeWords
    /// What the words of an introduction say of a person.
    public let introductionWords: IntroductionWords
    /// Words around speech.
    public let sayingWords: SayingWords
    public let disputes: Disputes
    /// States of a body that only these have, the first where nothing else tells: 国务院 of USA and CHN.
    public let owners: [String: [String]]
    /// People by the first and last word of their foreign spelling; nobody where two share them.
    private let bySpelling: [String: Int]
    private let names: [String: String]
    /// Country of each outlet's site: 外交部 without a state is its own in an outlet that writes from home.
    private let homes: [String: String]
    private let besides: [State.Beside: String]
    /// The states that share a one-character form with the one that has it, by its folded character; see ``Entry/Kind/short``.
    public let sharers: [UInt32: Set<String>]

    /// Reads and checks every table of a knowledge folder.
    /// - Throws: ``TableProblem`` naming file and line; Foundation's error where a file is missing.
    public static func load(from folder: URL) throws -> World { try World(from: folder) }

    private init(from folder: URL) throws {
        let table = { (file: String, required: [String]) in try World.table(file, in: folder, required: required) }
        let folding = try Folding(table("folding.txt", ["hant", "hans"]))
        let plover = try Plover(
            types: table("plover.txt", ["type", "quad", "score", "cameo"]),
            modes: table("modes.txt", ["type", "mode", "cameo"]),
            contexts: table("contexts.txt", ["context", "words"]), folding: folding)
        var builder = LexiconBuilder(folding: folding)
        let stateTable = try table("states.txt", State.columns)
        let states = try State.all(stateTable, into: &builder)
        sharers = try State.sharers(stateTable, folding: folding)
        let organisations = try Organisation.all(table("organisations.txt", Organisation.columns), into: &builder)
        let bodies = try table("bodies.txt", ["name", "sector"])
        let offices = try table("offices.txt", ["title", "sector", "acts"])
        try builder.addBodies(bodies)
        try builder.addOffices(offices)
        try builder.addHeads(bodies: bodies, offices: offices)
        try builder.addNonparties(table("nonparties.txt", ["word"]))
        let people = try Person.all(table("people.txt", Person.columns), into: &builder)
        try builder.addSpeech(table("speech.txt", ["verb", "force"]))
        // Before the markers: 双方 is one too, and of two readings of the same words the first stands.
        try builder.addPronouns(table("pronouns.txt", ["word", "refers"]))
        try builder.addMarkers(table("markers.txt", ["marker", "kind"]))
        var frames: [Frame] = []
        for file in try World.framesFiles(in: folder) {
            try Frame.read(table(file, Frame.columns), plover: plover, into: &frames, &builder)
        }
        try Frame.readHints(table("hints.txt", ["word", "type"]), into: &frames, &builder)
        let timeWords = try TimeWords(table("times.txt", ["kind", "words", "dates"]), folding: folding)
        let introductionWords = try IntroductionWords(
            table("introductions.txt", ["kind", "words", "sector"]), folding: folding)
        let sayingWords = try SayingWords(table("saying.txt", ["kind", "words"]), folding: folding)
        let disputes = try Disputes(table("disputes.txt", ["words", "claimants"]), states: states, folding: folding)
        let outlets = try table("outlets.txt", ["site", "country"])
        let homes = Dictionary(outlets.rows.compactMap { row in row["site"].flatMap { site in row["country"].map { (site, $0) } } }) {
            first, _ in first
        }
        let lexicon = Lexicon(builder.words)
        let holdsName = frames.map { frame in
            let head = CodePoints(points: frame.trigger)
            return lexicon.matches(in: head, range: 0..<head.count).contains { match in
                let kind = builder.entries[Int(match.value)].kind
                return kind == .short ? match.start > 0 && ShortForms.leads(head[match.start - 1], head[match.start]) : kind.isName
            }
        }
        self.folding = folding
        self.lexicon = lexicon
        entries = builder.entries
        kinds = builder.entries.map(\.kind)
        self.states = states
        self.organisations = organisations
        self.people = people
        self.frames = frames
        frameHoldsName = holdsName
        self.plover = plover
        self.timeWords = timeWords
        self.introductionWords = introductionWords
        self.sayingWords = sayingWords
        self.disputes = disputes
        owners = builder.owners
        names = Dictionary(states.map { ($0.code, $0.name) } + organisations.map { ($0.code, $0.name) }) { first, _ in first }
        self.homes = homes
        besides = try State.besides(stateTable, folding: folding)
        var bySpelling: [String: Int] = [:]
        for (index, person) in people.enumerated() {
            guard let key = person.foreign.flatMap(World.spelling) else { continue }
            bySpelling[key] = bySpelling[key] == nil ? index : -1
        }
        self.bySpelling = bySpelling.filter { $0.value >= 0 }
    }

    /// Who is spelt so in Latin letters, whatever the Chinese name: 普林斯（Erik D. Prince）.
    public func person(spelt foreign: String) -> Person? {
        World.spelling(foreign).flatMap { bySpelling[$0] }.map { people[$0] }
    }

    private static func spelling(_ foreign: String) -> String? {
        let isPlain = foreign.utf8.allSatisfy { $0 < 0x80 }
        let plain = isPlain ? foreign.lowercased() : foreign.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        let words = plain.split(separator: " ").filter { !$0.hasSuffix(".") || $0.count < 3 }
        guard words.count > 1, words[0].count > 2, words[words.count - 1].count > 2 else { return nil }
        return words[0] + " " + words[words.count - 1]
    }

    /// The state whose one-character form stands there by its neighbour: 澳 of 港澳.
    public func beside(_ text: CodePoints, _ at: Int, _ range: Range<Int>) -> String? {
        [at - 1, at + 1].lazy.filter(range.contains).compactMap { self.besides[State.Beside(short: text[at], other: text[$0])] }.first
    }

    /// Whether two characters side by side are read together: 巴以.
    public func isBeside(_ one: UInt32, _ other: UInt32) -> Bool {
        besides[State.Beside(short: one, other: other)] != nil || besides[State.Beside(short: other, other: one)] != nil
    }

    /// What a word as a whole may stand for, in either script.
    public func entries(of word: String) -> [Entry] { lexicon.values(of: CodePoints(points: folding.fold(word))).map { entries[Int($0)] } }

    /// The usual name of a state or organisation; the code itself where it is not known.
    public func name(of code: String) -> String { names[code] ?? code }

    /// The country that an outlet writes from.
    public func home(ofSite site: String?) -> String? { site.flatMap { homes[$0] } }

    /// The state or organisation that words begin with (美国 in 美国国务卿), and how many code points it takes.
    public func party(leading words: CodePoints) -> (code: String, length: Int)? {
        lexicon.matches(in: words, range: words.indices).filter { match in
            let kind = entries[Int(match.value)].kind
            return match.start == 0 && [.state, .short, .organisation, .capital, .metonym].contains(kind)
        }.max { $0.end < $1.end }.flatMap { match in entries[Int(match.value)].code.map { ($0, match.end) } }
    }

    /// People by a name or a variant of it, by the whole foreign spelling or its last word.
    public func people(named name: String) -> [Person] {
        let byWord = entries(of: name).filter { $0.kind == .person }.map { people[$0.index] }
        let spelling = name.lowercased()
        let byForeign = people.filter { person in
            guard let foreign = person.foreign?.lowercased() else { return false }
            return foreign == spelling || foreign.split(separator: " ").last.map(String.init) == spelling
        }
        return byWord + byForeign.filter { !byWord.contains($0) }
    }

    /// The usual name of a title: 外长 for 外交部长.
    public func office(named title: String) -> String {
        entries(of: title).first { $0.kind == .office }?.name ?? title
    }

    /// Reads one table of a knowledge folder.
    public static func table(_ file: String, in folder: URL, required: [String] = []) throws -> Table {
        let url = folder.appendingPathComponent(file)
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw TableProblem(file: url.path, line: 1, message: "the file is missing; is this a whole knowledge folder?")
        }
        return try Table(String(decoding: data, as: UTF8.self), file: file, required: required)
    }

    private static func framesFiles(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("frames").path)
            .filter { $0.hasSuffix(".txt") }.sorted().map { "frames/" + $0 }
    }
}
