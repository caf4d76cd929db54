import Foundation
import Mustache

/// A view's values by name, as templates ask for them.
///
/// swift-mustache reads a plain struct by reflection, going through all its values anew for each name and each struct around it; over a page of sixty
/// events that took two thirds of the time. Read once into a dictionary, the same page renders in a fraction of it.
struct Fields: MustacheParent {
    private let values: [String: Any]

    /// - Parameter view: a struct; its values may be structs, lists and optionals of them.
    init(_ view: Any) {
        var values: [String: Any] = [:]
        for case (let name?, let value) in Mirror(reflecting: view).children { values[name] = Self.prepared(value) }
        self.values = values
    }

    func child(named name: String) -> Any? { values[name] }

    /// Plain values as they are, structs as fields. A missing value becomes `NSNull`, which ends the search: without it, a template would go on to
    /// look for the name in the views around this one.
    private static func prepared(_ value: Any) -> Any {
        if plain.contains(ObjectIdentifier(type(of: value))) { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { prepared($0.value) } ?? NSNull()
        case .collection: return mirror.children.map { prepared($0.value) }
        case .struct: return Fields(value)
        default: return value
        }
    }

    private static let plain: Set<ObjectIdentifier> = [
        ObjectIdentifier(String.self), ObjectIdentifier(Bool.self), ObjectIdentifier(Int.self), ObjectIdentifier(Double.self),
        ObjectIdentifier([String: String].self),
    ]
}
