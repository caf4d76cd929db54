import Coding
import Ledger

/// A name in a row of names, and where it leads.
struct NameLink: View {
    /// What stands before it: nothing, a comma, “and”.
    let before: String
    let name: String
    /// nil where there is no page. Called so that a template that finds none here does not take the address of what stands around it.
    let nameAddress: String?
    /// The language of the name where it is not the page's.
    let nameLang: String?
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
    /// A list of the API's as CSV.
    static func table(_ list: String, _ questions: (String, String?)...) -> String {
        "/api/v1/\(list).csv" + questions.reduce(Query(nil)) { $0.with($1.0, $1.1) }.text
    }
    static func relation(_ pair: Pair) -> String { "/relations/\(Query.encoded(pair.a))-\(Query.encoded(pair.b))" }
}

extension Writer {
    /// `zh` for a name in Chinese on a page that is not: those of organisations without an English one.
    func foreign(_ name: String) -> String? { language == .en && Run.hasHan(name) ? "zh" : nil }

    /// States and organisations in a row, each leading to its page.
    func links(_ codes: [String]) -> [NameLink] {
        row(codes.count) {
            NameLink(before: $1, name: name(codes[$0]), nameAddress: Address.party(codes[$0]), nameLang: foreign(name(codes[$0])))
        }
    }

    /// A party by its own name, in the reader's language.
    func own(_ party: Party) -> String { party.kind == "person" ? person(party.name, of: party.code) : word(party.name).run }

    /// The parties of a mention: people with the state that they stand for.
    func links(_ parties: [Party]) -> [NameLink] {
        row(parties.count) { index, before in
            let party = parties[index]
            let code = party.code
            let state = code.map(name)
            guard party.kind != "state", party.name != state, party.kind == "person" || code == nil else {
                return NameLink(
                    before: before, name: state ?? party.name, nameAddress: code.map(Address.party), nameLang: foreign(state ?? party.name))
            }
            let page = party.kind == "person" ? Address.person(PersonKey(name: party.name, code: code)) : nil
            let name = own(party)
            guard let code, let state else { return NameLink(before: before, name: name, nameAddress: page, nameLang: nameLang(name)) }
            let brackets = language == .zh ? ("（", "）") : (" (", ")")
            return NameLink(
                before: before, name: name, nameAddress: page, nameLang: nameLang(name),
                after: [NameLink(before: brackets.0, name: state, nameAddress: Address.party(code), nameLang: foreign(state))],
                close: brackets.1)
        }
    }

    /// Outlets in a row; only the first `limit` are named.
    func outletLinks(_ names: [String], limit: Int) -> [NameLink] {
        let shown = Array(names.prefix(limit))
        return row(shown.count, isOpen: names.count > limit) {
            NameLink(
                before: $1, name: outlet(shown[$0]), nameAddress: Address.outlet(shown[$0]), nameLang: foreign(outlet(shown[$0])))
        }
    }

    func link(_ person: PersonKey) -> NameLink {
        let name = self.person(person)
        return NameLink(before: "", name: name, nameAddress: Address.person(person), nameLang: nameLang(name))
    }

    /// People's names are Chinese unless they are spelt otherwise.
    private func nameLang(_ name: String) -> String? { Run.hasHan(name) ? "zh" : nil }

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
