/// Addresses for programs outside the API proper, each described in a few words.
extension OpenAPI {
    static func others(_ site: Site) -> [String: [String: Any]] {
        var paths: [String: [String: Any]] = [
            "/api/v1": get("index", "This document.", "application/json"),
            "/api/v1/openapi.json": get("openapi", "This document.", "application/json"),
            "/healthz": get("health", "Whether the server answers and its record can be read.", "text/plain"),
            "/metrics": get("metrics", "What the server did, in Prometheus's text format.", "text/plain"),
        ]
        for feed in Feed.all { paths[feed.path] = get(feed.name, feed.about, "application/atom+xml", parameters: feed.parameters) }
        paths["/sitemap.xml"] = get("sitemap", "The maps of every page.", "application/xml")
        paths["/sitemaps/{part}"] = get(
            "sitemapPart", "One map of pages.", "application/xml",
            parameters: [part("part", "Its name, as the map of maps has it.", "relations.xml")])
        paths["/robots.txt"] = get("robots", "What robots may read.", "text/plain")
        paths["/mcp"] = [
            "post": [
                "operationId": "mcp", "summary": "The Model Context Protocol over streamable HTTP: JSON-RPC 2.0, without sessions.",
                "requestBody": ["required": true, "content": ["application/json": ["schema": ["type": "object"]]]],
                "responses": [
                    "200": ["description": "The answer.", "content": ["application/json": ["schema": ["type": "object"]]]],
                    "202": ["description": "A notification was taken."], "400": ["$ref": "#/components/responses/Failure"],
                    "403": ["$ref": "#/components/responses/Failure"], "413": ["$ref": "#/components/responses/Failure"],
                ],
            ]
        ]
        return paths
    }

    static func part(_ name: String, _ about: String, _ example: String) -> [String: Any] {
        ["name": name, "in": "path", "required": true, "description": about, "schema": ["type": "string"], "example": example]
    }

    static func question(_ name: String, _ about: String, _ example: String) -> [String: Any] {
        ["name": name, "in": "query", "required": true, "description": about, "schema": ["type": "string"], "example": example]
    }

    private static func get(_ id: String, _ summary: String, _ type: String, parameters: [[String: Any]] = []) -> [String: Any] {
        [
            "get": [
                "operationId": id, "summary": summary, "parameters": parameters,
                "responses": [
                    "200": [
                        "description": "The answer.",
                        "content": [type: ["schema": type == "application/json" ? ["type": "object"] : ["type": "string"]]],
                    ],
                    "404": ["$ref": "#/components/responses/Failure"], "429": ["$ref": "#/components/responses/Failure"],
                ],
            ]
        ]
    }
}
