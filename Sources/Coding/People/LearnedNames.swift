import Prose
import World

/// The people of a roster as they are found in text by name alone: 库普坎 in an article that does not introduce him.
///
/// Only names that say who is meant: given at least three times, and four times in five to the same person; alone, of three characters or more.
struct LearnedNames: Sendable {
    private let lexicon: Lexicon
    private let entries: [Roster.Entry]

    init(_ roster: Roster, world: World) {
        var owners: [String: [(entry: Int, count: Int)]] = [:]
        let all = roster.entries
        for (index, entry) in all.enumerated() {
            var counts: [String: Int] = [:]
            for (name, count) in entry.names {
                counts[name, default: 0] += count
                if let family = Roster.familyName(name) { counts[family, default: 0] += count }
            }
            for (name, count) in counts { owners[name, default: []].append((index, count)) }
        }
        var words = Wordlist()
        var kept: [Roster.Entry] = []
        for (name, owning) in owners.sorted(by: { $0.key < $1.key }) {
            let total = owning.reduce(0) { $0 + $1.count }
            guard name.count >= 2, let first = owning.max(by: { ($0.count, $1.entry) < ($1.count, $0.entry) }), first.count >= 3,
                first.count * 5 >= total * 4, all[first.entry].code != nil, !Self.isKnown(name, world),
                // Whom the table knows is its to name.
                world.person(spelt: all[first.entry].foreign) == nil
            else { continue }
            words.add(name, Int32(kept.count))
            kept.append(all[first.entry])
        }
        lexicon = Lexicon(words)
        entries = kept
    }

    /// Adds the mentions of learned people where nobody else is named.
    func apply(to sentence: inout ReadSentence, _ text: CodePoints, day: Day?) {
        var end = sentence.range.lowerBound
        var added: [Mention] = []
        for match in lexicon.matches(in: text, range: sentence.range) where match.start >= end && match.end - match.start > 2 {
            guard !sentence.mentions.contains(where: { $0.start < match.end && match.start < $0.end }),
                !isInName(match, text, sentence.range),
                let post = entries[Int(match.value)].post(on: day?.iso)
            else { continue }
            added.append(
                Mention(
                    start: match.start, end: match.end, nameStart: match.start, kind: .person, codes: post.code.map { [$0] } ?? [],
                    acts: post.acts && post.code != nil, name: entries[Int(match.value)].name, sector: post.sector, office: nil,
                    isPerson: true))
            end = match.end
        }
        if !added.isEmpty { sentence.mentions = (sentence.mentions + added).sorted { $0.start < $1.start } }
    }

    /// The longest name that stands right behind a title of a state, of one who is of that state: 马斯 in 德国外长马斯.
    func name(at start: Int, code: String?, _ text: CodePoints, _ range: Range<Int>) -> Range<Int>? {
        guard let code, start < range.upperBound else { return nil }
        return lexicon.matches(in: text, range: start..<min(range.upperBound, start + 14))
            .filter { $0.start == start && entries[Int($0.value)].code == code && !isInName($0, text, range) }
            .max { $0.end < $1.end }.map { $0.start..<$0.end }
    }

    /// Whether a table has the word; not for hints, which are any letters.
    private static func isKnown(_ name: String, _ world: World) -> Bool {
        world.lexicon.values(of: CodePoints(points: name)).contains { world.kinds[Int($0)] != .hint }
    }

    /// 诺瓦克 in 埃琳娜·诺瓦克 is somebody else.
    private func isInName(_ match: Lexicon.Match, _ text: CodePoints, _ range: Range<Int>) -> Bool {
        match.start > range.lowerBound && ForeignName.isDot(text[match.start - 1])
            || match.end < range.upperBound && ForeignName.isDot(text[match.end])
    }
}
