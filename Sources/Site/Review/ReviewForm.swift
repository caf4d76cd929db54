import Prose
import World

/// A ruling as a form or a program's message has it, read strictly.
struct ReviewForm {
    private let values: Query

    /// The longest value of a field, in characters.
    static let longest = 1000
    /// Takes a value away.
    static let none = "none"

    init(_ body: String) { values = Query(body, longest: Self.longest) }

    subscript(_ name: String) -> String? { values[name] }

    /// - Parameter known: the codes that parties may have.
    /// - Throws: ``Refusal`` with the mend.
    func ruling(by who: String, known: (String) -> Bool) throws -> Ruling {
        let subject: Ruling.Subject
        if let mention = values["mention"] {
            subject = .mention(mention)
        } else if let event = values["event"] {
            subject = .event(event)
        } else {
            throw Refusal(.badRequest, "mention or event is missing: what is ruled on")
        }
        return Ruling(subject, try decision(known), who: who, why: values["why"])
    }

    private func decision(_ known: (String) -> Bool) throws -> Ruling.Decision {
        switch values["decision"] {
        case "accept": return .accept
        case "reject": return .reject
        case "change":
            var change = Ruling.Change()
            change.type = try values["type"].map { type in
                guard EventType(rawValue: type) != nil else { throw Refusal(.badRequest, "type must be one of PLOVER's") }
                return type
            }
            change.mode = values["mode"]
            change.actors = try codes("actors", known)
            change.recipients = try codes("recipients", known)
            change.date = try values["date"].map { date in
                guard Day(iso: date)?.iso == date else { throw Refusal(.badRequest, "date must be a day such as 2023-09-01") }
                return date
            }
            guard !change.isEmpty else { throw Refusal(.badRequest, "nothing is changed; fill in what should be otherwise") }
            return .change(change)
        default: throw Refusal(.badRequest, "decision must be accept, reject or change")
        }
    }

    private func codes(_ name: String, _ known: (String) -> Bool) throws -> [String]? {
        guard let text = values[name] else { return nil }
        if text == Self.none { return [] }
        let codes = text.split { $0 == " " || $0 == "," || $0 == ";" }.map { $0.uppercased() }
        for code in codes where !known(code) {
            throw Refusal(.badRequest, "\(name): “\(code.prefix(40))” is no code; CHN, USA, EUR or IGO:NATO are")
        }
        return codes
    }
}
