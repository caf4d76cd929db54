import Coding
import Prose
import Testing

/// A text with the codes of the parties in it that act for a state or organisation, in order; one named twice running stands once.
struct PartyCase: Sendable, CustomTestStringConvertible {
    let text: String
    let codes: [String]
    /// Why the coder still falls short here; nil where it must hold.
    let known: String?

    init(_ text: String, _ codes: String..., known: String? = nil) {
        self.text = text
        self.codes = codes
        self.known = known
    }

    var testDescription: String { text }

    func check() throws {
        let explanation = try Shipped.coder().explain(text, published: Day(iso: "2023-09-20"))
        let named = explanation.sentences.flatMap(\.parties).filter { !$0.meaning.contains("acts for nobody") }
            .map { $0.meaning.prefix { $0 != "," }.split(separator: "+").sorted().joined(separator: "+") }.filter { $0 != "no code" }
        let found = named.indices.filter { $0 == 0 || named[$0] != named[$0 - 1] }.map { named[$0] }
        withKnownIssue(Comment(rawValue: known ?? "")) {
            #expect(found == codes)
        } when: {
            known != nil
        }
    }
}
