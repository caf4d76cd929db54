/// A feed archive's post, with or without front matter.
struct PostForm: Form {
    let name = "a post"

    func recognises(_ text: ArraySlice<UInt8>) -> Bool {
        let post = Post(text.prefix(70_000))
        return post.matter != nil || post.milliseconds != nil || post.url != nil
    }

    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String]) {
        let post = Post(text)
        var draft = Draft()
        if let slice = post.matter {
            let matter = FrontMatter(slice)
            draft.title = matter["title"] ?? ""
            draft.url = matter["from", "url", "link", "source", "canonical"]
            draft.author = matter["author"]
            draft.clocks.front = matter["date", "published"].flatMap { Stamp($0.utf8) }
            if matter.mended { draft.flags.append("front matter is not YAML; read line by line") }
        }
        if let title = post.title, !title.isEmpty { draft.title = title }
        draft.url = (post.url ?? draft.url).flatMap { collapsed($0).isEmpty ? nil : collapsed($0) }
        draft.clocks.comment = post.milliseconds.map { $0 / 1000 }
        if holdsMarkup(post.body) { draft.html = Array(post.body) } else { NotebookReader.read(lines(post.body)[...], into: &draft) }
        if draft.title.isEmpty, let first = draft.blocks.first, first.kind == .heading {
            draft.title = string(first.text)
            draft.blocks.removeFirst()
        }
        return ([draft], [])
    }
}

/// Whether a text has HTML elements in it.
func holdsMarkup(_ text: ArraySlice<UInt8>) -> Bool {
    var at = text.startIndex
    while let open = text[at...].firstIndex(of: UInt8(ascii: "<")) {
        guard open + 1 < text.endIndex else { return false }
        if isLetter(text[open + 1]) || text[open + 1] == UInt8(ascii: "/") { return true }
        at = open + 1
    }
    return false
}
