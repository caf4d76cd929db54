import Measure
import World

/// `/about`: how the record is made, what its codes mean, how good it is, and what it cannot do.
enum AboutPage {
    struct Body: View {
        let types: [TypeRow]
        /// Whether quad classes and scores are at hand.
        let hasScores: Bool
        let temperature: String
        let bands: [Band]
        let hasStock: Bool
        let fields: [FieldRow]
        let accuracy: [AccuracyRow]
    }

    struct TypeRow: View {
        let code: String
        let name: String
        let meaning: String
        /// nil where a type has none.
        let modes: String?
        let quad: String
        let score: String
        let tone: String
        /// What an event of it adds to a relation's standing.
        let value: String
    }

    struct Band: View {
        let name: String
        let from: String
        let to: String
    }

    struct FieldRow: View {
        let name: String
        let meaning: String
    }

    struct AccuracyRow: View {
        let level: String
        let precision: String
        let recall: String
        let f1: String
        let bar: String
    }

    struct Data: Encodable, Sendable {
        let types: [TypeData]
        let accuracy: [AccuracyData]

        struct TypeData: Encodable, Sendable {
            let type: EventType
            let name: String
            let meaning: String
            @OrNull var quad: QuadClass?
            @OrNull var score: Double?
            @OrNull var cameo: String?
        }

        struct AccuracyData: Encodable, Sendable {
            let level: String
            let precision: Double
            let recall: Double
            let f1: Double
        }
    }

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let known = site.options.plover?.types ?? [:]
        let stock = site.options.scales?.stock
        let scale = site.temperature
        let body = Body(
            types: EventType.allCases.map { row($0, known[$0], stock, writer) }, hasScores: !known.isEmpty,
            temperature: writer.sentences(
                writer.text("aboutMeasure3"),
                writer.words.filled(
                    "aboutTemperatureFigures", writer.language,
                    ["days": coordinate(scale.halfLife), "prior": coordinate(scale.prior), "version": scale.version])),
            bands: (stock?.bands ?? []).map {
                Band(name: writer.language == .zh ? $0.name : $0.english, from: signed($0.from), to: signed($0.to))
            }, hasStock: stock != nil, fields: site.fields.map { FieldRow(name: $0.name, meaning: $0.meaning[writer.language] ?? "") },
            accuracy: site.accuracy.map {
                AccuracyRow(
                    level: writer.text("level-\($0.level)"), precision: $0.precision, recall: $0.recall, f1: $0.f1,
                    bar: SmallCharts.part(Double($0.f1) ?? 0))
            })
        let data = Data(
            types: EventType.allCases.map { type in
                Data.TypeData(
                    type: type, name: writer.type(type), meaning: writer.types.meaning(type, visit.language), quad: known[type]?.quad,
                    score: known[type]?.score, cameo: known[type]?.cameo)
            },
            accuracy: site.accuracy.map {
                Data.AccuracyData(
                    level: $0.level, precision: Double($0.precision) ?? 0, recall: Double($0.recall) ?? 0, f1: Double($0.f1) ?? 0)
            })
        return .page(
            PageAnswer(
                template: "about", title: writer.text("about"), description: writer.text("aboutLead"), section: "about", body: body,
                data: data, table: Address.table("types")))
    }

    private static func row(_ type: EventType, _ known: Plover.TypeRow?, _ stock: StockScale?, _ writer: Writer) -> TypeRow {
        let modes = writer.modes.all(of: type, writer.language)
        return TypeRow(
            code: type.rawValue, name: writer.type(type), meaning: writer.types.meaning(type, writer.language),
            modes: modes.isEmpty ? nil : modes.joined(separator: writer.language == .zh ? "、" : ", "),
            quad: known.map { writer.quad($0.quad) } ?? "", score: known.map { signed($0.score) } ?? "", tone: known?.quad.tone ?? "plain",
            value: stock?.values[type].map(hundredths) ?? "")
    }
}
