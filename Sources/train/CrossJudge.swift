import Coding
import Foundation
import Press
import World

/// Sets what sentences may report beside what readers coded.
struct CrossJudge {
    /// By path.
    let judged: [String: GoldArticle]
    let world: World
    let reading: ReadingModels

    /// A line of what Scripts/fit-second-look or Scripts/fit-dates learns from.
    private struct Line<Event: Encodable>: Encodable {
        let path: String
        let fold: Int
        let names: [String]
        let events: [Event]

        func text() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    private struct Weighed: Encodable {
        let clues: [Double]
        /// Whether readers have it; nil where they differed.
        let isRight: Bool?
    }

    private struct Dated: Encodable {
        /// The first day as readers have it; nil where they leave it undated.
        let date: String?
        let days: [Coder.WeighedDates.Weighed]
    }

    /// What speaks for and against each event that an article's sentences may report.
    func line(_ article: Article, _ coder: Coder, fold: Int) throws -> String {
        guard var read = readEvents(article) else { return "" }
        let events = coder.weighedEvents(article)
        var right = [Bool?](repeating: false, count: events.count)
        // The likeliest of those that tell of one gold event has it.
        for index in events.indices.sorted(by: { events[$0].likelihood > events[$1].likelihood }) {
            let event = events[index]
            guard let known = read.take(event.sentence, event.type, event.actors, event.recipients) else { continue }
            right[index] = known.optional == true ? nil : true
        }
        let weighed = zip(events, right).map { Weighed(clues: $0.clues, isRight: $1) }
        return try Line(path: article.path, fold: fold, names: Coder.clueNames, events: weighed).text()
    }

    /// What speaks for and against each date of an article's events, of those that readers have too.
    func dates(_ article: Article, _ coder: Coder, fold: Int) throws -> String {
        guard var read = readEvents(article) else { return "" }
        let dated = coder.weighedDates(article).compactMap { event in
            read.take(event.sentence, event.type, event.actors, event.recipients).map { known in
                Dated(date: known.date.map { String($0.prefix { $0 != "/" }) }, days: event.days)
            }
        }
        return try Line(path: article.path, fold: fold, names: Coder.dateClueNames, events: dated).text()
    }

    private func readEvents(_ article: Article) -> ReadEvents? {
        judged[article.path].map { gold in
            let study = Study(article, world: world, reading: reading)
            return ReadEvents(left: Dictionary(uniqueKeysWithValues: gold.readings(in: study).map { ($0, $1.map(\.event)) }))
        }
    }
}

/// The events that readers coded, by sentence: each is told by one of the coder's.
private struct ReadEvents {
    var left: [Int: [GoldArticle.Event]]

    /// One of the same type and parties, taken away; who of them acts counts where the type has a direction.
    mutating func take(_ sentence: Int, _ type: String, _ actors: [String], _ recipients: [String]) -> GoldArticle.Event? {
        let isDirected = EventType(rawValue: type)?.isDirected ?? true
        let hit = left[sentence]?.firstIndex { event in
            guard event.type == type else { return false }
            if !isDirected { return Set(actors + recipients) == Set(event.actors + event.recipients) }
            return Set(actors) == Set(event.actors) && Set(recipients) == Set(event.recipients)
        }
        return hit.flatMap { left[sentence]?.remove(at: $0) }
    }
}

/// A file that is written line by line.
final class Lines {
    private let file: FileHandle

    init(_ path: String) throws {
        try Data().write(to: URL(fileURLWithPath: path))
        file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    func add(_ line: String) throws { try file.write(contentsOf: Data((line + "\n").utf8)) }
}
