/// What a form's adapter has made of one text, before the outlet's rules and clocks are applied.
struct Draft: Sendable {
    var title = ""
    var url: String?
    /// Who the source says it is, for sites the table of outlets does not know.
    var author: String?
    /// Who the source says it is, where it is known but bears no link.
    var outlet: Outlet?
    /// HTML, parsed when the article is composed.
    var html: [UInt8]?
    /// Blocks that did not come from HTML.
    var blocks: [Block] = []
    var clocks = Clocks()
    var flags: [String] = []
    /// A whole page with navigation around its article.
    var wholePage = false
    /// Rapport's own record: title and blocks have been through the rules before.
    var settled = false
    /// An identifier given before.
    var id: String?
    /// What such a record said beside its text.
    var kept = Kept()
    /// Where links lead, as written; the blocks' links count them from 1.
    var targets: [String] = []
    var pictures: [MetPicture] = []

    /// Bytes of its text, markup included.
    var size: Int { blocks.reduce(html?.count ?? 0) { $0 + $1.text.count } }
}

/// What Rapport's own record bears beside its text.
struct Kept: Sendable {
    var clock: String?
    var certainty: Certainty?
    var apparatus: Apparatus?
}
