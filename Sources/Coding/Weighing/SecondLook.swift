import Foundation
import Tables
import World

/// Weighs each event that a sentence may report once more, beside all that its article may report: what is told again elsewhere, what another
/// trigger of the sentence tells better, what the models disagree on.
///
/// Trees learned by `Scripts/fit-second-look` from articles that none of the first models had seen.
struct SecondLook: Sendable {
    private let trees: Trees

    /// Less likely than this by the sentence alone, type and parties together, and it is not looked at again.
    static let floor: Float = 0.08
    /// What is less likely than this by the article is not reported; tuned by cross-validation.
    static let threshold: Float = 0.3

    init(_ trees: Trees) { self.trees = trees }

    /// - Throws: ``TableProblem`` where `second-look.txt` of the knowledge folder is malformed.
    init(in folder: URL) throws {
        trees = try Trees(
            World.table("second-look.txt", in: folder, required: Trees.columns), signs: Clue.allCases.map(\.name))
    }

    /// Prospects, each with its likelihood by the article.
    func weighed(_ prospects: [Prospect], _ scene: Scene) -> [Prospect] {
        let clues = Clues(scene, prospects)
        return prospects.indices.map { index in
            var prospect = prospects[index]
            prospect.probability = Float(1 / (1 + exp(-(trees.sum(clues.values(index)) ?? 0))))
            return prospect
        }
    }
}
