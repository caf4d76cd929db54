import Tables
import World

/// What PLOVER's types are called in the site's languages, read from `Resources/types.txt`.
public struct TypeLabels: Sendable {
    struct Label: Sendable {
        let name: [Language: String]
        let meaning: [Language: String]
    }

    private let labels: [EventType: Label]

    /// - Parameter resources: the folder of the site's files; nil: the one built into the package.
    /// - Throws: ``SiteError`` or `TableProblem` where the list is missing or damaged.
    public init(resources: String?) throws { try self.init(try Resources(preferring: resources).table("types.txt")) }

    /// - Throws: `TableProblem` where a type is unknown or has no row.
    init(_ table: Table) throws {
        var labels: [EventType: Label] = [:]
        for row in table.rows {
            guard let type = EventType(rawValue: try row.require("type")) else { throw row.problem("this is none of PLOVER's types") }
            labels[type] = Label(
                name: [.zh: try row.require("zh"), .en: try row.require("en")],
                meaning: [.zh: try row.require("zh meaning"), .en: try row.require("en meaning")])
        }
        for type in EventType.allCases where labels[type] == nil {
            throw TableProblem(file: table.file, line: 1, message: "the type \(type.rawValue) has no row")
        }
        self.labels = labels
    }

    public func name(_ type: EventType, _ language: Language) -> String { labels[type]?.name[language] ?? type.rawValue }
    func meaning(_ type: EventType, _ language: Language) -> String { labels[type]?.meaning[language] ?? "" }
}

extension QuadClass {
    /// The quad class as a word that stands in an address or a class name: `verbal-cooperation`.
    var slug: String { rawValue.replacing(" ", with: "-") }

    init?(slug: String) { self.init(rawValue: slug.replacing("-", with: " ")) }

    var isCooperation: Bool { self == .verbalCooperation || self == .materialCooperation }
}
