/// RSS 2.0, RSS 1.0 (RDF) and Atom.
struct FeedForm: Form {
    let name = "a feed"
    let holdsMany = true

    func recognises(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "<") else { return false }
        let head = text.prefix(2000)
        if find("<html", in: head, ignoringCase: true) != nil { return false }
        return find("<rss", in: head, ignoringCase: true) != nil || find("<feed", in: head, ignoringCase: true) != nil
            || find("<rdf:rdf", in: head, ignoringCase: true) != nil
    }

    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String]) {
        let feed = FeedReader.read(withoutInstructions(withNamedMarks(text)))
        let base = BaseAddress(feed.address)
        let drafts = feed.entries.map { entry in
            var draft = Draft()
            draft.title = entry.title
            draft.url = base.absolute(entry.link)
            draft.author = feed.title.isEmpty ? nil : feed.title
            draft.clocks.feed = Stamp(field: entry.date)
            let body = entry.content.isEmpty ? entry.summary : entry.content
            if holdsMarkup(Array(body.utf8)[...]) || body.contains("&") {
                draft.html = Array(body.utf8)
            } else {
                draft.blocks = plainBlocks(Array(body.utf8))
            }
            return draft
        }
        if let line = feed.brokenAt {
            return (drafts, ["the feed breaks off at line \(line), after \(drafts.count) whole items; fetch it again"])
        }
        return (drafts, drafts.isEmpty ? ["the feed holds no items; check its address"] : [])
    }
}
