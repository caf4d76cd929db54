/// Which part of a long list is shown: `?page=2`; a page with two lists has another name for the second.
struct Paging: Sendable {
    let page: Int
    let size: Int
    private let name: String

    /// Beyond this page nothing is looked up: far offsets cost the ledger a full walk.
    static let last = 1000

    init(_ query: Query, size: Int, name: String = "page") {
        page = max(1, min(Self.last, query[name].flatMap { Int($0) } ?? 1))
        self.size = size
        self.name = name
    }

    var offset: Int { (page - 1) * size }

    /// Links to the neighbouring pages; nil where one page holds all.
    func pager(total: Int, _ visit: Visit, anchor: String, of: String? = nil) -> Pager? {
        guard total > size || page > 1 else { return nil }
        func address(_ page: Int) -> String {
            visit.path + visit.query.with("lang", nil).with(name, page == 1 ? nil : String(page)).text + anchor
        }
        let pages = (total + size - 1) / size
        return Pager(
            previous: page > 1 ? address(page - 1) : nil, next: page < pages ? address(page + 1) : nil,
            place: "\(grouped(min(total, offset + 1)))–\(grouped(min(total, offset + size))) / \(grouped(total))", of: of)
    }
}

/// Links to the pages before and after.
struct Pager: View {
    let previous: String?
    let next: String?
    let place: String
    /// What is paged, where a page has two lists.
    let of: String?
}
