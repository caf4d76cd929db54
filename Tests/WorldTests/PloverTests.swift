import Foundation
import Prose
import Testing
import World

@Suite("PLOVER's tables")
struct PloverTests {
    static let types: [(type: EventType, quad: QuadClass, score: Double, cameo: String)] = [
        (.agree, .verbalCooperation, 2.5, "030"), (.consult, .verbalCooperation, 2.5, "040"), (.support, .verbalCooperation, 5, "050"),
        (.concede, .verbalCooperation, 4.5, "080"), (.cooperate, .materialCooperation, 9.5, "060"), (.aid, .materialCooperation, 10, "070"),
        (.retreat, .materialCooperation, 6.5, "084"), (.request, .verbalConflict, 0, "100"), (.accuse, .verbalConflict, -3, "110"),
        (.reject, .verbalConflict, -2, "120"), (.threaten, .verbalConflict, -3.5, "130"), (.protest, .materialConflict, -5, "140"),
        (.sanction, .materialConflict, -6, "160"), (.mobilize, .materialConflict, -5.5, "150"), (.coerce, .materialConflict, -7, "170"),
        (.assault, .materialConflict, -9, "190"),
    ]

    @Test("Quad class, score and CAMEO code of each type; ACCUSE at −3 and SANCTION material", arguments: types)
    func type(_ one: (type: EventType, quad: QuadClass, score: Double, cameo: String)) throws {
        let row = try #require(try Shipped.world().plover.types[one.type])
        #expect(row.quad == one.quad)
        #expect(row.score == one.score)
        #expect(row.cameo == one.cameo)
        #expect(!row.meaning.isEmpty)
    }

    @Test("All sixteen types stand in the table above")
    func complete() { #expect(Set(Self.types.map(\.type)) == Set(EventType.allCases) && EventType.allCases.count == 16) }

    @Test("Cooperation scores above nought, conflict not")
    func signs() throws {
        for row in try Shipped.world().plover.types.values {
            switch row.quad {
            case .verbalCooperation, .materialCooperation: #expect(row.score > 0)
            case .verbalConflict, .materialConflict: #expect(row.score <= 0)
            }
        }
    }

    @Test("Acts that both sides do together are not directed")
    func directed() {
        let mutual = EventType.allCases.filter { !$0.isDirected }
        #expect(mutual == [.agree, .consult, .support, .cooperate])
    }

    @Test("A mode gives its own CAMEO code")
    func modes() throws {
        let plover = try Shipped.world().plover
        #expect(plover.codes(.consult, mode: "visit").cameo == "042")
        #expect(plover.codes(.consult, mode: nil).cameo == "040")
        #expect(plover.codes(.coerce, mode: "cyber").cameo == "176")
        #expect(plover.codes(.coerce, mode: "no such mode").cameo == "170")
    }

    @Test("A mode's own score replaces the type's")
    func modeScores() throws {
        let plover = try Shipped.world().plover
        for row in try Shipped.table("modes.txt").rows {
            guard let type = EventType(rawValue: try row.require("type")), let mode = row["mode"], let score = row["score"] else {
                continue
            }
            #expect(plover.codes(type, mode: mode).score == Double(score), "\(type.rawValue) \(mode)")
        }
    }

    @Test("Every mode has a CAMEO code of the type's conflict or cooperation, and a meaning")
    func modeTable() throws {
        for row in try Shipped.table("modes.txt").rows {
            let cameo = try row.require("cameo")
            #expect((2...4).contains(cameo.count) && cameo.allSatisfy(\.isNumber), "line \(row.line)")
            #expect(row["meaning"] != nil && row["chinese"] != nil, "line \(row.line)")
            if let score = row["score"] {
                #expect(Double(score).map { (-10...10).contains($0) } == true, "line \(row.line)")
            }
        }
    }

    @Test("Where the manual is mended, the table says so")
    func mended() throws {
        let text = try String(contentsOf: World.folder().appendingPathComponent("plover.txt"), encoding: .utf8)
        let comment = text.split(separator: "\n").filter { $0.hasPrefix("#") }.joined()
        #expect(comment.contains("version"))
        #expect(comment.contains("ACCUSE") && comment.contains("SANCTION"))
    }

    static let contexts: [(text: String, context: String)] = [
        ("两国举行联合军演", "military"), ("双方谈及贸易和关税", "economic"), ("外交部提出抗议", "diplomatic"),
        ("呼吁尊重人权", "human_rights"), ("黑客发动网络攻击", "cyber"), ("核武器试验", "cbrn"), ("新冠疫苗", "health"), ("气候变化谈判", "environment"),
    ]

    @Test("Contexts by their words", arguments: contexts)
    func context(_ one: (text: String, context: String)) throws {
        let world = try Shipped.world()
        let points = world.folding(CodePoints(points: one.text))
        #expect(world.plover.contexts(of: points, in: points.indices).contains(one.context))
    }
}
