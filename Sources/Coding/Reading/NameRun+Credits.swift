import Prose
import World

// Who took a picture or wrote an article, as its credits name them.

extension NameRun {
    /// REUTERS/Kevin Lamarque, （美国之音/汤惠芸）, 丹珍摄, 责编：何平: with the agency before them where there is one.
    var credited: [(name: Range<Int>, of: Mention?)] {
        let agencies = sentence.mentions.filter { $0.kind == .body && $0.sector == "MED" && !$0.isPerson }
        let behind = agencies.compactMap { agency in credit(behind: agency.end).map { (name: $0, of: Optional(agency)) } }
        let signed = sentence.range.compactMap { at -> (name: Range<Int>, of: Mention?)? in
            let name = text[at] == Self.shot ? photographer(before: at) : Self.colons.contains(text[at]) ? labelled(at) : nil
            return name.map { ($0, nil) }
        }
        return (behind + signed).filter { !isKnown($0.name) }
    }

    // MARK: - Private

    private static let shot: UInt32 = 0x6444  // 摄
    private static let slashes = PointSet("/／")
    private static let dashes = PointSet("-–—")
    private static let labels = [
        "记者", "编辑", "责编", "网编", "主编", "撰稿", "撰文", "作者", "译者", "编译", "核稿", "摄影", "制图",
    ].map { CodePoints(points: $0) }
    private static let colons = PointSet("：:")

    /// The name that a slash or a dash sets off from the agency.
    private func credit(behind end: Int) -> Range<Int>? {
        var at = skipBlanks(end)
        guard at < sentence.range.upperBound, Self.slashes.contains(text[at]) || at > end && Self.dashes.contains(text[at]) else {
            return nil
        }
        let isSlash = Self.slashes.contains(text[at])
        at = skipBlanks(at + 1)
        return latin(at, inCapitals: true) ?? (isSlash ? written(at) : nil)
    }

    /// 记者施宗晖摄, 记者郭日晓 摄, 美国之音黄丽玲2020年10月22日拍摄: behind a title or an agency whatever may be a surname's.
    private func photographer(before at: Int) -> Range<Int>? {
        // 摄氏, 摄影
        guard at + 1 == sentence.range.upperBound || !isHan(text[at + 1]) else { return nil }
        var end = at
        while end > sentence.range.lowerBound, Self.between.contains(text[end - 1]) || isDigit(text[end - 1]) { end -= 1 }
        let told = sentence.mentions.last { $0.end <= end - 2 && $0.end >= end - 4 && ($0.sector == "MED" || $0.office != nil) }
        if let told, words.surname(endingAt: told.end + 1, in: text, told.end..<end) != nil, text[told.end..<end].allSatisfy(isHan) {
            return told.end..<end
        }
        return own(before: end).map { $0..<end }
    }

    private static let between = PointSet("年月日 拍")

    /// 责编：何平: behind a colon.
    private func labelled(_ colon: Int) -> Range<Int>? {
        guard Self.labels.contains(where: { text.has($0, endingAt: colon, within: sentence.range) }) else { return nil }
        // 记者：罗女士，您好: whom an interviewer asks.
        return written(skipBlanks(colon + 1)).flatMap { name in
            Self.addresses.contains { text.has($0, endingAt: name.upperBound, within: name) } ? nil : name
        }
    }

    private static let addresses = ["先生", "女士", "小姐"].map { CodePoints(points: $0) }

    /// Two to four characters that may be a name and that something else than one ends.
    private func written(_ start: Int) -> Range<Int>? {
        var end = start
        while end < min(sentence.range.upperBound, start + 5), isHan(text[end]), text[end] != Self.shot { end += 1 }
        for suffix in Self.givers where text.has(suffix, endingAt: end, within: start..<end) { end -= suffix.count }
        return (2...4).contains(end - start) && words.mayBeName(CodePoints(text[start..<end])) ? start..<end : nil
    }

    private static let givers = ["提供", "制图", "报道"].map { CodePoints(points: $0) }

    private func skipBlanks(_ start: Int) -> Int {
        var at = start
        while at < sentence.range.upperBound, text[at] == 0x20 { at += 1 }
        return at
    }
}
