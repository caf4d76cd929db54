/// Links, pictures and tables of one article.
struct Apparatus: Sendable {
    var links: [Link] = []
    var pictures: [Picture] = []
    var tables: [Grid] = []

    /// Without what points outside a text: a record comes from anywhere.
    func within(_ assembly: Assembly) -> Apparatus {
        let (length, passages) = (assembly.passages.last?.end ?? 0, assembly.passages.indices)
        var kept = Apparatus()
        kept.links = links.filter { 0 <= $0.start && $0.start < $0.end && $0.end <= length }
        kept.pictures = pictures.filter { $0.passages.allSatisfy(passages.contains) }
        kept.tables = tables.filter { table in
            table.rows.allSatisfy { row in
                passages.contains(row.passage) && row.cells.allSatisfy { 0 <= $0.lowerBound && $0.upperBound <= length }
            }
        }
        return kept
    }
}

/// Title and blocks joined by blank lines, with passages, links, pictures and tables in code points of that text.
struct Assembly {
    private(set) var text = ""
    private(set) var passages: [Passage] = []
    private(set) var apparatus = Apparatus()

    init(_ parts: Composer.Parts, base: String?, proxies: Proxies) {
        let blocks = parts.sorted.blocks
        var bytes: [UInt8] = []
        bytes.reserveCapacity(blocks.reduce(parts.title.utf8.count) { $0 + $1.text.count + 2 })
        passages.reserveCapacity(blocks.count + 1)
        var tables = TableBuilder()
        var places: [PicturePlaces.Place] = []
        var at = 0
        let base = BaseAddress(base)
        func add(_ text: some Collection<UInt8>, _ kind: Passage.Kind, _ role: Passage.Role?) -> Int? {
            guard !text.isEmpty else { return nil }
            if !bytes.isEmpty {
                bytes.append(0x0A)
                bytes.append(0x0A)
                at += 2
            }
            bytes.append(contentsOf: text)
            let start = at
            at += countOfCodePoints(text)
            passages.append(Passage(kind: kind, start: start, end: at, role: role))
            return start
        }
        _ = add(parts.title.utf8, .title, nil)
        for block in blocks {
            guard let start = add(block.text, block.kind, block.role) else { continue }
            places.append(.init(order: block.order, passage: passages.count - 1, kind: block.kind, role: block.role))
            for span in block.links {
                guard let target = base.absolute(parts.targets[span.target - 1]) else { continue }
                let range = block.codePoints(of: span.range)
                apparatus.links.append(Link(start: start + range.lowerBound, end: start + range.upperBound, target: target))
            }
            if !block.cells.isEmpty { tables.add(block, passage: passages.count - 1, start: start) }
        }
        text = String(decoding: bytes, as: UTF8.self)
        apparatus.tables = tables.grids
        apparatus.pictures = PicturePlaces(places).tied(parts.pictures) { proxies.original(base.absolute($0) ?? $0) }
    }
}

/// Rows of tables, gathered table by table.
private struct TableBuilder {
    private var rows: [(table: Int, row: Grid.Row)] = []

    mutating func add(_ block: Block, passage: Int, start: Int) {
        let cells = block.cells.map { cell in
            let range = block.codePoints(of: cell.range)
            return (start + range.lowerBound)..<(start + range.upperBound)
        }
        rows.append((block.table, Grid.Row(passage: passage, cells: cells)))
    }

    /// Tables of at least two rows, one of them with two cells; less is a layout.
    var grids: [Grid] {
        var grids: [Grid] = []
        var from = 0
        while from < rows.count {
            let until = rows[from...].firstIndex { $0.table != rows[from].table } ?? rows.count
            let grid = Grid(rows: rows[from..<until].map(\.row))
            if grid.rows.count > 1, grid.rows.contains(where: { $0.cells.count > 1 }) { grids.append(grid) }
            from = until
        }
        return grids
    }
}

extension Block {
    fileprivate func codePoints(of range: Range<Int>) -> Range<Int> {
        let start = countOfCodePoints(text[..<range.lowerBound])
        return start..<(start + countOfCodePoints(text[range]))
    }
}

private func countOfCodePoints(_ bytes: some Collection<UInt8>) -> Int { bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
