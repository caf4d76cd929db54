import Prose

/// A table as an Apache Parquet file (format version 1): one row group, one plain, uncompressed page a column; every column may miss values.
///
/// Written here in full: no Swift package of the kind is at hand, and the plain form needs few lines. pandas (pyarrow) and DuckDB read it.
struct Parquet {
    let table: ExportTable

    /// Parquet's numbers for what is written here.
    private enum Code {
        static let int32 = 1, int64 = 2, double = 5, byteArray = 6
        static let utf8 = 0, date = 6
        static let optional = 1, plain = 0, rle = 3, uncompressed = 0, dataPage = 0
    }

    private struct Chunk {
        let column: ExportTable.Column
        let offset: Int
        let size: Int
    }

    var bytes: [UInt8] {
        var file = Array("PAR1".utf8)
        var chunks: [Chunk] = []
        for (index, column) in table.columns.enumerated() {
            let offset = file.count
            let page = page(index, column)
            file += header(page.count) + page
            chunks.append(Chunk(column: column, offset: offset, size: file.count - offset))
        }
        let footer = footer(chunks)
        file += footer + little(UInt32(footer.count)) + Array("PAR1".utf8)
        return file
    }

    private func header(_ size: Int) -> [UInt8] {
        var thrift = Thrift()
        thrift.integer(1, Code.dataPage)
        thrift.integer(2, size)
        thrift.integer(3, size)
        thrift.structure(5) { page in
            page.integer(1, table.rows.count)
            page.integer(2, Code.plain)
            page.integer(3, Code.rle)
            page.integer(4, Code.rle)
        }
        thrift.stop()
        return thrift.bytes
    }

    /// Which rows have a value, as runs of equal levels, then the values.
    private func page(_ index: Int, _ column: ExportTable.Column) -> [UInt8] {
        var levels: [UInt8] = []
        var values: [UInt8] = []
        var run = (present: false, count: 0)
        for row in table.rows {
            let value = encoded(row[index], column.kind)
            if (value != nil) != run.present || run.count == 0 {
                if run.count > 0 { levels += varint(UInt64(run.count) << 1) + [run.present ? 1 : 0] }
                run = (value != nil, 0)
            }
            run.count += 1
            if let value { values += value }
        }
        if run.count > 0 { levels += varint(UInt64(run.count) << 1) + [run.present ? 1 : 0] }
        return little(UInt32(levels.count)) + levels + values
    }

    private func encoded(_ cell: ExportTable.Cell, _ kind: ExportTable.Column.Kind) -> [UInt8]? {
        switch (kind, cell) {
        case (_, .missing): nil
        case (.integer, .integer(let number)): little(UInt64(bitPattern: Int64(number)))
        case (.number, .number(let number)): little(number.bitPattern)
        case (.number, .integer(let number)): little(Double(number).bitPattern)
        case (.date, .text(let text)): Day(iso: text).map { little(UInt32(bitPattern: Int32($0.number))) }
        default: little(UInt32(cell.plain.utf8.count)) + Array(cell.plain.utf8)
        }
    }

    private func footer(_ chunks: [Chunk]) -> [UInt8] {
        var thrift = Thrift()
        thrift.integer(1, 1)
        thrift.structures(2, [nil] + table.columns.map { Optional($0) }) { element, column in schema(&element, column) }
        thrift.long(3, table.rows.count)
        thrift.structures(4, [chunks]) { group, chunks in
            group.structures(1, chunks) { chunk, of in
                chunk.long(2, of.offset)
                chunk.structure(3) { metadata(&$0, of) }
            }
            group.long(2, chunks.reduce(0) { $0 + $1.size })
            group.long(3, table.rows.count)
        }
        thrift.text(6, "rapport \(Rapport.version)")
        thrift.stop()
        return thrift.bytes
    }

    /// A column, or the root that holds them all.
    private func schema(_ element: inout Thrift, _ column: ExportTable.Column?) {
        guard let column else {
            element.text(4, table.name)
            element.integer(5, table.columns.count)
            return
        }
        element.integer(1, physical(column.kind))
        element.integer(3, Code.optional)
        element.text(4, column.name)
        if column.kind == .text { element.integer(6, Code.utf8) }
        if column.kind == .date { element.integer(6, Code.date) }
    }

    private func metadata(_ thrift: inout Thrift, _ chunk: Chunk) {
        thrift.integer(1, physical(chunk.column.kind))
        thrift.integers(2, [Code.plain, Code.rle])
        thrift.texts(3, [chunk.column.name])
        thrift.integer(4, Code.uncompressed)
        thrift.long(5, table.rows.count)
        thrift.long(6, chunk.size)
        thrift.long(7, chunk.size)
        thrift.long(9, chunk.offset)
    }

    private func physical(_ kind: ExportTable.Column.Kind) -> Int {
        switch kind {
        case .text: Code.byteArray
        case .integer: Code.int64
        case .number: Code.double
        case .date: Code.int32
        }
    }

    private func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
}
