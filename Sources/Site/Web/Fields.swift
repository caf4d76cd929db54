import Foundation
import Mustache

/// What a template shows: a struct of texts, marks, lists and further views, by the names of its properties.
protocol View: Encodable, Sendable {}

/// A view's values by name, as templates ask for them.
///
/// swift-mustache reads a plain struct by reflection, going through all its values anew for each name and each struct around it, which took two thirds of
/// the time that a page takes. Here they are read once, by the encoding that the compiler writes for every view: a tenth of what `Mirror` takes.
struct Fields: MustacheParent {
    private let values: [String: Any]

    init(_ values: [String: any View]) throws { self.values = try values.mapValues { try Self.prepared($0) } }

    fileprivate init(values: [String: Any]) { self.values = values }

    func child(named name: String) -> Any? { values[name] }

    /// Plain values as they are, views as fields, lists as lists of either. A missing value becomes `NSNull`, which ends the search: without it, a
    /// template would go on to look for the name in the views around this one.
    fileprivate static func prepared<Value: Encodable>(_ value: Value) throws -> Any {
        if Value.self == String.self || Value.self == Bool.self { return value }
        let sheet = Sheet()
        try value.encode(to: Reader(sheet: sheet))
        return sheet.value
    }
}

/// Where the values of one view, or of one list, are written down.
private final class Sheet {
    var fields: [String: Any] = [:]
    var items: [Any]?
    var single: Any?
    var value: Any { single ?? items ?? Fields(values: fields) }
}

/// Reads a view's values as its encoding names them.
private struct Reader: Encoder {
    let sheet: Sheet
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Names<Key>(sheet: sheet))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if sheet.items == nil { sheet.items = [] }
        return List(sheet: sheet)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(sheet: sheet) }

    struct Names<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let sheet: Sheet
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) { sheet.fields[key.stringValue] = NSNull() }
        func encode(_ value: String, forKey key: Key) { sheet.fields[key.stringValue] = value }
        func encode(_ value: Bool, forKey key: Key) { sheet.fields[key.stringValue] = value }
        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { sheet.fields[key.stringValue] = try Fields.prepared(value) }

        // Without these, what is missing would not be written down at all.
        func encodeIfPresent(_ value: String?, forKey key: Key) { sheet.fields[key.stringValue] = value ?? NSNull() }
        func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
            if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
        }

        // Asked for by encodings written by hand, which views have not; what is written there is not shown.
        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
            Reader(sheet: Sheet()).container(keyedBy: type)
        }
        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { Reader(sheet: Sheet()).unkeyedContainer() }
        func superEncoder() -> any Encoder { Reader(sheet: Sheet()) }
        func superEncoder(forKey key: Key) -> any Encoder { Reader(sheet: Sheet()) }
    }

    struct List: UnkeyedEncodingContainer {
        let sheet: Sheet
        var codingPath: [any CodingKey] { [] }
        var count: Int { sheet.items?.count ?? 0 }

        func encodeNil() { sheet.items?.append(NSNull()) }
        func encode<Value: Encodable>(_ value: Value) throws { sheet.items?.append(try Fields.prepared(value)) }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            Reader(sheet: Sheet()).container(keyedBy: type)
        }
        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { Reader(sheet: Sheet()).unkeyedContainer() }
        func superEncoder() -> any Encoder { Reader(sheet: Sheet()) }
    }

    /// Numbers, which encode themselves as one value.
    struct Single: SingleValueEncodingContainer {
        let sheet: Sheet
        var codingPath: [any CodingKey] { [] }

        func encodeNil() { sheet.single = NSNull() }
        func encode(_ value: Bool) { sheet.single = value }
        func encode(_ value: String) { sheet.single = value }
        func encode(_ value: Int) { sheet.single = value }
        func encode(_ value: Double) { sheet.single = value }
        func encode(_ value: Float) { sheet.single = value }
        func encode(_ value: Int8) { sheet.single = value }
        func encode(_ value: Int16) { sheet.single = value }
        func encode(_ value: Int32) { sheet.single = value }
        func encode(_ value: Int64) { sheet.single = value }
        func encode(_ value: UInt) { sheet.single = value }
        func encode(_ value: UInt8) { sheet.single = value }
        func encode(_ value: UInt16) { sheet.single = value }
        func encode(_ value: UInt32) { sheet.single = value }
        func encode(_ value: UInt64) { sheet.single = value }
        func encode<Value: Encodable>(_ value: Value) throws { sheet.single = try Fields.prepared(value) }
    }
}
