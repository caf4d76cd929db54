/// Trees of questions about some numbers, whose answers add up to log-odds (gradient boosting: Friedman 2001; learned with LightGBM, Ke et al. 2017).
public struct Trees: Sendable {
    /// A question, or where `sign` is negative an answer.
    private struct Node: Sendable {
        let sign: Int16
        /// The most of the sign that leads to the next row, and how many rows on what is more leads; of an answer, what it adds.
        let value: Double
        let above: Int16
    }

    /// What a table of questions must have.
    public static let columns = ["sign", "value", "above"]

    private let nodes: [Node]
    /// Where each tree begins.
    private let roots: [Int]
    /// What each tree and all behind it may add at most; a trifle more, for sums that round otherwise.
    private let most: [Double]

    /// No tree: nothing is likely.
    public init() { self.init([Node(sign: -1, value: -10, above: 0)], [0]) }

    private init(_ nodes: [Node], _ roots: [Int]) {
        (self.nodes, self.roots) = (nodes, roots)
        let ends = roots.dropFirst() + [nodes.count]
        let answers = zip(roots, ends).map { start, end in nodes[start..<end].lazy.filter { $0.sign < 0 }.map(\.value).max() ?? 0 }
        var rest = 1e-9
        most = answers.reversed().map { answer in
            rest += answer
            return rest
        }.reversed()
    }

    /// Reads a table with ``columns``: each question before those that it leads to.
    /// - Parameter signs: the names of the numbers that may be asked for, in their order.
    /// - Throws: ``TableProblem`` with file and line.
    public init(_ table: Table, signs: [String]) throws {
        let names = Dictionary(uniqueKeysWithValues: signs.enumerated().map { ($1, Int16($0)) })
        var nodes: [Node] = []
        var roots: [Int] = []
        // The rows that questions lead to when more of the sign is there than their value; a tree has ended when none is left.
        var owed: [Int] = []
        for (place, row) in table.rows.enumerated() {
            guard let value = Double(try row.require("value")) else { throw row.problem("the value must be a number") }
            if nodes.last.map({ $0.sign < 0 }) ?? true {
                if owed.isEmpty { roots.append(place) } else if owed.removeLast() != place { throw row.problem("no question leads here") }
            }
            guard let sign = row["sign"] else {
                nodes.append(Node(sign: -1, value: value, above: 0))
                continue
            }
            guard let known = names[sign] else { throw row.problem("there is no sign “\(sign)”") }
            guard let above = Int16(try row.require("above")), above > 1 else {
                throw row.problem("above must be 2 or more: how many rows on")
            }
            nodes.append(Node(sign: known, value: value, above: above))
            owed.append(place + Int(above))
        }
        guard owed.isEmpty, nodes.last.map({ $0.sign < 0 }) ?? false else {
            throw TableProblem(file: table.file, line: table.rows.last?.line ?? 1, message: "the file breaks off within a tree")
        }
        self.init(nodes, roots)
    }

    /// The log-odds; nil as soon as they cannot exceed the least any more. Cost: a few comparisons for each tree.
    /// - Parameter values: one for each sign.
    public func sum(_ values: [Double], above least: Double = -.infinity) -> Double? {
        nodes.withUnsafeBufferPointer { nodes in
            values.withUnsafeBufferPointer { signs in
                var sum = 0.0
                for (number, root) in roots.enumerated() {
                    if sum + most[number] <= least { return nil }
                    var place = root
                    while nodes[place].sign >= 0 {
                        place += signs[Int(nodes[place].sign)] <= nodes[place].value ? 1 : Int(nodes[place].above)
                    }
                    sum += nodes[place].value
                }
                return sum > least ? sum : nil
            }
        }
    }
}
