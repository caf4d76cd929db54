import Prose
import World

/// Reads the words in front of a bracket with a foreign spelling: description, title, name.
struct IntroductionReader {
    let world: World
    let text: CodePoints
    /// From the sentence's start to the bracket.
    let range: Range<Int>
    let day: Day?
    /// The foreign spelling in the bracket.
    let foreign: String

    struct Read {
        let name: String
        let code: String?
        let office: String
        let sector: String
        let acts: Bool
        let isSure: Bool
    }

    /// Nil where no title stands before the name, or where it is no name. Whom the table knows is introduced as others are, for the evidence.
    func read() -> Read? {
        let cut = Segmenter(world: world).segment(text, range)
        guard let title = cut.chunks.last(where: { $0.entry.kind == .office && $0.end <= range.upperBound - 2 }),
            let name = name(after: title.end)
        else { return nil }
        let mentions = MentionFinder(world: world, day: day).mentions(cut, text, range, isTitle: false)
        let description = Description(world: world, text: text, range: range, title: title, cut: cut, mentions: mentions)
        let post = description.post
        return Read(
            name: text.string(name), code: post.code, office: text.string(description.office), sector: post.sector, acts: post.acts,
            isSure: post.isSure)
    }

    // MARK: - Private

    /// The run that ends at the bracket, without what stands between title and name.
    private func name(after end: Int) -> Range<Int>? {
        var start = end
        while let prefix = world.introductionWords.prefixes.first(where: { text.has($0, at: start, within: range) }) {
            start += prefix.count
        }
        let span = start..<range.upperBound
        guard (2...14).contains(span.count), text[span].allSatisfy({ isHan($0) || ForeignName.isDot($0) }),
            !text[span].contains(where: ForeignName.isFunctionWord),
            !world.introductionWords.endings.contains(where: { text.has($0, endingAt: range.upperBound, within: span) })
        else { return nil }
        // 加拿大前外交官康明凯: a name of a state or of somebody known is not a part of another's.
        let known = world.lexicon.matches(in: text, range: span).contains {
            let entry = world.entries[Int($0.value)]
            let kind = entry.kind
            if kind == .person, $0.start == span.lowerBound, $0.end == span.upperBound { return false }
            if kind == .person, $0.end == span.upperBound, isSpelt(world.people[entry.index]) { return true }
            return $0.end - $0.start >= 3 && (kind == .state || kind == .person || kind == .organisation || kind == .body)
        }
        return known ? nil : span
    }

    /// Whether a person of the table is who the bracket names: 史密斯 is many.
    private func isSpelt(_ person: Person) -> Bool {
        guard let spelling = person.foreign else { return true }
        let (known, given) = (Roster.plainWords(spelling), Roster.plainWords(foreign))
        return known.last == given.last || known.first == given.first
    }
}
