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
            let mentions = try mentions(ruling.subject)
            var same = 0
            for mention in mentions {
                switch ruling.decision {
                case .accept: try ledger.accept(mention: mention, review)
                case .reject: try ledger.reject(mention: mention, review)
                case .change(let change):
                    do {
                        try ledger.change(mention: mention, review) { try read(change, into: &$0) }
                    } catch ReviewProblem.nothingChanged {
                        same += 1
                    }
                }
            }
            if same == mentions.count { throw ReviewProblem.nothingChanged }
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
            }, mode: isLeftOver ? nil : change.mode, actors: change.actors, recipients: change.recipients,
            // So it does with the first day of a date of several.
            date: change.date == reading.dateStart ? nil : change.date
        ).apply(to: &reading, plover)
    }
}
