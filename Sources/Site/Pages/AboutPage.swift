import World

/// `/about`: how the record is made, what its codes mean, and what it cannot do.
enum AboutPage {
    struct Body: Sendable {
        let types: [TypeRow]
    }

    struct TypeRow: Sendable {
        let code: String
        let name: String
        let meaning: String
        let quad: String
        let tone: String
    }

    struct Data: Encodable, Sendable {
        let types: [TypeData]

        struct TypeData: Encodable, Sendable {
            let type: EventType
            let name: String
            let meaning: String
            let cooperation: Bool
        }
    }

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let body = Body(
            types: EventType.allCases.map { type in
                TypeRow(
                    code: type.rawValue, name: writer.type(type), meaning: writer.types.meaning(type, visit.language),
                    quad: writer.quad(type.usualQuad),
                    tone: type.usualQuad.tone)
            })
        let data = Data(
            types: EventType.allCases.map {
                Data.TypeData(
                    type: $0, name: writer.type($0), meaning: writer.types.meaning($0, visit.language),
                    cooperation: $0.usualQuad.isCooperation)
            })
        return .page(
            PageAnswer(
                template: "about", title: writer.text("about"), description: writer.text("aboutLead"), section: "about", body: body,
                data: data))
    }
}

extension EventType {
    /// The quad class that PLOVER's manual puts the type in.
    var usualQuad: QuadClass {
        switch self {
        case .agree, .consult, .support, .concede: .verbalCooperation
        case .cooperate, .aid, .retreat: .materialCooperation
        case .request, .accuse, .reject, .threaten: .verbalConflict
        case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
        }
    }
}
