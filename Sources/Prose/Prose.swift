/// Prose reads Chinese text: it folds scripts, cuts sentences, finds the words of a lexicon and resolves times.
/// It knows nothing of files, pages or politics.
///
/// - ``Folding``: one character for one, so that offsets hold in either script.
/// - ``SentenceSplitter``: spans of sentences.
/// - ``Lexicon``: every entry found in one pass.
/// - ``TimeReader``: 昨天, 上周五（9月22日）, 去年11月 → intervals.
///
/// Text is handled as arrays of Unicode code points (`UInt32`): an index into such an array is an offset of the record.
public typealias CodePoints = [UInt32]

extension Array where Element == UInt32 {
    /// The code points of a string.
    public init(points text: some StringProtocol) {
        self = text.unicodeScalars.map(\.value)
    }

    /// The string that a range of code points spells.
    public func string(_ range: Range<Int>) -> String {
        var scalars = String.UnicodeScalarView()
        for value in self[range] { scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        return String(scalars)
    }
}

/// A code point from a character literal.
@inlinable
public func point(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }

/// Han characters: the basic block, extension A and the compatibility block, which is what newspapers print.
@inlinable
public func isHan(_ point: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(point) || (0x3400...0x4DBF).contains(point) || (0xF900...0xFAFF).contains(point)
}

/// ASCII letters and Latin letters with marks.
@inlinable
public func isLatin(_ point: UInt32) -> Bool {
    (0x41...0x5A).contains(point) || (0x61...0x7A).contains(point) || (0xC0...0x24F).contains(point)
}

/// ASCII digits.
@inlinable
public func isDigit(_ point: UInt32) -> Bool { (0x30...0x39).contains(point) }
