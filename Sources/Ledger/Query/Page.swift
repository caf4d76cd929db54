import GRDB

/// The part of a list that is asked for. A number below nothing counts as nothing, and the end stops at the highest number there is: both come from an address
/// line.
struct Page {
    let limit: Int
    let offset: Int

    init(limit: Int, offset: Int) {
        self.limit = max(0, limit)
        self.offset = max(0, offset)
    }

    /// How many of the list it reaches over.
    var end: Int {
        let (end, isBeyond) = offset.addingReportingOverflow(limit)
        return isBeyond ? .max : end
    }

    /// For `LIMIT ? OFFSET ?`.
    var arguments: StatementArguments { [limit, offset] }

    func callAsFunction<S: Sequence>(_ list: S) -> PrefixSequence<DropFirstSequence<S>> { list.dropFirst(offset).prefix(limit) }
}

/// A filter that asks for a page of what it finds.
protocol Paged {
    var limit: Int { get }
    var offset: Int { get }
}

extension Paged {
    var page: Page { Page(limit: limit, offset: offset) }
}

extension ArticleFilter: Paged {}
extension EventFilter: Paged {}
extension SearchFilter: Paged {}
extension StatementFilter: Paged {}
