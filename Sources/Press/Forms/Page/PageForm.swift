/// A saved HTML page. What it says of itself, and which part of it is the article, is read when the article is composed: one parse does for all.
struct PageForm: Form {
    let name = "a page"

    func recognises(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "<") else { return false }
        let head = text.prefix(4000)
        return find("<html", in: head, ignoringCase: true) != nil || find("<!doctype html", in: head, ignoringCase: true) != nil
            || holdsMarkup(head)
    }

    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String]) {
        var draft = Draft()
        draft.html = text.withUnsafeBufferPointer(withoutScripts)
        draft.wholePage = true
        return ([draft], [])
    }
}
