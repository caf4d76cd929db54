import Prose
import World

// The body that a description names.

extension Description {
    /// PLOVER's sector of the body that the words name.
    var sector: String? { isOfParliament ? "LEG" : sector(in: near) ?? (near == far ? nil : sector(in: far)) }

    /// 议会文化和媒体委员会主席: of the parliament, whatever the committee deals with.
    var isOfParliament: Bool {
        text.has(Self.committee, endingAt: title.start, within: far)
            && chunks.contains { $0.start >= far.lowerBound && $0.end <= title.start && $0.entry.kind == .body && $0.entry.sector == "LEG" }
    }

    static let committee = CodePoints(points: "委员会")

    func sector(in scope: Range<Int>) -> String? {
        let known = chunks.filter { chunk in
            chunk.start >= scope.lowerBound && chunk.end <= title.start && chunk.entry.kind == .body
                && !text.has([0x7C4D], at: chunk.end, within: range)  // 民主党籍主席
                && !(chunk.start > range.lowerBound && Self.governors.contains(text[chunk.start - 1]))
                && !words.topics.contains { text.has($0, at: chunk.end, within: range) && chunk.entry.code == nil }
        }
        let party = code(in: scope)
        // 欧洲议会国际贸易委员会: a body of another state is only a namesake, but of the same kind where no other is named.
        let bodies = known.map { chunk in
            let isOwn = chunk.entry.code == nil || party == nil || chunk.entry.code == party
            return (at: chunk.start..<chunk.end, says: chunk.entry.sector ?? "GOV", rank: isOwn ? 1 : -1)
        }
        // 花旗集团经济学家: the employer before the calling.
        let before = scope.lowerBound..<max(scope.lowerBound, title.start)
        let employer = find(words.bodies, in: before) ?? company(in: before)
        let told = (employer ?? find(words.bodies, in: scope)).map { (at: $0.at, says: $0.says, rank: 0) }
        return (bodies + [told].compactMap { $0 }).max {
            (min($0.rank, 0), $0.at.count, $0.rank, $0.at.lowerBound) < (min($1.rank, 0), $1.at.count, $1.rank, $1.at.lowerBound)
        }?.says
    }

    /// OANDA高级分析师: a firm in Latin letters, where the title may be one of a market.
    func company(in scope: Range<Int>) -> (at: Range<Int>, says: String)? {
        guard title.entry.sector == "EDU", words.general.contains(CodePoints(text[title.start..<title.end])),
            let at = scope.last(where: { isLatin(text[$0]) && !isHidden($0) })
        else { return nil }
        return (at..<at + 1, "BUS")
    }

    /// What the longest of the words says that stands in a scope; of equals the last one.
    func find(_ words: SaidWords, in scope: Range<Int>) -> (at: Range<Int>, says: String)? { words.longest(in: text, scope) }
}
