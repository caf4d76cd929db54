import Prose
import World

// Whose 其 is.

extension ReferenceResolver {
    /// 其: of the nearest party of its clause, else of whom the sentence is about.
    func takeIts(_ before: ArraySlice<Mention>, _ mention: inout Mention) {
        mention.acts = false
        // 字节跳动及其创始人.
        if let owner = before.last, owner.end == mention.start - 1, Self.and.contains(text[owner.end]) {
            return take(Array(owner.codes.prefix(1)), "its", from: at, rivals: 0, &mention)
        }
        let clause = text[range.lowerBound..<mention.start].lastIndex(where: isClauseStop) ?? range.lowerBound
        let parties = before.filter { $0.acts && !$0.codes.isEmpty && $0.kind != .pronoun }
        // 北京称台湾是其领土.
        let isSaid = ends(before: mention, Self.said)
        let nearest = isSaid ? nil : parties.last { $0.start >= clause && !isGoverned($0) }
        guard let acting = nearest ?? parties.first(where: { !isSaid || $0.start >= clause }) else {
            guard let code = subject.codes.first else { return }
            return take([code], "its", from: subject.sentence, rivals: subject.codes.count - 1, &mention)
        }
        // 所有国家，不分大小，其主权….
        if Self.elsewhere.contains(where: { text.find($0, from: acting.end, to: mention.start) }) { return }
        if ends(before: mention, Self.verbs) || ends(before: mention, Self.prepositions) {
            // 台湾自治，北京称其为领土: whom somebody calls or asks is not that one.
            take("its", near(before).filter { !acting.codes.contains($0.code) }, count: 1, &mention)
        } else {
            take(Array(acting.codes.prefix(1)), "its", from: at, rivals: Set(before.flatMap(\.codes)).count - 1, &mention)
        }
    }

    /// Whether 其 stands as in 北京称其为领土 and 北京称台湾是其领土: whom the grammar says.
    func isGoverned(its mention: Mention) -> Bool { ends(before: mention, Self.verbs) || ends(before: mention, Self.said) }

    private func ends(before mention: Mention, _ words: [CodePoints]) -> Bool {
        words.contains { text.has($0, endingAt: mention.start, within: range) }
    }

    private static let and = PointSet("及和与")
    private static let said = ["是"].map { CodePoints(points: $0) }
    private static let verbs = ["称", "视", "指责", "批评", "要求", "敦促", "促使", "迫使", "令", "允许", "禁止"].map { CodePoints(points: $0) }
    private static let prepositions = ["对", "向", "与"].map { CodePoints(points: $0) }
}

extension Array where Element == UInt32 {
    /// Whether a word stands between two points.
    fileprivate func find(_ word: CodePoints, from start: Int, to end: Int) -> Bool {
        start < end && (start..<end).contains { has(word, at: $0, within: start..<end) }
    }
}
