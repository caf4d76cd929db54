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

    /// A line of what Scripts/fit-second-look learns from.
    private struct Line: Encodable {
        let path: String
        let fold: Int
        let names: [String]
        let events: [Weighed]
    }

    private struct Weighed: Encodable {
        let clues: [Double]
        /// Whether readers have it; nil where they differed.
        let isRight: Bool?
    }

    /// What speaks for and against each event that an article's sentences may report.
    func line(_ article: Article, _ coder: Coder, fold: Int) throws -> String {
        guard let gold = judged[article.path] else { return "" }
        let study = Study(article, world: world, reading: reading)
        var left = Dictionary(uniqueKeysWithValues: gold.readings(in: study).map { ($0, $1.map(\.event)) })
        let events = coder.weighedEvents(article)
        var right = [Bool?](repeating: false, count: events.count)
        // The likeliest of those that tell of one gold event has it.
        for index in events.indices.sorted(by: { events[$0].likelihood > events[$1].likelihood }) {
            let event = events[index]
            guard let hit = left[event.sentence]?.firstIndex(where: { $0.isSame(event.type, event.actors, event.recipients) }) else {
                continue
            }
            right[index] = left[event.sentence]?[hit].optional == true ? nil : true
            left[event.sentence]?.remove(at: hit)
        }
        let weighed = zip(events, right).map { Weighed(clues: $0.clues, isRight: $1) }
        return try text(Line(path: article.path, fold: fold, names: Coder.clueNames, events: weighed))
    }

    /// A line of what Scripts/fit-dates learns from.
    private struct DateLine: Encodable {
        let path: String
        let fold: Int
        let names: [String]
        let events: [Dated]
    }

    private struct Dated: Encodable {
        /// The first day as readers have it; nil where they leave it undated.
        let date: String?
        let days: [Coder.WeighedDates.Weighed]
    }

    /// What speaks for and against each date of an article's events, of those that readers have too.
    func dates(_ article: Article, _ coder: Coder, fold: Int) throws -> String {
        guard let gold = judged[article.path] else { return "" }
        let study = Study(article, world: world, reading: reading)
        var left = Dictionary(uniqueKeysWithValues: gold.readings(in: study).map { ($0, $1.map(\.event)) })
        var events: [Dated] = []
        for event in coder.weighedDates(article) {
            guard let hit = left[event.sentence]?.firstIndex(where: { $0.isSame(event.type, event.actors, event.recipients) }),
                let known = left[event.sentence]?.remove(at: hit)
            else { continue }
            events.append(Dated(date: known.date.map { String($0.prefix { $0 != "/" }) }, days: event.days))
        }
        return try text(DateLine(path: article.path, fold: fold, names: Coder.dateClueNames, events: events))
    }

    private func text(_ line: some Encodable) throws -> String { String(decoding: try JSONEncoder().encode(line), as: UTF8.self) }
}

extension GoldArticle.Event {
    /// The same type and parties; who of them acts counts where the type has a direction.
    fileprivate func isSame(_ type: String, _ actors: [String], _ recipients: [String]) -> Bool {
        guard type == self.type else { return false }
        if EventType(rawValue: type)?.isDirected == false { return Set(actors + recipients) == Set(self.actors + self.recipients) }
        return Set(actors) == Set(self.actors) && Set(recipients) == Set(self.recipients)
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
