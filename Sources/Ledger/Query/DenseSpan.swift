/// The stretch of a record in which most of it was published.
public enum DenseSpan {
    /// What share of all articles the stretch must hold.
    static let share = 0.98
    /// Up to so many silent months in a row belong to a stretch that goes on behind them.
    static let patience = 2
    /// Fewer months than these make no course.
    static let least = 12
    /// An adjoining month with less than this share of the run's median month is a stray article, not the record's edge.
    static let edge = 0.01

    /// The shortest run of months that holds ``share`` of all articles, with the months that adjoin it, so that the last, unfinished month stays
    /// in while one article of years before is left out. Of equally short runs the latest. All months where nothing was published.
    /// - Parameter articles: by month, in order, without gaps.
    /// - Complexity: linear.
    public static func months(_ articles: [Int]) -> Range<Int> {
        let total = articles.reduce(0, +)
        guard total > 0 else { return articles.indices }
        let run = shortest(articles, holding: Int((Double(total) * share).rounded(.up)))
        return widened(adjoining(articles, run), within: articles.count)
    }

    private static func shortest(_ articles: [Int], holding wanted: Int) -> Range<Int> {
        var best = articles.indices
        var start = 0
        var held = 0
        for end in articles.indices {
            held += articles[end]
            while held - articles[start] >= wanted {
                held -= articles[start]
                start += 1
            }
            if held >= wanted, end + 1 - start <= best.count { best = start..<(end + 1) }
        }
        return best
    }

    private static func adjoining(_ articles: [Int], _ run: Range<Int>) -> Range<Int> {
        var (start, end) = (run.lowerBound, run.upperBound)
        let median = articles[run].sorted()[run.count / 2]
        let counts = { (month: Int) in articles[month] > 0 && Double(articles[month]) >= Double(median) * edge }
        while let next = (max(0, start - 1 - patience)..<start).last(where: counts) { start = next }
        while let next = (end..<min(articles.count, end + 1 + patience)).first(where: counts) { end = next + 1 }
        return start..<end
    }

    private static func widened(_ run: Range<Int>, within count: Int) -> Range<Int> {
        let start = max(0, min(run.lowerBound, run.upperBound - least))
        return start..<max(run.upperBound, min(count, start + least))
    }
}
