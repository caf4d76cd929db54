import Prose
import World

// Who is named only as one who speaks.

extension IntroducedNames {
    /// Names of two to four characters that open a clause before a verb of saying, twice in the article or written with a surname and two
    /// characters: 巴罗说, 巴罗认为; 丘文俊表示.
    static func speakers(_ sentences: [ReadSentence], _ text: CodePoints, _ words: IntroductionWords) -> [CodePoints] {
        var counts: [CodePoints: Int] = [:]
        for sentence in sentences {
            for verb in sentence.chunks where verb.entry.kind == .speech {
                let clause = sentence.clauseRange(at: verb.start)
                let before = sentence.chunks.last { $0.end <= verb.start && $0.entry.kind == .speech }?.end ?? clause.lowerBound
                let whole = max(clause.lowerBound, before)..<verb.start
                // 家在江门的梁一明说: behind 的 only a name of three that can be nothing else.
                let of = text[whole].lastIndex(of: NameRun.of).map { $0 + 1 }
                let range = (of ?? whole.lowerBound)..<verb.start
                guard of == nil ? (2...4).contains(range.count) : range.count == 3,
                    text[range].allSatisfy({ isHan($0) && !ForeignName.isFunctionWord($0) }),
                    !sentence.chunks.contains(where: {
                        // 亦 in 章亦文 is no word.
                        $0.start < range.upperBound && range.lowerBound < $0.end
                            && !($0.length == 1 && $0.entry.kind == .marker && $0.start > range.lowerBound)
                    }),
                    !sentence.triggers.contains(where: { $0.start < range.upperBound && range.lowerBound < $0.headEnd })
                else { continue }
                let name = CodePoints(text[range])
                if of != nil, words.isTransliterated(name) != false { continue }
                if words.mayBeName(name) { counts[name, default: 0] += name.count == 3 && words.isTransliterated(name) == false ? 2 : 1 }
            }
        }
        return counts.filter { $0.value >= 2 }.map(\.key).sorted { $0.lexicographicallyPrecedes($1) }
    }
}
