import Prose
import World

/// The words that say who somebody is before the name: 美国战略与国际研究中心（CSIS）中国项目主任.
///
/// An institution and a state at its head say where such a one belongs; a state behind an institution, or before a word of study, is what
/// they study.
struct Description {
    let world: World
    let words: IntroductionWords
    let text: CodePoints
    let range: Range<Int>
    let title: Chunk
    let chunks: [Chunk]
    let mentions: [Mention]
    /// Brackets inside it, which say nothing of it: （CSIS）, 《中国力量》.
    let holes: [Range<Int>]
    /// From its first word to the title; the second also holds what stands before 、 and 和.
    let near: Range<Int>
    let far: Range<Int>

    init(world: World, text: CodePoints, range: Range<Int>, title: Chunk, cut: Segmentation, mentions: [Mention]) {
        self.world = world
        words = world.introductionWords
        self.text = text
        self.range = range
        self.title = title
        chunks = cut.chunks
        self.mentions = mentions
        let scan = Self.scan(text, range, title, cut, words: world.introductionWords)
        (near, far, holes) = (scan.near, scan.far, scan.holes)
    }

    /// The description's own words, from its first name on.
    var office: Range<Int> {
        let inside = mentions.filter { $0.start >= near.lowerBound && $0.end <= title.end && !$0.isPerson }
        return (inside.first { $0.kind != .pronoun }?.start ?? title.start)..<title.end
    }

    /// The state or organisation; nil where no word names one.
    var code: String? { code(in: near) ?? code(in: far) }

    // MARK: - Private: where it begins

    /// Back from the title to the last stop, over brackets and over what is quoted.
    private static func scan(
        _ text: CodePoints, _ range: Range<Int>, _ title: Chunk, _ cut: Segmentation, words: IntroductionWords
    ) -> (near: Range<Int>, far: Range<Int>, holes: [Range<Int>]) {
        var holes: [Range<Int>] = []
        var start = title.start
        var near: Int?
        while start > range.lowerBound, title.start - start < 48 {
            let point = text[start - 1]
            if let open = pairs[point] {
                // …状态，”英国商务大臣: what somebody said before.
                guard start - 1 > range.lowerBound, !isClauseStop(text[start - 2]),
                    let at = text[range.lowerBound..<start - 1].lastIndex(of: open), start - at < 40
                else { break }
                holes.append(at..<start)
                start = at
                continue
            }
            if isClauseStop(point) || openers.contains(point) { break }
            if let chunk = cut.chunks.last(where: { $0.start < start && $0.end >= start }),
                chunk.entry.kind == .speech || chunk.entry.kind == .person
            {
                break
            }
            let isWord = words.otherEdges.contains { word in word.indices.contains { text.has(word, at: start - 1 - $0, within: range) } }
            let isMarked = cut.chunks.contains {
                $0.entry.kind == .marker && $0.end == start && edgeMarkers.contains($0.entry.sector ?? "")
            }
            if !isWord, isMarked || words.edges.contains(where: { text.has($0, endingAt: start, within: range) }) { break }
            if near == nil, joiners.contains(point), !cut.chunks.contains(where: { $0.start < start - 1 && $0.end > start }) {
                near = start
            }
            start -= 1
        }
        // （官方脸书）中央社记者: a bracket at its head is of the words before.
        while let head = holes.last, head.lowerBound == start {
            holes.removeLast()
            start = head.upperBound
        }
        return ((near ?? start)..<title.end, start..<title.end, holes)
    }

    private static let pairs: [UInt32: UInt32] = [0xFF09: 0xFF08, 0x29: 0x28, 0x300B: 0x300A, 0x201D: 0x201C, 0x300D: 0x300C]
    private static let openers = PointSet("“「『（(《—…")
    private static let joiners = PointSet("、和与及暨")
    private static let edgeMarkers: Set<String> = ["by", "hearsay"]

    // MARK: - Private: where somebody belongs

    func code(in scope: Range<Int>) -> String? {
        let all = mentions.filter { mention in
            mention.start >= scope.lowerBound && mention.end <= range.upperBound && mention.start < title.end && mention.codes.count == 1
                && mention.kind != .pronoun && (!mention.isPerson || mention.end >= title.end) && !isGoverned(mention)
                && (!isHidden(mention.start) || mention.kind == .body)
        }
        if let own = all.last(where: { isNationality($0, scope) }) { return own.codes[0] }
        let home = find(words.homes, in: scope) ?? place(in: scope)
        let belonging = all.filter { !isSubject($0, home, scope) }
        // 主席国的瑞典外交大臣: a title that acts is of the state behind the last 的.
        let of = title.entry.acts ? text[scope.lowerBound..<title.start].lastIndex(of: 0x7684) : nil
        if let of, let last = belonging.first(where: { $0.start > of }) { return last.codes[0] }
        return belonging.first?.codes[0] ?? home?.says
    }

    /// 陕西省考古研究院; not 新疆问题专家.
    private func place(in scope: Range<Int>) -> (at: Range<Int>, says: String)? {
        guard let found = find(words.places, in: scope), !isGoverned(found.at.lowerBound) else { return nil }
        let isStudied =
            words.topics.contains(CodePoints(text[found.at]))
            || words.subjects.contains { text.has($0, at: found.at.upperBound, within: range) }
        return title.entry.acts || !isStudied ? found : nil
    }

    /// 法籍研究员, 美国学者: the state stands at the title itself; not in 世界报香港记者.
    private func isNationality(_ mention: Mention, _ scope: Range<Int>) -> Bool {
        let end = stateEnd(mention)
        if text.has([0x7C4D], at: end, within: range) { return true }  // 籍
        // 卫生法教授 teaches law.
        if chunks.contains(where: { $0.start == mention.start && $0.entry.kind == .short }) { return false }
        return !title.entry.acts && end == title.start && !words.topics.contains { text.has($0, at: end, within: range) }
            && !(Self.posted.contains(title.entry.sector ?? "") && hasInstitution(scope.lowerBound..<mention.start))
    }

    /// Sectors of those whom an institution sends abroad; a scholar of its own is of the state that stands at the title (中国访问学者).
    static let posted: Set<String> = ["MED"]

    private func hasInstitution(_ part: Range<Int>) -> Bool {
        words.institutions.contains { text.find($0, within: part) } || find(words.homes, in: part) != nil
    }

    /// Whether a state is what somebody deals with: 中国问题专家, 布鲁金斯学会中国中心主任.
    private func isSubject(_ mention: Mention, _ home: (at: Range<Int>, says: String)?, _ scope: Range<Int>) -> Bool {
        let end = stateEnd(mention)
        // 华裔 is descent; 中美研究所 deals with both.
        if text.has([0x88D4], at: end, within: range) || isPaired(mention) { return true }
        let isFirst = mention.start == scope.lowerBound || !mentions.contains { $0.start >= scope.lowerBound && $0.end <= mention.start }
        if mention.kind == .state || mention.kind == .seat || end < mention.end, mention.kind != .body || end < mention.end {
            if let home, home.at.upperBound <= mention.start { return true }
            if !title.entry.acts, hasInstitution(scope.lowerBound..<mention.start) { return true }
        }
        let studied = title.entry.acts ? words.subjects : words.topics
        guard studied.contains(where: { text.has($0, at: end, within: range) }) else { return false }
        let rest = end..<title.end
        // 国际货币基金组织政策部专家 is of a department of its own.
        let isDepartment = words.isPart(text[title.start - 1]) && title.start - end > 2
        return !(isFirst && end < title.start && (isDepartment || words.institutions.contains { text.find($0, within: rest) }))
    }

    private func isPaired(_ mention: Mention) -> Bool {
        let end = stateEnd(mention)
        return chunks.contains { $0.entry.kind == .short && ($0.end == mention.start || $0.start == end) }
            && chunks.contains { $0.entry.kind == .short && $0.start == mention.start }
    }

    /// Where the state's name ends that a longer mention begins with (中国问题专家 is one mention).
    private func stateEnd(_ mention: Mention) -> Int {
        chunks.first { chunk in
            // 维吾尔族专家: a people is studied as a state is.
            chunk.start == mention.start
                && ([.state, .short, .capital].contains(chunk.entry.kind) || chunk.entry.kind == .body && chunk.entry.sector == "CVL")
        }?.end ?? mention.end
    }

    /// 驻华盛顿记者, 对华政策: not where somebody belongs.
    private func isGoverned(_ mention: Mention) -> Bool { isGoverned(mention.start) }

    private func isGoverned(_ start: Int) -> Bool { start > range.lowerBound && Self.governors.contains(text[start - 1]) }

    static let governors = PointSet("驻对涉访负反究在注向")

    func isHidden(_ at: Int) -> Bool { holes.contains { $0.contains(at) } }
}

extension Array where Element == UInt32 {
    /// Whether a word stands anywhere in a range.
    func find(_ word: CodePoints, within range: Range<Int>) -> Bool {
        range.count >= word.count && (range.lowerBound...range.upperBound - word.count).contains { has(word, at: $0, within: range) }
    }
}
