import Foundation
import World

extension Explanation {
    /// The steps as text for a terminal.
    /// - Parameter color: whether to mark headings and winners by ANSI colours.
    public func rendered(color: Bool) -> String {
        let paint = Paint(on: color)
        var lines: [String] = []
        for sentence in sentences { lines += sentence.lines(paint) + [""] }
        if !statements.isEmpty { lines += [paint.heading("said")] + statements.map { "  " + $0.line } + [""] }
        return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }
}

extension Statement {
    fileprivate var line: String {
        let who =
            speaker.map { "\($0.name) (\([$0.code ?? "no code", $0.office].compactMap { $0 }.joined(separator: ", ")))" } ?? "somebody"
        let whom = addressee.map { " to \($0.name)" } ?? ""
        let what = topic.map { " on \($0.text)" } ?? ""
        let how = (direct ? "" : ", indirectly") + (via.map { ", through \($0.text)" } ?? "")
        return "\(who) \(verb ?? "")\(whom)\(what)\(how): \(span.text)"
    }
}

extension Explanation.Sentence {
    fileprivate func lines(_ paint: Paint) -> [String] {
        var lines = [paint.strong(text)]
        lines.append(paint.heading("words    ") + words.map { "\($0.text)‹\($0.kind)›" }.joined(separator: " "))
        lines += list("parties", parties.map { "\($0.text) = \($0.meaning)" }, paint)
        lines += list("times", times.map { "\($0.text) = \($0.meaning)" }, paint)
        for reading in readings { lines += reading.lines(paint) }
        lines.append(paint.heading("events   ") + (events.isEmpty ? "none" : ""))
        lines += events.map { "  " + paint.winner($0.summary) }
        return lines
    }

    private func list(_ name: String, _ items: [String], _ paint: Paint) -> [String] {
        items.isEmpty ? [] : [paint.heading(name.padding(toLength: 9, withPad: " ", startingAt: 0)) + items.joined(separator: "; ")]
    }
}

extension Explanation.Reading {
    fileprivate func lines(_ paint: Paint) -> [String] {
        let odds = self.odds.map { "\($0.type) \(percent($0.probability))" }.joined(separator: ", ")
        let roles = self.roles.filter { $0.actor + $0.recipient > 0.05 }
            .map { "\($0.code) actor \(percent($0.actor)) recipient \(percent($0.recipient))" }.joined(separator: "; ")
        let won = outcome == .won
        return [
            paint.heading("trigger  ") + (won ? paint.winner(trigger) : paint.loser(trigger)) + ": \(odds)",
            "  frames  "
                + frames.map { [$0.type, $0.mode, $0.shape, "(\($0.origin))"].compactMap { $0 }.joined(separator: " ") }.joined(
                    separator: "; "),
            "  result  " + (won ? paint.winner("an event") : paint.loser("no event: \(outcome.rawValue)")),
            "  because " + reasons.map { "\($0.feature) \(String(format: "%+.2f", $0.weight))" }.joined(separator: "  "),
        ] + (roles.isEmpty ? [] : ["  sides   " + roles])
            + (weighed.map { ["  weighed \(percent($0.sentence)) by the sentence, \(percent($0.article)) beside the rest of the text"] }
                ?? [])
    }

    private func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
}

extension EventMention {
    /// One line: USA → CHN ACCUSE disapprove 批评 2021-03-18 (0.82).
    fileprivate var summary: String {
        let sides = recipients.isEmpty ? codes(actors) : "\(codes(actors)) → \(codes(recipients))"
        let when = date.map { $0.start == $0.end ? $0.start : "\($0.start)/\($0.end)" } ?? "undated"
        return [
            sides, type.rawValue, mode, aux, "“\(trigger.text)”", when, "\(quad.rawValue) \(score)", "CAMEO \(cameo)",
            "confidence \(confidence)", place.map { "at \($0)" }, source.map { "by the word of \($0)" },
        ]
        .compactMap { $0 }.joined(separator: "  ")
    }

    private func codes(_ parties: [Party]) -> String { parties.map { $0.code ?? $0.name }.joined(separator: "+") }
}

/// ANSI colours, or none.
private struct Paint {
    let on: Bool

    func heading(_ text: String) -> String { on ? "\u{1B}[36m\(text)\u{1B}[0m" : text }
    func strong(_ text: String) -> String { on ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func loser(_ text: String) -> String { on ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
    func winner(_ text: String) -> String { on ? "\u{1B}[32m\(text)\u{1B}[0m" : text }
}
