import Prose
import Tables

/// A trigger's reading: the words, the event they report, and where its parties stand.
public final class Frame: Sendable {
    /// Where the parties stand; see `Knowledge/README.md`.
    public enum Shape: String, Sendable, Hashable, CaseIterable {
        case act, toward, with, visit, suffered, say, noun
    }

    public let trigger: String
    /// The words after each `…`, folded; empty for a trigger in one piece.
    public let tails: [CodePoints]
    public let type: EventType
    public let mode: String?
    public let shape: Shape
    /// Folded words that must not directly follow or precede.
    public let notBefore: [CodePoints]
    public let notAfter: [CodePoints]
    public let example: String?
    public let counter: String?
    /// File and line, for `explain`.
    public let origin: String

    private init(
        _ trigger: String, tails: [CodePoints], type: EventType, shape: Shape, notBefore: [CodePoints], notAfter: [CodePoints],
        _ row: Table.Row
    ) {
        self.trigger = trigger
        self.tails = tails
        self.type = type
        self.shape = shape
        self.notBefore = notBefore
        self.notAfter = notAfter
        mode = row["mode"]
        example = row["example"]
        counter = row["counter"]
        origin = "\(row.file):\(row.line)"
    }

    static let columns = ["trigger", "type", "mode", "frame", "not before", "not after", "example", "counter"]

    static func read(_ table: Table, plover: Plover, into frames: inout [Frame], _ builder: inout LexiconBuilder) throws {
        for row in table.rows {
            let trigger = builder.folding.fold(try row.require("trigger"))
            guard let type = EventType(rawValue: try row.require("type")) else {
                throw row.problem("“\(row["type"] ?? "")” is not a PLOVER type")
            }
            guard let shape = Shape(rawValue: try row.require("frame")) else {
                throw row.problem("“\(row["frame"] ?? "")” is no frame; one of \(Shape.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            if let mode = row["mode"], plover.modes[type]?[mode] == nil { throw row.problem("\(type.rawValue) has no mode “\(mode)”") }
            let parts = trigger.split(separator: "…").map(String.init)
            guard let head = parts.first else { throw row.problem("a trigger must have words") }
            let folding = builder.folding
            let fold = { (words: [String]) in words.map { CodePoints(points: folding.fold($0)) } }
            let frame = Frame(
                trigger, tails: parts.dropFirst().map { CodePoints(points: $0) }, type: type, shape: shape,
                notBefore: fold(row.list("not before")), notAfter: fold(row.list("not after")), row)
            builder.add([head], Entry(kind: .frame, name: trigger, index: frames.count))
            frames.append(frame)
        }
    }
}
