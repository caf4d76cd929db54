import COpenCC
import Synchronization

/// Shows Chinese text in the other script, phrase by phrase: 头发 becomes 頭髮 and 发展 發展, which no table of single characters can tell apart.
///
/// For reading only; what is searched, compared and cited is the text as it was published. Converts by OpenCC (Apache License 2.0), as Debian packages it.
final class ScriptConversion: Sendable {
    enum Script: String, Sendable, CaseIterable {
        case hans, hant

        var tag: String { self == .hans ? "zh-Hans" : "zh-Hant" }

        fileprivate var configuration: String { self == .hans ? "t2s.json" : "s2t.json" }
    }

    /// Longer texts are left as they are: the work is linear, but no article is so long.
    private static let longest = 2_000_000

    private let converter: Mutex<Converter>

    /// nil where OpenCC's dictionaries are missing.
    init?(to script: Script) {
        guard let pointer = site_opencc_open(script.configuration) else { return nil }
        converter = Mutex(Converter(pointer: pointer))
    }

    deinit { converter.withLock { _ = opencc_close($0.pointer) } }

    /// The text in the other script; nil where it cannot be converted.
    func convert(_ text: String) -> String? {
        // Text with NUL in it would be cut there.
        guard text.utf8.count <= Self.longest, !text.utf8.contains(0) else { return nil }
        return converter.withLock { converter in
            guard let converted = opencc_convert_utf8(converter.pointer, text, text.utf8.count) else { return nil }
            defer { opencc_convert_utf8_free(converted) }
            return String(cString: converted)
        }
    }

    /// Runs of a text in the other script, their marks kept.
    ///
    /// Converted as a whole, so that phrases across marks are seen; where that changes how many characters there are, run by run.
    func convert(_ segments: [Segment]) -> [Segment] {
        let whole = convert(segments.map(\.text).joined()).map { Array($0.unicodeScalars) } ?? []
        let lengths = segments.map(\.text.unicodeScalars.count)
        var start = 0
        return zip(segments, lengths).map { segment, length in
            defer { start += length }
            let text = whole.count == lengths.reduce(0, +) ? string(whole[start..<(start + length)]) : convert(segment.text) ?? segment.text
            return Segment(text: text, mark: segment.mark, hint: segment.hint, link: segment.link)
        }
    }

    /// OpenCC's handle: used by one thread at a time, so that it may be handed between them.
    private struct Converter: @unchecked Sendable {
        let pointer: opencc_t
    }
}

/// The conversions that a site offers.
struct ScriptConversions: Sendable {
    private let all: [ScriptConversion.Script: ScriptConversion]

    init() {
        let made = ScriptConversion.Script.allCases.compactMap { script in ScriptConversion(to: script).map { (script, $0) } }
        all = Dictionary(uniqueKeysWithValues: made)
    }

    subscript(_ script: ScriptConversion.Script) -> ScriptConversion? { all[script] }
}
