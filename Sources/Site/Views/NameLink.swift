import Coding
import Ledger

/// A name in a row of names, and where it leads.
struct NameLink: Sendable {
    /// What stands before it: nothing, a comma, “and”.
    let before: String
    let name: String
    /// nil where there is no page.
    let address: String?
    /// The language of the name where it is not the page's.
    let lang: String?
    /// What follows it: the state a person stands for.
    var after: [NameLink] = []
    var close = ""
}

/// The addresses of pages.
enum Address {
    static func party(_ code: String) -> String { "/parties/\(Query.encoded(code))" }
    static func person(_ person: PersonKey) -> String { "/people/\(Query.encoded(person.code ?? "-"))/\(Query.encoded(person.name))" }
    static func outlet(_ name: String) -> String { "/outlets/\(Query.encoded(name))" }
    static func day(_ iso: String) -> String { "/days/\(iso)" }
    static func relation(_ pair: Pair) -> String { "/relations/\(Query.encoded(pair.a))-\(Query.encoded(pair.b))" }
}

extension Writer {
    /// States and organisations in a row, each leading to its page.
    func links(_ codes: [String]) -> [NameLink] {
        row(codes.count) { NameLink(before: $1, name: name(codes[$0]), address: Address.party(codes[$0]), lang: nil) }
    }

    /// The parties of a mention: people with the state that they stand for.
    func links(_ parties: [Party]) -> [NameLink] {
        row(parties.count) { index, before in
            let party = parties[index]
            let code = party.code
            let state = code.map(name)
            guard party.kind != "state", party.name != state, party.kind == "person" || code == nil else {
                return NameLink(
                    before: before, name: state ?? party.name, address: code.map(Address.party), lang: state == nil ? "zh" : nil)
            }
            let own = party.kind == "person" ? Address.person(PersonKey(name: party.name, code: code)) : nil
            guard let code, let state else { return NameLink(before: before, name: party.name, address: own, lang: "zh") }
            let brackets = language == .zh ? ("（", "）") : (" (", ")")
            return NameLink(
                before: before, name: party.name, address: own, lang: "zh",
                after: [NameLink(before: brackets.0, name: state, address: Address.party(code), lang: nil)], close: brackets.1)
        }
    }

    /// Outlets in a row; only the first `limit` are named.
    func outletLinks(_ names: [String], limit: Int) -> [NameLink] {
        let shown = Array(names.prefix(limit))
        return row(shown.count, isOpen: names.count > limit) {
            NameLink(before: $1, name: shown[$0], address: Address.outlet(shown[$0]), lang: "zh")
        }
    }

    func link(_ person: PersonKey) -> NameLink {
        NameLink(before: "", name: person.name, address: Address.person(person), lang: "zh")
    }

    /// - Parameter isOpen: whether more follows, so that no “and” stands before the last.
    private func row(_ count: Int, isOpen: Bool = false, _ link: (_ index: Int, _ before: String) -> NameLink) -> [NameLink] {
        (0..<count).map { index in
            let before: String
            switch (language, index) {
            case (_, 0): before = ""
            case (.zh, _): before = "、"
            case (.en, count - 1) where !isOpen: before = " and "
            case (.en, _): before = ", "
            }
            return link(index, before)
        }
    }
}
