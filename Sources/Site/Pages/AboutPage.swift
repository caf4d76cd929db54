import World

/// `/about`: how the record is made, what its codes mean, and what it cannot do.
enum AboutPage {
    struct Body: Sendable {
        let types: [TypeRow]
        /// Whether quad classes and scores are at hand.
        let hasScores: Bool
        let hasStock: Bool
    }

    struct TypeRow: Sendable {
        let code: String
        let name: String
        let meaning: String
        let quad: String
        let score: String
        let tone: String
    }

    struct Data: Encodable, Sendable {
        let types: [TypeData]

        struct TypeData: Encodable, Sendable {
            let type: EventType
            let name: String
            let meaning: String
            @OrNull var quad: QuadClass?
            @OrNull var score: Double?
            @OrNull var cameo: String?
        }
    }

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let known = site.options.plover?.types ?? [:]
        let rows = EventType.allCases.map { type in
            let row = known[type]
            return TypeRow(
                code: type.rawValue, name: writer.type(type), meaning: writer.types.meaning(type, visit.language),
                quad: row.map { writer.quad($0.quad) } ?? "", score: row.map { signed($0.score) } ?? "", tone: row?.quad.tone ?? "plain")
        }
        let data = EventType.allCases.map { type in
            Data.TypeData(
                type: type, name: writer.type(type), meaning: writer.types.meaning(type, visit.language), quad: known[type]?.quad,
                score: known[type]?.score, cameo: known[type]?.cameo)
        }
        let body = Body(types: rows, hasScores: !known.isEmpty, hasStock: site.options.scales != nil)
        return .page(
            PageAnswer(
                template: "about", title: writer.text("about"), description: writer.text("aboutLead"), section: "about", body: body,
                data: Data(types: data)))
    }
}
