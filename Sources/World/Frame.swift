import Prose
import Tables

/// A trigger's reading: the words, the event they report, and where its parties stand; or a hint, of which only words and type are known.
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
    /// A bit for the low six bits of each first character of the one and each last of the other.
    private let firsts: UInt64
    private let lasts: UInt64
    public let example: String?
    public let counter: String?
    /// File and line, for `explain`.
    public let origin: String
    /// Whether readers of the news only sometimes took the words for an act: they stand for one where no trigger does.
    public let isHint: Bool

    private init(
        _ trigger: String, tails: [CodePoints], type: EventType, shape: Shape, notBefore: [CodePoints], notAfter: [CodePoints],
        isHint: Bool = false, _ row: Table.Row
    ) {
        self.trigger = trigger
        self.tails = tails
        self.type = type
        self.shape = shape
        self.notBefore = notBefore
        self.notAfter = notAfter
        firsts = notBefore.reduce(0) { $0 | ($1.first.map(Self.bit) ?? 0) }
        lasts = notAfter.reduce(0) { $0 | ($1.last.map(Self.bit) ?? 0) }
        mode = row["mode"]
        example = row["example"]
        counter = row["counter"]
        origin = "\(row.file):\(row.line)"
        self.isHint = isHint
    }

    private static func bit(_ point: UInt32) -> UInt64 { 1 << UInt64(point & 63) }

    /// Whether a word of `notBefore` may stand at a place: spares most frames the look at all of them.
    public func mayForbid(_ text: CodePoints, behind place: Int, _ range: Range<Int>) -> Bool {
        place < range.upperBound && firsts & Self.bit(text[place]) != 0
    }

    /// The same for a word of `notAfter` that ends at a place.
    public func mayForbid(_ text: CodePoints, before place: Int, _ range: Range<Int>) -> Bool {
        place > range.lowerBound && lasts & Self.bit(text[place - 1]) != 0
    }

    static let columns = ["trigger", "type", "mode", "frame", "not before", "not after", "example", "counter"]

    static func read(_ table: Table, plover: Plover, into frames: inout [Frame], _ builder: inout LexiconBuilder) throws {
        for row in table.rows {
            let trigger = builder.folding.fold(try row.require("trigger"))
            let type = try type(row)
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

    private static func type(_ row: Table.Row) throws -> EventType {
        let name = try row.require("type")
        guard let type = EventType(rawValue: name) else { throw row.problem("“\(name)” is not a PLOVER type") }
        return type
    }

    /// Reads words that are no triggers of their own; as `train hints` writes them, each once and folded.
    static func readHints(_ table: Table, into frames: inout [Frame], _ builder: inout LexiconBuilder) throws {
        var seen: Set<String> = []
        for row in table.rows {
            let word = try row.require("word")
            let type = try type(row)
            guard word.unicodeScalars.count >= 2 else { throw row.problem("“\(word)” is one letter; a hint has two or more") }
            guard builder.folding.fold(word) == word else { throw row.problem("“\(word)” must be folded: \(builder.folding.fold(word))") }
            guard seen.insert(word).inserted else { throw row.problem("“\(word)” stands twice") }
            builder.add([word], Entry(kind: .hint, name: word, index: frames.count))
            frames.append(Frame(word, tails: [], type: type, shape: .act, notBefore: [], notAfter: [], isHint: true, row))
        }
    }
}
