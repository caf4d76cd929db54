import Foundation

/// The API's description (OpenAPI 3.1), made from the endpoints themselves and from `Resources/schemas.json`, which says what their answers hold.
struct OpenAPI {
    let site: Site

    /// - Parameter base: the address that the API's own begin with.
    func json(base: String) throws -> Data {
        guard let schemas = try JSONSerialization.jsonObject(with: Data(try site.resources.bytes("schemas.json"))) as? [String: Any] else {
            throw SiteError.damaged(file: "schemas.json", reason: "it holds no object")
        }
        var paths: [String: Any] = [:]
        for endpoint in site.endpoints {
            paths["/api/v1\(endpoint.path)"] = ["get": operation(endpoint)]
            if endpoint.isList { paths["/api/v1\(endpoint.path).csv"] = ["get": table(endpoint)] }
        }
        for (path, operation) in Self.others(site) { paths[path] = operation }
        let document: [String: Any] = [
            "openapi": "3.1.0",
            "info": [
                "title": "Rapport", "version": site.options.version.isEmpty ? "0" : site.options.version,
                "summary": "The record of how states get along",
                "description":
                    "Every event points at the sentences it rests on, every sentence at its article and its outlet. Offsets count Unicode "
                    + "code points. A missing value is null. A success is {\"ok\": true, \"data\": …}, a failure {\"ok\": false, \"error\": {\"status\": …, "
                    + "\"message\": …}}. Lists go on with the cursor in `next`. Answers bear ETags. Values are only ever added.",
            ], "servers": [["url": base]], "paths": paths,
            "components": ["schemas": schemas, "responses": ["Failure": failure]],
        ]
        return try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
    }

    private var failure: [String: Any] {
        ["description": "Why there is no answer.", "content": ["application/json": ["schema": Self.reference("Failure")]]]
    }

    private func operation(_ endpoint: Endpoint) -> [String: Any] {
        let item = Self.reference(endpoint.schema)
        let page: [String: Any] = [
            "type": "object", "required": ["items", "next"], "additionalProperties": false,
            "properties": ["items": ["type": "array", "items": item], "next": ["type": ["string", "null"]]],
        ]
        let body: [String: Any] = [
            "type": "object", "required": ["ok", "data"], "additionalProperties": false,
            "properties": ["ok": ["const": true], "data": endpoint.isList ? page : item],
        ]
        return described(endpoint, id: endpoint.name, content: ["application/json": ["schema": body]])
    }

    private func table(_ endpoint: Endpoint) -> [String: Any] {
        described(endpoint, id: "\(endpoint.name)Table", content: ["text/csv": ["schema": ["type": "string"]]])
    }

    private func described(_ endpoint: Endpoint, id: String, content: [String: Any]) -> [String: Any] {
        var answers: [String: Any] = ["200": ["description": "The answer.", "content": content]]
        for status in ["400", "404", "429", "503"] { answers[status] = ["$ref": "#/components/responses/Failure"] }
        return [
            "operationId": id, "summary": endpoint.summary,
            "parameters": endpoint.parts.map { parameter($0, in: "path") } + endpoint.parameters.map { parameter($0, in: "query") },
            "responses": answers,
        ]
    }

    private func parameter(_ parameter: Endpoint.Parameter, in place: String) -> [String: Any] {
        var described: [String: Any] = [
            "name": parameter.name, "in": place, "description": parameter.about, "required": place == "path",
            "schema": Self.schema(parameter.kind),
        ]
        if let example = parameter.example { described["example"] = parameter.kind.isInteger ? Int(example) ?? 1 : example }
        return described
    }

    private static func schema(_ kind: Endpoint.Parameter.Kind) -> [String: Any] {
        switch kind {
        case .text: ["type": "string", "maxLength": 2000]
        case .day: ["type": "string", "format": "date"]
        case .integer: ["type": "integer", "minimum": 1]
        case .choice(let values): ["type": "string", "enum": values]
        }
    }

    static func reference(_ schema: String) -> [String: Any] { ["$ref": "#/components/schemas/\(schema)"] }
}

extension Endpoint.Parameter.Kind {
    var isInteger: Bool {
        if case .integer = self { return true }
        return false
    }
}
