import Ledger
import Site
import World

/// The ledger as the site's reviewers write to it.
struct LedgerDesk: ReviewDesk {
    let ledger: Ledger
    let plover: Plover

    func keep(_ ruling: Ruling) throws {
        let review = NewReview(who: ruling.who, why: ruling.why ?? Ruling.noReason)
        do {
            for mention in try mentions(ruling.subject) {
                switch ruling.decision {
                case .accept: try ledger.accept(mention: mention, review)
                case .reject: try ledger.reject(mention: mention, review)
                case .change(let change): try ledger.change(mention: mention, review) { try read(change, into: &$0) }
                }
            }
        } catch let problem as ReviewProblem {
            throw RulingProblem("\(problem)")
        } catch let complaint as Complaint {
            throw RulingProblem("\(complaint)")
        }
    }

    func takeBack(_ number: Int, who: String, why: String?) throws {
        do {
            try ledger.withdraw(review: number, NewReview(who: who, why: why ?? Ruling.noReason))
        } catch let problem as ReviewProblem {
            throw RulingProblem("\(problem)")
        }
    }

    private func mentions(_ subject: Ruling.Subject) throws -> [String] {
        switch subject {
        case .mention(let id): return [id]
        case .event(let id):
            guard let event = try ledger.event(id: id) else { throw ReviewProblem.noEvent(id) }
            return event.mentions.map(\.id)
        }
    }

    private func read(_ change: Ruling.Change, into reading: inout Review.Reading) throws {
        // A form sends the old mode along with another type, which has none of that name.
        let isLeftOver = change.type != nil && change.type != reading.type && change.mode == reading.mode
        try ReadingChange(
            type: try change.type.map { text in
                guard let type = EventType(rawValue: text) else { throw RulingProblem("\(text): not one of PLOVER's types") }
                return type
            }, mode: isLeftOver ? nil : change.mode, actors: change.actors, recipients: change.recipients, date: change.date
        ).apply(to: &reading, plover)
    }
}
