/// A run of text between two breaks of the markup, before the outlet's rules have been over it.
struct Block: Sendable {
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt16
        /// Every character is bold.
        static let strong = Marks(rawValue: 1)
        /// Every character belongs to a link.
        static let link = Marks(rawValue: 2)
        /// Stands in a list.
        static let item = Marks(rawValue: 4)
        /// A picture's alternative text, which nobody sees.
        static let alternative = Marks(rawValue: 8)
        /// The kind was told by the markup, so text rules for heads and tails hold but headings are not guessed.
        static let told = Marks(rawValue: 16)
        /// From an h1.
        static let top = Marks(rawValue: 32)
        /// Stands outside the article of a whole page: no rule is asked.
        static let outside = Marks(rawValue: 64)
    }

    var kind: Passage.Kind
    var text: [UInt8]
    var marks: Marks = []
    /// A `<time datetime>` inside it.
    var time: String?
}
