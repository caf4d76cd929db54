import Tables

/// Folds text for matching: traditional characters to simplified, full-width letters and digits to ASCII, one code point for
/// one, so that every offset into the folded text is an offset into the text.
///
/// Phrase conversion, which changes lengths, is for display and not done here.
public struct Folding: Sendable {
    /// Folded form by code point, for the basic multilingual plane.
    private let map: [UInt16]
    /// The characters that exist only in traditional text, for telling scripts apart.
    private let traditional: PointSet

    /// - Parameter table: `folding.txt`: a traditional character and the simplified one it is matched as.
    /// - Throws: ``TableProblem`` where a cell is not one character, or a fold would have to be folded again.
    public init(_ table: Table) throws {
        var map = (0..<0x10000).map { UInt16($0) }
        var traditional: Set<UInt32> = []
        for row in table.rows {
            let from = Array(try row.require("hant").unicodeScalars)
            let to = Array(try row.require("hans").unicodeScalars)
            guard from.count == 1, to.count == 1 else { throw row.problem("each cell must be one character") }
            guard from[0].value < 0x10000, to[0].value < 0x10000 else { continue }
            map[Int(from[0].value)] = UInt16(to[0].value)
            traditional.insert(from[0].value)
        }
        for row in table.rows {
            let to = try row.require("hans").unicodeScalars.first?.value ?? 0
            if to < 0x10000, map[Int(to)] != UInt16(to) { throw row.problem("a fold must not be folded again") }
        }
        for wide in 0xFF01...0xFF5E where !Folding.keptWide.contains(wide) { map[wide] = UInt16(wide - 0xFEE0) }
        for dot in Folding.dots { map[dot] = 0xB7 }
        map[0x3000] = 0x20
        map[0x00A0] = 0x20
        self.map = map
        self.traditional = PointSet(traditional)
    }

    /// What stands for · between the parts of a foreign name: ‧ • ∙ ・ and the wide full stop, which in a hundred places of a corpus is a
    /// name's a hundred times (穆罕默德．沙尔曼).
    private static let dots = [0x2027, 0x2022, 0x2219, 0x30FB, 0xFF0E]

    /// Chinese text sets these wide as a rule; they stay, so that one form is enough in the rules: ！（），：；？
    private static let keptWide: Set<Int> = [0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F]

    @inlinable
    public func callAsFunction(_ points: CodePoints) -> CodePoints { fold(points) }

    /// The folded text, as long as the text.
    public func fold(_ points: CodePoints) -> CodePoints {
        map.withUnsafeBufferPointer { map in
            CodePoints(unsafeUninitializedCapacity: points.count) { folded, count in
                for index in points.indices {
                    let point = points[index]
                    folded[index] = point < 0x10000 ? UInt32(map[Int(point)]) : point
                }
                count = points.count
            }
        }
    }

    /// Folds an array's tail where it stands.
    func fold(_ points: inout CodePoints, from start: Int) {
        for index in start..<points.count where points[index] < 0x10000 { points[index] = UInt32(map[Int(points[index])]) }
    }

    /// The folded text.
    public func fold(_ text: String) -> String {
        let folded = fold(CodePoints(points: text))
        return folded.string(0..<folded.count)
    }

    /// `Hant` where characters that only traditional text has make up more than a twentieth of the Han characters, else `Hans`.
    ///
    /// Simplified text quotes a traditional name now and then; traditional text has about one such character in three.
    public func script(of points: CodePoints) -> String {
        var han = 0
        var marked = 0
        for point in points.prefix(2000) where isHan(point) {
            han += 1
            if traditional.contains(point) { marked += 1 }
        }
        return marked * 20 > han ? "Hant" : "Hans"
    }
}
