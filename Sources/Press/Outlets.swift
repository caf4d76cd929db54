import Tables

/// Who publishes, known by the link's site.
public struct Outlets: Sendable {
    public init(_ table: Table) throws {}
}
