import Foundation
import Press
import Prose
import Tables
import World

/// Coding reads articles and gives what they report: who did what to whom and when, and who said what.
///
/// The front door: ``Coder/code(_:)``. A coder is immutable, keeps nothing between articles, and may be shared by all workers.
public struct Coder: Sendable {
    public let world: World
    let models: Models
    let reading: ReadingModels
    /// People whom an archive introduced, for articles that only name them; nil where none were learned.
    private(set) var learned: LearnedNames?

    /// - Parameter folder: the knowledge folder that `world` was loaded from; its `weights.txt`, `second-look.txt`, `dates.txt`, `voices.txt`, `referents.txt` and `confidence.txt` are read.
    /// - Throws: ``TableProblem`` where one of them is missing or malformed.
    public init(world: World, folder: URL) throws { self.init(world: world, try Learned(in: folder)) }

    /// The coder of a knowledge folder. What was learned does not need the world: the two are read side by side, each in some 0.4 s.
    /// - Throws: ``TableProblem`` where a file is missing or malformed.
    public static func load(from folder: URL) async throws -> Coder {
        async let learned = Learned(in: folder)
        let world = try World.load(from: folder)
        return Coder(world: world, try await learned)
    }

    /// A coder of weights that stand in no folder. It dates at first sight.
    /// - Parameters:
    ///   - net: the folder whose `net.txt` is read, if any.
    ///   - secondLook: the folder whose `second-look.txt` is read; without one whatever a sentence alone makes likely enough to look again is an event.
    /// - Throws: ``TableProblem`` where that is malformed.
    package init(world: World, weights: Weights, reading: ReadingModels, net: URL? = nil, secondLook: URL? = nil) throws {
        let net = try net.flatMap { try NetFile(in: $0) }.map(SentenceNet.init)
        self.init(
            world: world,
            Learned(models: Models(weights, .none, net, secondLook: try secondLook.map(SecondLook.init), dateLook: nil), reading: reading))
    }

    private init(world: World, _ learned: Learned) {
        self.world = world
        models = learned.models
        reading = learned.reading
    }

    /// The same coder, knowing the people of a roster by name.
    public func knowing(_ roster: Roster) -> Coder {
        var coder = self
        coder.learned = LearnedNames(roster, world: world)
        return coder
    }

    /// Codes one article. Never fails: what cannot be read is not coded.
    /// - Complexity: linear in the article's length.
    public func code(_ article: Article) -> CodedArticle {
        let scene = scene(of: article)
        let events = EventCoder(scene: scene, models: models).events()
        return CodedArticle(
            article: article, script: scene.document.script, sentences: scene.sentences.map(\.range), events: sourced(events, scene),
            statements: StatementWriter(scene: scene).statements())
    }

    /// An article as it is read before anything is coded.
    func scene(of article: Article) -> Scene {
        Scene(Document(article, folding: world.folding), world: world, reading: reading, learned: learned)
    }

    func sourced(_ events: [EventMention], _ scene: Scene) -> [EventMention] {
        EventSource(scene: scene, claims: scene.claims).sourced(events)
    }
}

/// What a knowledge folder keeps of what was learned.
private struct Learned: Sendable {
    let models: Models
    let reading: ReadingModels
}

extension Learned {
    init(in folder: URL) throws {
        reading = try ReadingModels(in: folder)
        let weights = try Weights(in: folder, name: "weights.txt")
        models = Models(
            weights, try Calibration(in: folder), try NetFile(in: folder).map(SentenceNet.init), secondLook: try SecondLook(in: folder),
            dateLook: try DateLook(in: folder))
    }
}

/// The learned models by what they decide.
final class Models: Sendable {
    /// Whether words report an event, and of which type.
    let event: LinearModel
    /// What a party is to an event: none, actor or recipient.
    let role: LinearModel
    /// Whether both sides do to each other what is else done by one to the other.
    let sides: LinearModel
    /// Whether who takes part with several does so with each by itself.
    let partners: LinearModel
    let mode: LinearModel
    let aux: LinearModel
    /// Which time dates an event.
    let date: LinearModel
    /// The type of each of the event model's classes; nil for none.
    let types: [EventType?]
    /// For each of the event model's classes the place of the net's answer.
    let answers: [Int]
    /// For each type the mode model's classes and what they say.
    let modes: [EventType: [(index: Int, mode: String?)]]
    /// What the likelihood of a whole event is worth.
    let calibration: Calibration

    /// What reads a candidate's sentence beside the event and the role model; nil where there is none.
    let net: SentenceNet?
    /// What weighs events beside the rest of their article; nil where each sentence is seen alone.
    let secondLook: SecondLook?
    /// What weighs dates beside the rest of their article; nil where acts are dated one after the other.
    let dateLook: DateLook?

    init(_ weights: Weights, _ calibration: Calibration, _ net: SentenceNet?, secondLook: SecondLook?, dateLook: DateLook?) {
        self.net = net
        self.dateLook = dateLook
        self.secondLook = secondLook
        self.calibration = calibration
        let none = LinearModel(classes: ["none"], features: FeatureList())
        event = weights.models["event"] ?? none
        role = weights.models["role"] ?? none
        sides = weights.models["sides"] ?? none
        partners = weights.models["partners"] ?? none
        mode = weights.models["mode"] ?? none
        aux = weights.models["aux"] ?? none
        date = weights.models["date"] ?? none
        types = event.classes.map { EventType(rawValue: $0) }
        answers = types.map { type in type.flatMap { EventType.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0 }
        var modes: [EventType: [(index: Int, mode: String?)]] = [:]
        for (index, name) in mode.classes.enumerated() {
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2, let type = EventType(rawValue: parts[0]) else { continue }
            modes[type, default: []].append((index, parts[1] == "-" ? nil : parts[1]))
        }
        self.modes = modes
    }
}
