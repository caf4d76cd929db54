/// Thrift's compact protocol, as much of it as Parquet's headers and footer need (thrift-compact-protocol.md of Apache Thrift).
struct Thrift {
    private(set) var bytes: [UInt8] = []
    private var last: [Int] = [0]

    mutating func integer(_ field: Int, _ value: Int) {
        header(field, 5)
        zigzag(value)
    }

    mutating func long(_ field: Int, _ value: Int) {
        header(field, 6)
        zigzag(value)
    }

    mutating func text(_ field: Int, _ value: String) {
        header(field, 8)
        string(value)
    }

    mutating func structure(_ field: Int, _ fill: (inout Thrift) -> Void) {
        header(field, 12)
        open(fill)
    }

    mutating func structures<T>(_ field: Int, _ items: [T], _ fill: (inout Thrift, T) -> Void) {
        list(field, items.count, 12)
        for item in items { open { fill(&$0, item) } }
    }

    mutating func integers(_ field: Int, _ values: [Int]) {
        list(field, values.count, 5)
        for value in values { zigzag(value) }
    }

    mutating func texts(_ field: Int, _ values: [String]) {
        list(field, values.count, 8)
        for value in values { string(value) }
    }

    /// The end of the outermost structure.
    mutating func stop() { bytes.append(0) }

    private mutating func open(_ fill: (inout Thrift) -> Void) {
        last.append(0)
        fill(&self)
        bytes.append(0)
        last.removeLast()
    }

    private mutating func header(_ field: Int, _ type: UInt8) {
        let step = field - last[last.count - 1]
        last[last.count - 1] = field
        // No structure here skips more than fifteen fields.
        bytes.append(UInt8(truncatingIfNeeded: step) << 4 | type)
    }

    private mutating func list(_ field: Int, _ count: Int, _ type: UInt8) {
        header(field, 9)
        if count < 15 { return bytes.append(UInt8(count) << 4 | type) }
        bytes.append(0xf0 | type)
        bytes.append(contentsOf: varint(UInt64(count)))
    }

    private mutating func string(_ value: String) {
        let utf8 = Array(value.utf8)
        bytes.append(contentsOf: varint(UInt64(utf8.count)) + utf8)
    }

    private mutating func zigzag(_ value: Int) { bytes.append(contentsOf: varint(UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))) }
}

/// Seven bits a byte, the lowest first.
func varint(_ value: UInt64) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
    }
    return bytes + [UInt8(rest)]
}
