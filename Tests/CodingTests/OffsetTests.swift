import Coding
import Press
import Testing

@Suite("Offsets")
struct OffsetTests {
    @Test("The sample archive is read and coded")
    func archive() throws {
        let coded = try Shipped.coded()
        #expect(coded.count >= 28)
        #expect(coded.filter { !$0.events.isEmpty }.count * 10 >= coded.count * 8)
        #expect(coded.contains { $0.script == "Hant" } && coded.contains { $0.script == "Hans" })
    }

    @Test("Sentences are in order, do not overlap and lie within their passages")
    func sentences() throws {
        for coded in try Shipped.coded() {
            let count = coded.article.text.unicodeScalars.count
            #expect(coded.sentences.allSatisfy { !$0.isEmpty && $0.upperBound <= count })
            #expect(zip(coded.sentences, coded.sentences.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            for sentence in coded.sentences {
                let holds = coded.article.passages.contains {
                    $0.start <= sentence.lowerBound && sentence.upperBound <= $0.end && $0.kind != .boilerplate && $0.kind != .byline
                }
                #expect(holds, "\(coded.article.path) \(sentence)")
            }
        }
    }

    @Test("Triggers, parties and statements slice back to their words")
    func slices() throws {
        for coded in try Shipped.coded() {
            let text = coded.article.text
            for event in coded.events {
                let sentence = try #require(coded.sentences.indices.contains(event.sentence) ? coded.sentences[event.sentence] : nil)
                for span in [event.trigger] + (event.actors + event.recipients).compactMap(\.span) {
                    #expect(words(text, span.start, span.end) == span.text)
                    #expect(sentence.lowerBound <= span.start && span.end <= sentence.upperBound, "\(span)")
                }
            }
            for statement in coded.statements {
                #expect(words(text, statement.span.start, statement.span.end) == statement.span.text)
                if let span = statement.speaker?.span { #expect(words(text, span.start, span.end) == span.text) }
                let first = try #require(statement.sentences.first)
                let last = try #require(statement.sentences.last)
                #expect(coded.sentences[first].lowerBound <= statement.span.start && statement.span.end <= coded.sentences[last].upperBound)
            }
        }
    }

    @Test("Events of a sentence differ in type or parties, and stand in order")
    func order() throws {
        for coded in try Shipped.coded() {
            #expect(
                zip(coded.events, coded.events.dropFirst()).allSatisfy {
                    ($0.sentence, $0.trigger.start) <= ($1.sentence, $1.trigger.start)
                })
            let keys = coded.events.map { "\($0.sentence) \(EventCase.line($0))" }
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test("Code points beyond the basic plane and combining marks shift nothing", arguments: ["😀😀", "e\u{301}", "👨‍👩‍👧", "\u{1F1E8}\u{1F1F3}"])
    func beyond(_ prefix: String) throws {
        let coded = try Shipped.coder().code(Article(body: [prefix + "。美国谴责俄罗斯。"]))
        let event = try #require(coded.events.first)
        #expect(event.trigger.text == "谴责")
        #expect(words(coded.article.text, event.trigger.start, event.trigger.end) == "谴责")
    }
}
