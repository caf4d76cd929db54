import World

/// Words in a sentence that stand for a party, or for somebody who is none.
struct Mention: Sendable {
    enum Kind: String, Sendable {
        /// 中国; 北京, 白宫; 外交部; 外长; 王毅; 欧盟; 他, 双方.
        case state, seat, body, office, person, organisation, pronoun
    }

    var start: Int
    var end: Int
    /// Where a person's own name begins, after state, body and title.
    var nameStart: Int
    var kind: Kind
    /// Whom it stands for; two or more for 双方 and 两国, none where nobody with a code is meant.
    var codes: [String]
    /// Whether such a one acts for its state. An analyst or a newspaper does not, but is its country's when acted upon.
    var acts: Bool
    var name: String
    var sector: String?
    var office: String?
    /// Whether a person is named, so that later surnames and pronouns may mean them.
    var isPerson: Bool
    /// Whether the code was taken from context and not from the words.
    var inferred = false
    /// How far back that context is and how sure; nil where the words say it themselves, or nothing does.
    var reference: Reference?
    /// Mentions joined by 、 和 与 share a group.
    var group = 0
}
