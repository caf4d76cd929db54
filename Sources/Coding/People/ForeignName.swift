import Prose

/// Brackets that hold a person's name in Latin letters: （Charles Kupchan）.
enum ForeignName {
    /// Where such brackets open in a range, a space before them counted in, with the name.
    static func all(in text: CodePoints, _ range: Range<Int>) -> [(open: Int, name: String)] {
        range.compactMap { at in
            guard opens(text[at]), let name = name(inBracketAt: at, text, range) else { return nil }
            return (at > range.lowerBound && text[at - 1] == 0x20 ? at - 1 : at, name)
        }
    }

    /// The name in a bracket that opens at a point, or behind a space there; nil where none does, or none in which a person's name stands.
    static func name(inBracketAt at: Int, _ text: CodePoints, _ range: Range<Int>) -> String? {
        guard range.contains(at) else { return nil }
        let open = text[at] == 0x20 ? at + 1 : at
        guard open + 5 < range.upperBound, opens(text[open]), isCapital(text[text[open + 1] == 0x20 ? open + 2 : open + 1]) else {
            return nil
        }
        let window = text[open..<min(range.upperBound, open + 48)]
        guard let close = window.firstIndex(where: { closes($0) || $0 == 0xFF0C || $0 == 0x2C }) else { return nil }
        let inside = open + 1..<close
        guard text[inside].allSatisfy(isNameLetter) else { return nil }
        let words = text.string(inside).split(separator: " ")
        // One word says too little, capitals alone are an institution's.
        let parts = words.flatMap { $0.split(separator: ".") }
        guard (2...6).contains(parts.count), !text[inside].allSatisfy({ !isLatin($0) || isCapital($0) }),
            !words.contains(where: { institutions.contains($0.lowercased()) })
        else { return nil }
        return words.joined(separator: " ")
    }

    static func isDot(_ point: UInt32) -> Bool {
        point == 0xB7 || point == 0x2027 || point == 0x30FB || point == 0x2022 || point == 0x2D || point == 0xFF0E || point == 0x2219
            || point == 0xFE52
    }
    static func opens(_ point: UInt32) -> Bool { point == 0xFF08 || point == 0x28 }
    static func closes(_ point: UInt32) -> Bool { point == 0xFF09 || point == 0x29 }
    static func isFunctionWord(_ point: UInt32) -> Bool { functionWords.contains(point) }

    private static func isCapital(_ point: UInt32) -> Bool { (0x41...0x5A).contains(point) || (0xC0...0xDE).contains(point) }
    static func isNameLetter(_ point: UInt32) -> Bool {
        isLatin(point) || point == 0x20 || point == 0x2E || point == 0x2D || point == 0x27 || point == 0x2019
    }
    /// Characters that no transliterated or Chinese name holds.
    private static let functionWords = PointSet("在对的是和与说表将会已也就都从被把向给了着过不没有及等并称日年月今昨这那其他她兼")
    /// Words of the names of institutions, laws and places in English.
    private static let institutions: Set<String> = [
        "university", "institute", "institution", "center", "centre", "council", "school", "college", "times", "news", "post", "group",
        "bank", "committee",
        "commission", "department", "ministry", "agency", "association", "foundation", "party", "act", "the", "of", "and", "for", "company",
        "inc",
        "corp", "project", "journal", "press", "daily", "review", "international", "national", "house", "security", "chambers", "network",
        "service",
        "office", "court", "radio", "media", "airlines", "technologies", "securities", "capital", "partners", "fund", "forum", "society",
        "union",
        "street", "city", "island", "sea", "strait", "river", "force", "army", "navy", "base", "station",
        "fort", "mount", "camp", "lake", "cape", "villa", "port", "bay", "beach", "valley", "hills", "springs", "county", "reef", "shoal",
        "heights",
        "winery", "estates", "avenue", "prison", "hotel", "tower", "park", "hall", "palace", "bridge", "square", "airport", "index",
        "prize", "award", "law", "mountains", "strip", "desert",
    ]
}
