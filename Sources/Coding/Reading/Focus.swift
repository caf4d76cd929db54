/// Who was last spoken of in an article, and where: states and organisations by code, the latest first.
struct Focus: Sendable {
    struct Point: Sendable {
        let code: String
        let sentence: Int
        /// Where in the text it was last named, for the order within a sentence.
        let start: Int
    }

    private(set) var points: [Point] = []

    /// The codes of a headline, which stands for what an article is about until something else is said.
    init(title codes: [String] = []) {
        points = codes.enumerated().map { Point(code: $1, sentence: 0, start: $0) }.reversed()
    }

    mutating func touch(_ code: String, sentence: Int, start: Int) {
        points.removeAll { $0.code == code }
        points.insert(Point(code: code, sentence: sentence, start: start), at: 0)
        if points.count > 8 { points.removeLast() }
    }
}
