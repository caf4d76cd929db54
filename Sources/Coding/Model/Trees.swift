import Foundation
import Tables

/// Gradient-boosted regression trees (Friedman 2001) over named columns: their sum is the log odds of a chance.
///
/// Kept as the knowledge file `verdict.txt`: `columns NAME…`, `start LOGODDS`, then a tree a line, its nodes in preorder: `COLUMN<=BOUND` for a
/// question, whose yes stands first, and a number for a leaf.
package struct Trees: Sendable {
    package enum Node: Sendable {
        /// Goes on with the next node where the column is at most the bound, else with the one at `no`.
        case question(column: Int, bound: Float, no: Int)
        case leaf(Float)
    }

    let columns: [String]
    let start: Float
    let trees: [[Node]]

    package init(columns: [String], start: Float, trees: [[Node]]) {
        (self.columns, self.start, self.trees) = (columns, start, trees)
    }

    /// A model that knows nothing: even odds.
    package static let none = Trees(columns: [], start: 0, trees: [])

    func probability(_ values: [Float]) -> Float { 1 / (1 + exp(-score(values))) }

    package func score(_ values: [Float]) -> Float {
        trees.reduce(start) { $0 + Self.leaf($1, values) }
    }

    private static func leaf(_ tree: [Node], _ values: [Float]) -> Float {
        var at = 0
        while true {
            switch tree[at] {
            case .leaf(let value): return value
            case .question(let column, let bound, let no): at = values[column] <= bound ? at + 1 : no
            }
        }
    }
}
