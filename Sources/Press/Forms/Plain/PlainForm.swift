/// Plain text: the first line is the title, every further line a paragraph.
struct PlainForm: Form {
    let name = "a plain text"

    func recognises(_ text: ArraySlice<UInt8>) -> Bool { true }

    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String]) {
        var draft = Draft()
        let blocks = plainBlocks(Array(text))
        guard let first = blocks.first else { return ([], ["no text found; remove the file or fetch it again"]) }
        let isTitle = blocks.count > 1 && first.text.count <= 300
        draft.title = isTitle ? string(first.text) : string(first.text.prefix(120)).replacing("\u{FFFD}", with: "")
        draft.blocks = isTitle ? Array(blocks.dropFirst()) : blocks
        return ([draft], [])
    }
}
