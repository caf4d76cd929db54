import CGumbo

/// What an element does to the text inside it.
///
/// `skipped` is what a browser does not draw: fall-backs for players and frames, scripts, a drawing's title. `furniture` is drawn, but is
/// never the article: navigation, forms, notes for readers without scripts.
enum TagRole: UInt8, Sendable {
    case inline, block, skipped, strong, link, heading, caption, item, furniture, picture, lineBreak, cell, time
}

/// The role of every HTML element, by libgumbo's tag number.
let tagRoles: [TagRole] = {
    var roles = [TagRole](repeating: .inline, count: Int(GUMBO_TAG_LAST.rawValue) + 2)
    func set(_ role: TagRole, _ tags: GumboTag...) { for tag in tags { roles[Int(tag.rawValue)] = role } }
    set(
        .block, GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CENTER, GUMBO_TAG_DD,
        GUMBO_TAG_DETAILS, GUMBO_TAG_DIV, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGURE, GUMBO_TAG_HEADER,
        GUMBO_TAG_HGROUP,
        GUMBO_TAG_HR, GUMBO_TAG_MAIN, GUMBO_TAG_OL, GUMBO_TAG_P, GUMBO_TAG_PRE, GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,
        GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_TR, GUMBO_TAG_UL)
    set(
        .skipped, GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO,
        GUMBO_TAG_OBJECT, GUMBO_TAG_CANVAS, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_TITLE, GUMBO_TAG_DESC, GUMBO_TAG_RP)
    set(.strong, GUMBO_TAG_B, GUMBO_TAG_STRONG)
    set(.link, GUMBO_TAG_A)
    set(.heading, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6)
    set(.caption, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION, GUMBO_TAG_SMALL)
    set(.item, GUMBO_TAG_LI)
    set(
        .furniture, GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_BUTTON, GUMBO_TAG_FORM, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_SVG,
        GUMBO_TAG_TEXTAREA, GUMBO_TAG_SELECT)
    set(.picture, GUMBO_TAG_IMG)
    set(.lineBreak, GUMBO_TAG_BR)
    set(.cell, GUMBO_TAG_TD, GUMBO_TAG_TH)
    set(.time, GUMBO_TAG_TIME)
    return roles
}()
