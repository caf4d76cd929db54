/// A saved HTML page.
struct PageForm: Form {
    let name = "a page"

    func recognises(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "<") else { return false }
        let head = text.prefix(4000)
        return find("<html", in: head, ignoringCase: true) != nil || find("<!doctype html", in: head, ignoringCase: true) != nil
            || holdsMarkup(head)
    }

    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String]) {
        let html = Array(text)
        let about = html.withUnsafeBufferPointer { buffer in Page.read(buffer) { PageMeta(root: $0.root) } } ?? PageMeta()
        var draft = Draft()
        draft.title = about.bestTitle
        draft.url = about.url
        draft.author = about.siteName
        draft.clocks.feed = about.published.flatMap { Stamp($0.utf8) }
        draft.html = html
        draft.wholePage = true
        return ([draft], [])
    }
}
