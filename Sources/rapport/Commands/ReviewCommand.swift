import ArgumentParser
import Foundation
import Ledger
import World

/// `rapport review`: corrections, and their history.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Correct a record, and show who corrected what, when and why.",
        discussion: """
            A correction is kept beside what was read, with your name and reason. It is tied to the article, the sentence and the words, \
            and holds when the article is coded anew. Nothing is lost: --withdraw takes a correction back.

              rapport review --event 0123456789abcdef                       an event's mentions and its history
              rapport review --accept MENTION --who 李 --why 原文如此
              rapport review --reject MENTION --who 李 --why 是评论不是事件
              rapport review --change MENTION --type CONSULT --mode phone --who 李 --why 是通话
              rapport review --merge EVENT --merge EVENT --who 李 --why 同一次会谈
              rapport review --split MENTION --event EVENT --who 李 --why 是另一次通话
              rapport review --withdraw 3 --who 李 --why 弄错了
              rapport review                                                all corrections, the latest first
              rapport review --export gold/                                 accepted and changed mentions, as rapport evaluate reads them
            """)

    @Option(help: ArgumentHelp("Show this event's mentions and history.", valueName: "event")) var event: String?
    @Option(help: ArgumentHelp("This mention is right.", valueName: "mention")) var accept: String?
    @Option(help: ArgumentHelp("This mention reports no event.", valueName: "mention")) var reject: String?
    @Option(help: ArgumentHelp("This mention was read wrongly; say what it is by the options below.", valueName: "mention")) var change:
        String?
    @Option(help: ArgumentHelp("These events are one; give it twice or more.", valueName: "event")) var merge: [String] = []
    @Option(help: ArgumentHelp("These mentions of --event are another event.", valueName: "mention")) var split: [String] = []
    @Option(help: ArgumentHelp("This correction no longer holds.", valueName: "number")) var withdraw: Int?

    @Option(help: "With --change: the type.") var type: EventType?
    @Option(help: "With --change: the mode; none for none.") var mode: String?
    @Option(help: ArgumentHelp("With --change: codes with commas between.", valueName: "codes")) var actors: String?
    @Option(help: ArgumentHelp("With --change: codes with commas between; none for none.", valueName: "codes")) var recipients: String?
    @Option(help: "With --change: future, hypothetical, negation, historical or none.") var aux: String?
    @Option(help: "With --change: YYYY, YYYY-MM, YYYY-MM-DD or none.") var date: String?

    @Option(help: "Who corrects.") var who: String?
    @Option(help: "Why.") var why: String?
    @Option(help: ArgumentHelp("Write hand-coded articles into this folder, a JSON file each.", valueName: "folder")) var export: String?

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        let asked = [accept != nil, reject != nil, change != nil, !merge.isEmpty, !split.isEmpty, withdraw != nil, export != nil]
        guard asked.filter({ $0 }).count < 2 else { throw ValidationError("Give one correction at a time.") }
        if !split.isEmpty, event == nil { throw ValidationError("--split needs --event: the event that the mentions are taken from.") }
        if asked.dropLast().contains(true), who == nil || why == nil {
            throw ValidationError("Say who you are and why (--who, --why): a correction without a reason cannot be judged later.")
        }
        let auxiliaries = ["future", "hypothetical", "negation", "historical", "none"]
        if let aux, !auxiliaries.contains(aux) { throw ValidationError("--aux must be one of \(auxiliaries.joined(separator: ", ")).") }
        if let date, date != "none", !ReadingChange.isDate(date) {
            throw ValidationError("--date \(date): give a day, month or year that there is (YYYY-MM-DD, YYYY-MM or YYYY), or none.")
        }
        let isChange = type != nil || [mode, actors, recipients, aux, date].contains { $0 != nil }
        if isChange, change == nil { throw ValidationError("Say which mention is to be read so: --change MENTION.") }
        if change != nil, !isChange {
            throw ValidationError("Say what --change changes: --type, --mode, --actors, --recipients, --aux or --date.")
        }
    }

    func run() throws {
        let ledger = try record.openExisting(try knowledge.folding(), merging: try knowledge.merging(), toWrite: isCorrection)
        let output = Output()
        if let export {
            try output.line("\(count(try GoldExport(ledger: ledger).write(to: export), "article")) written to \(export)")
        } else if isCorrection {
            let companions = try companions(ledger)
            try correct(ledger)
            if let latest = try ledger.reviews().first {
                try output.line(ReviewList.line(latest))
                let events = try ledger.events(ofMentions: companions + ledger.mentions(of: latest))
                try output.line("now of \(events.isEmpty ? "no event" : "event " + events.joined(separator: ", "))")
            }
        } else {
            for line in try listing(ledger) { try output.line(line) }
        }
        try output.flush()
    }

    private var isCorrection: Bool {
        accept != nil || reject != nil || change != nil || !merge.isEmpty || !split.isEmpty || withdraw != nil
    }

    /// The mentions of the events that are corrected: a correction may make others of them, with ids of their own.
    private func companions(_ ledger: Ledger) throws -> [String] {
        let events =
            try ledger.events(ofMentions: [accept, reject, change].compactMap(\.self)) + merge
            + (split.isEmpty ? [] : [event].compactMap(\.self))
        return try events.flatMap { try ledger.event(id: $0)?.mentions.map(\.id) ?? [] }
    }

    private func correct(_ ledger: Ledger) throws {
        let review = NewReview(who: who ?? "", why: why ?? "")
        if let accept { try ledger.accept(mention: accept, review) }
        if let reject { try ledger.reject(mention: reject, review) }
        if let change { try ledger.change(mention: change, review, reading) }
        if !merge.isEmpty { try ledger.merge(events: merge, review) }
        if !split.isEmpty, let event { try ledger.split(event: event, mentions: split, review) }
        if let withdraw { try ledger.withdraw(review: withdraw, review) }
    }

    private func reading(_ reading: inout Review.Reading) throws {
        let parties = try knowledge.parties()
        try ReadingChange(
            type: type, mode: mode, actors: try actors.map { try codes($0, parties) },
            recipients: try recipients.map { try codes($0, parties) }, aux: aux, date: date
        ).apply(to: &reading, try World.load(from: World.folder(knowledge.folder)).plover)
    }

    private func codes(_ list: String, _ parties: Parties) throws -> [String] {
        list == "none"
            ? [] : try list.split(separator: ",").filter { $0.contains { !$0.isWhitespace } }.map { try parties.code(String($0)) }
    }

    private func listing(_ ledger: Ledger) throws -> [String] {
        guard let event else { return try ledger.reviews().map(ReviewList.line) }
        guard let detail = try ledger.event(id: event) else { throw ReviewProblem.noEvent(event) }
        return ReviewList.lines(detail) + (try ledger.reviews(ofEvent: event)).map(ReviewList.line)
    }
}
