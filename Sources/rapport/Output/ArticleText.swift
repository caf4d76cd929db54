import Foundation
import Press

/// An article for people: each passage behind its kind, coloured where the output shows colours.
struct ArticleText: ArticlePrinter {
    let isColoured: Bool
    /// Where lines are broken; nil leaves them whole, for files and pipes.
    let columns: Int?

    private static let margin = 13

    func lines(_ article: Article, _ repeats: [Repeat]) -> [String] {
        var lines = [
            painted(head(article), .faint), painted(article.url.map { "\(article.path)  \(legible($0))" } ?? article.path, .faint),
        ]
        for flag in article.flags + repeats.map({ "\($0)" }) { lines.append(painted("! \(flag)", .yellow)) }
        var pictures = article.pictures[...]
        for (index, (passage, text)) in zip(article.passages, article.passageTexts).enumerated() {
            // A picture without a caption stands before the next that has one.
            if let last = pictures.lastIndex(where: { ($0.passages.first ?? .max) <= index }) {
                for picture in pictures[...last] { lines += labelled("picture", about(picture), .faint) }
                pictures = pictures[(last + 1)...]
            }
            lines += row(passage, String(text))
        }
        for picture in pictures { lines += labelled("picture", about(picture), .faint) }
        for table in article.tables {
            lines += labelled("table", "\(table.rows.count) rows of \(table.rows.map(\.cells.count).max() ?? 0)", .faint)
        }
        return lines + [""]
    }

    /// Outlet, day and how it is known.
    private func head(_ article: Article) -> String {
        let day = article.localDate.map { day in
            let clock = [article.clock.map { "clock: \($0)" }, article.certainty?.rawValue].compactMap { $0 }.joined(separator: ", ")
            return clock.isEmpty ? day : "\(day) (\(clock))"
        }
        return [article.outlet ?? "unknown outlet", day ?? "no date"].joined(separator: "  ")
    }

    private func about(_ picture: Picture) -> String {
        let place = picture.gallery.map { " (gallery \($0))" } ?? ""
        return legible(picture.source) + place
    }

    private func row(_ passage: Passage, _ text: String) -> [String] {
        labelled(passage.role?.rawValue ?? passage.kind.rawValue, text, Paint(passage.kind))
    }

    private func labelled(_ label: String, _ text: String, _ paint: Paint?) -> [String] {
        let margin = String(repeating: " ", count: ArticleText.margin)
        let first = label + margin.dropFirst(label.count)
        let parts = columns.map { broken(text, every: max(20, $0 - ArticleText.margin)) } ?? [text]
        return parts.enumerated().map { ($0 == 0 ? painted(first, paint == .faint ? .faint : .green) : margin) + painted($1, paint) }
    }

    private func painted(_ text: String, _ paint: Paint?) -> String {
        guard isColoured, let paint else { return text }
        return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
    }
}

/// Colours of a terminal by their ANSI numbers (ECMA-48, Select Graphic Rendition).
private enum Paint: String {
    case bold = "1"
    case faint = "2"
    case green = "32"
    case yellow = "33"
    case cyan = "36"

    init?(_ kind: Passage.Kind) {
        switch kind {
        case .title, .heading: self = .bold
        case .body: return nil
        case .caption: self = .cyan
        case .byline: self = .yellow
        case .boilerplate: self = .faint
        }
    }
}

/// An address with its Chinese characters, where it still is one word so.
private func legible(_ address: String) -> String {
    guard address.utf8.contains(UInt8(ascii: "%")), let plain = address.removingPercentEncoding,
        !plain.contains(where: { $0.isWhitespace || $0.isNewline }),
        plain.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control && $0.properties.generalCategory != .format })
    else { return address }
    return plain
}

/// A text in lines of at most so many columns; Chinese may be broken anywhere.
private func broken(_ text: String, every columns: Int) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var width = 0
    for scalar in text.unicodeScalars {
        let own = displayWidth(String(scalar))
        if width + own > columns {
            lines.append(String(line))
            line = .init()
            width = 0
        }
        line.append(scalar)
        width += own
    }
    return lines + [String(line)]
}

/// How wide the terminal is on which standard output shows; nil for files and pipes.
var terminalColumns: Int? {
    guard isatty(STDOUT_FILENO) != 0 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
}
