import Foundation
import Tables

extension Trees {
    /// The trees of a knowledge folder's `verdict.txt`.
    /// - Throws: ``TableProblem`` where it is missing or malformed, or was made for other columns than the coder fills.
    init(in folder: URL) throws {
        let url = folder.appendingPathComponent("verdict.txt")
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw TableProblem(file: url.path, line: 1, message: "the trees are missing; is this a whole knowledge folder?")
        }
        try self.init(data, file: "verdict.txt")
        guard columns == Verdict.names else {
            throw TableProblem(file: "verdict.txt", line: 2, message: "the columns are not those that the coder fills; run `make weights`")
        }
    }

    /// Reads a trees file.
    /// - Throws: ``TableProblem`` with file and line.
    package init(_ data: Data, file: String) throws {
        var (columns, start, trees) = ([String](), Float(0), [[Node]]())
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            let problem = { (message: String) in TableProblem(file: file, line: number + 1, message: message) }
            switch words[0] {
            case "columns": columns = words.dropFirst().map(String.init)
            case "start":
                guard words.count == 2, let value = Float(words[1]) else { throw problem("expected “start” and a number") }
                start = value
            case "tree":
                var nodes: [Node] = []
                var rest = words.dropFirst()
                guard Self.node(&rest, columns, into: &nodes), rest.isEmpty else {
                    throw problem("expected a tree in preorder: COLUMN<=BOUND with its two branches, or a number")
                }
                trees.append(nodes)
            default: throw problem("expected “columns”, “start” or “tree”")
            }
        }
        self.init(columns: columns, start: start, trees: trees)
    }

    /// The file's text.
    package func text(note: String) -> String {
        let lines = trees.map { tree in
            "tree "
                + tree.map { node in
                    switch node {
                    case .leaf(let value): String(value)
                    case .question(let column, let bound, _): columns[column] + "<=" + String(bound)
                    }
                }.joined(separator: " ")
        }
        return (["# " + note, "columns " + columns.joined(separator: " "), "start \(start)"] + lines).joined(separator: "\n") + "\n"
    }

    /// A node with all below it; false where words run out or name no column.
    private static func node(_ words: inout ArraySlice<Substring>, _ columns: [String], into nodes: inout [Node]) -> Bool {
        guard let word = words.popFirst() else { return false }
        if let value = Float(word) {
            nodes.append(.leaf(value))
            return true
        }
        let parts = word.split(separator: "<")
        guard parts.count == 2, parts[1].hasPrefix("="), let bound = Float(parts[1].dropFirst()),
            let column = columns.firstIndex(of: String(parts[0]))
        else { return false }
        let at = nodes.count
        nodes.append(.leaf(0))
        guard node(&words, columns, into: &nodes) else { return false }
        nodes[at] = .question(column: column, bound: bound, no: nodes.count)
        return node(&words, columns, into: &nodes)
    }
}
