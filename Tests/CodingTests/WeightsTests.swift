import Coding
import Foundation
import Tables
import Testing

@Suite("The file of weights")
struct WeightsTests {
    private static let event = (name: "event", classes: ["none", "AID"], features: [(name: "w=援助", weights: [Float(-0.5), 1.25])])
    private static let date = (name: "date", classes: ["score"], features: [(name: "none", weights: [Float(0.1)])])
    private static let newer = (name: "date", classes: ["score"], features: [(name: "dispatch", weights: [Float(-2)])])

    @Test("one model is learned anew, the others and the note stay")
    func replaced() throws {
        let file = Weights.text([Self.event, Self.date], note: "of 2 articles")
        let changed = Weights.text(file, with: Weights.text([Self.newer], note: "of 3 articles"))
        #expect(changed == Weights.text([Self.event, Self.newer], note: "of 2 articles"))
        _ = try Weights(Data(changed.utf8), file: "weights.txt")
    }

    @Test("a model that the file does not have is not added")
    func unknown() {
        let file = Weights.text([Self.event], note: "of 2 articles")
        #expect(Weights.text(file, with: Weights.text([Self.newer], note: "")) == file)
    }
}
