import Prose
import World

// Who is meant by 他, 我们, 他们, 两人.

extension ReferenceResolver {
    /// Whoever speaks the quotation in which a mention stands: the first party of the sentence, before the quotation opens.
    func speaker(of mention: Mention, _ before: ArraySlice<Mention>) -> Mention? {
        text.openQuotation(before: mention.start, within: range).flatMap { open in
            before.first { $0.end <= open && !$0.codes.isEmpty && ($0.acts || $0.isPerson) && $0.kind != .pronoun && !isGoverned($0) }
        }
    }

    /// 两人: the two people named last, of one state or of two.
    func takeTwoPeople(_ before: ArraySlice<Mention>, _ mention: inout Mention) -> Bool {
        let here = before.reversed().filter(Self.isSomebody).map { (name: $0.name, codes: $0.codes, sentence: at) }
        var seen: Set<String> = []
        let two = (here + people).filter { at - $0.sentence <= 3 && !$0.codes.isEmpty && seen.insert($0.name).inserted }.prefix(2)
        guard two.count == 2 else { return false }
        take(unique(two.flatMap(\.codes)), "pair", from: two[1].sentence, rivals: 0, &mention)
        return true
    }

    func takePerson(_ kind: String, _ before: ArraySlice<Mention>, _ mention: inout Mention) {
        let named = kind == "person" ? before.first { $0.isPerson || Self.isSomebody($0) } : nil
        let found =
            named.map { one in (one, at, Set(before.filter { $0.isPerson || Self.isSomebody($0) }.map(\.name)).count - 1) } ?? person
        guard let (antecedent, sentence, rivals) = found else { return }
        mention.acts = antecedent.acts
        mention.name = antecedent.name
        mention.office = antecedent.office
        mention.isPerson = true
        take(antecedent.codes, kind, from: sentence, rivals: rivals, &mention)
    }

    /// Whether a mention is of one whom 他 may mean: a person, or a state's title without a name (俄罗斯外长).
    static func isSomebody(_ mention: Mention) -> Bool {
        mention.kind == .person || mention.kind == .office && mention.acts && !mention.codes.isEmpty && !mention.inferred
    }
}
