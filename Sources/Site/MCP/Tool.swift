import Ledger

/// One thing that an assistant may ask of the record.
struct Tool: Sendable {
    struct Argument: Sendable {
        let name: String
        let about: String
        var isRequired = false
        /// Lowest and highest value of a whole number; nil for a text.
        var range: ClosedRange<Int>?
    }

    let name: String
    let title: String
    let about: String
    let arguments: [Argument]
    let answer: @Sendable (Site, ToolArguments) throws -> JSON

    static let all = [search, readRelation, listEvents, readArticle]

    /// As `tools/list` has it.
    var description: JSON {
        let properties = arguments.map { argument -> (String, JSON) in
            let about = JSON.text(argument.about)
            guard let range = argument.range else { return (argument.name, ["type": "string", "description": about, "maxLength": 200]) }
            return (
                argument.name,
                ["type": "integer", "description": about, "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
            )
        }
        return [
            "name": .text(name), "title": .text(title), "description": .text(about),
            "inputSchema": [
                "type": "object", "properties": .object(Dictionary(properties) { first, _ in first }),
                "required": .list(arguments.filter(\.isRequired).map { .text($0.name) }), "additionalProperties": false,
            ],
            "annotations": ["readOnlyHint": true, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false],
        ]
    }
}

/// What a tool was given, read strictly.
struct ToolArguments: Sendable {
    private let values: JSON
    private let tool: Tool

    /// - Throws: ``Refusal`` for an argument that the tool does not have, or one of a wrong type.
    init(_ tool: Tool, _ values: JSON) throws {
        guard case .object(let given) = values else { throw Refusal(.badRequest, "arguments must be an object") }
        for (name, value) in given {
            guard let argument = tool.arguments.first(where: { $0.name == name }) else {
                throw Refusal(
                    .badRequest,
                    "\(tool.name) has no argument “\(name.prefix(60))”; it has \(tool.arguments.map(\.name).joined(separator: ", "))")
            }
            if value == .null { continue }
            if let range = argument.range {
                guard let number = value.integer, range.contains(number) else {
                    throw Refusal(.badRequest, "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
                }
            } else {
                guard let text = value.text, text.count <= 200 else {
                    throw Refusal(.badRequest, "\(name) must be a text of at most 200 characters")
                }
            }
        }
        for argument in tool.arguments where argument.isRequired && given[argument.name]?.text?.isEmpty != false {
            throw Refusal(.badRequest, "\(argument.name) is missing: \(argument.about)")
        }
        self.values = values
        self.tool = tool
    }

    func text(_ name: String) -> String? { values[name]?.text.flatMap { $0.isEmpty ? nil : $0 } }

    func integer(_ name: String, else standard: Int) -> Int { values[name]?.integer ?? standard }

    /// The same as questions of an address of the API, whose reading and refusing they share.
    func request(_ endpoint: Endpoint, parts: [String: String] = [:], _ names: [String]) throws -> APIRequest {
        var query = Query(nil)
        for name in names { query = query.with(name, text(name)) }
        return try APIRequest(endpoint, parts: parts, query: query, wantsTable: false)
    }
}
