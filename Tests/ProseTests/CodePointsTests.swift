import Prose
import Testing

@Suite("Code points")
struct CodePointsTests {
    @Test("Text and code points go into each other", arguments: ["", "中国", "é", "e\u{301}", "😀👨‍👩‍👧", "\r\n", "a\u{0}b"])
    func roundTrip(_ text: String) {
        let points = CodePoints(points: text)
        #expect(points.count == text.unicodeScalars.count)
        #expect(points.string(0..<points.count) == text)
    }

    @Test("A value that is no scalar is shown as a replacement")
    func surrogate() { #expect(([0x4E2D, 0xD800, 0x11_0000] as CodePoints).string(0..<3) == "中\u{FFFD}\u{FFFD}") }

    static let kinds: [(scalar: Unicode.Scalar, han: Bool, latin: Bool, digit: Bool)] = [
        ("中", true, false, false), ("㐀", true, false, false), ("豈", true, false, false), ("a", false, true, false),
        ("É", false, true, false), ("5", false, false, true), ("５", false, false, false), ("。", false, false, false),
        ("あ", false, false, false), ("한", false, false, false), (" ", false, false, false),
    ]

    @Test("Kinds of characters", arguments: kinds)
    func kind(_ one: (scalar: Unicode.Scalar, han: Bool, latin: Bool, digit: Bool)) {
        let value = point(one.scalar)
        #expect(isHan(value) == one.han)
        #expect(isLatin(value) == one.latin)
        #expect(isDigit(value) == one.digit)
    }
}
