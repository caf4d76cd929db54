import Coding
import Press
import Prose
import Testing

/// A sentence with the events that it reports, written `TYPE actors > recipients`; codes of joint acts stand sorted without `>`.
struct EventCase: Sendable, CustomTestStringConvertible {
    let text: String
    let events: [String]
    let isTitle: Bool
    /// Why the coder still falls short here, or does with some weights; nil where it must hold.
    let known: String?

    init(_ text: String, _ events: String..., title: Bool = false, known: String? = nil) {
        self.text = text
        self.events = events
        isTitle = title
        self.known = known
    }

    var testDescription: String { text }

    func check() throws {
        let article = isTitle ? Article(title: text, body: []) : Article(body: [text])
        let found = try Shipped.coder().code(article).events.map(Self.line)
        withKnownIssue(Comment(rawValue: known ?? ""), isIntermittent: true) {
            #expect(found.sorted() == events.sorted())
        } when: {
            known != nil
        }
    }

    static func line(_ event: EventMention) -> String {
        let actors = event.actors.compactMap(\.code)
        let recipients = event.recipients.compactMap(\.code)
        if event.type.isJoint(recipients: recipients) {
            return "\(event.type.rawValue) " + Set(actors + recipients).sorted().joined(separator: " ")
        }
        return "\(event.type.rawValue) \(actors.sorted().joined(separator: " ")) > \(recipients.sorted().joined(separator: " "))"
    }
}
