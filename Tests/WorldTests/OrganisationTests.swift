import Testing
import World

@Suite("Organisations")
struct OrganisationTests {
    @Test("Codes are well formed and stand once")
    func codes() throws {
        let organisations = try Shipped.world().organisations
        #expect(organisations.count >= 150)
        #expect(Set(organisations.map(\.code)).count == organisations.count)
        for one in organisations {
            let short = one.code.split(separator: ":").last ?? ""
            let isPlain = one.code == "EUR" || one.code == "UNO"
            #expect(isPlain || one.code.hasPrefix("IGO:"), "\(one.code)")
            #expect(!short.isEmpty && short.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }, "\(one.code)")
        }
    }

    @Test("Members are known states or organisations, their intervals run forward")
    func members() throws {
        let world = try Shipped.world()
        let known = Set(world.states.map(\.code) + world.organisations.map(\.code))
        for one in world.organisations {
            for member in one.members {
                #expect(known.contains(member.code), "\(one.code) \(member.code)")
                if let from = member.from, let to = member.to { #expect(from <= to, "\(one.code) \(member.code)") }
            }
        }
    }

    static let memberships: [(code: String, member: String, day: String, isMember: Bool)] = [
        ("EUR", "GBR", "2020-01-31", true), ("EUR", "GBR", "2020-02-01", false), ("EUR", "HRV", "2013-06-30", false),
        ("EUR", "HRV", "2013-07-01", true), ("IGO:NATO", "FIN", "2023-04-03", false), ("IGO:NATO", "FIN", "2023-04-04", true),
        ("IGO:NATO", "SWE", "2024-03-06", false), ("IGO:NATO", "SWE", "2024-03-07", true), ("IGO:BRICS", "IRN", "2023-08-24", false),
        ("IGO:BRICS", "IRN", "2024-01-01", true), ("IGO:G7", "RUS", "2022-01-01", false), ("IGO:G8", "RUS", "2010-01-01", true),
        ("IGO:G8", "RUS", "2015-01-01", false), ("IGO:AUKUS", "AUS", "2021-09-14", false), ("IGO:AUKUS", "AUS", "2021-09-15", true),
        ("IGO:SCO", "IRN", "2023-07-03", false), ("IGO:SCO", "IRN", "2023-07-04", true), ("IGO:SCO", "IND", "2020-01-01", true),
        ("IGO:ASEAN", "PHL", "2020-01-01", true), ("IGO:ASEAN", "TLS", "2024-01-01", false), ("IGO:QUAD", "IND", "2023-01-01", true),
        ("IGO:FIVEEYES", "NZL", "2020-01-01", true), ("IGO:APEC", "TWN", "2020-01-01", true), ("IGO:G20", "IGO:AU", "2023-09-09", true),
        ("IGO:OPEC", "AGO", "2024-01-01", false), ("IGO:P5", "CHN", "2020-01-01", true),
    ]

    @Test("Who belonged on a day", arguments: memberships)
    func membership(_ one: (code: String, member: String, day: String, isMember: Bool)) throws {
        let organisation = try #require(try Shipped.world().organisations.first { $0.code == one.code })
        let members = organisation.members(on: try day(one.day))
        #expect(members.contains(one.member) == one.isMember)
        #expect(members == members.sorted())
    }

    static let counts: [(code: String, day: String, count: Int)] = [
        ("EUR", "2023-01-01", 27), ("EUR", "2019-01-01", 28), ("IGO:NATO", "2024-04-01", 32), ("IGO:NATO", "2022-01-01", 30),
        ("IGO:G7", "2023-01-01", 8), ("IGO:ASEAN", "2023-01-01", 10), ("IGO:BRICS", "2023-01-01", 5), ("IGO:FIVEEYES", "2023-01-01", 5),
    ]

    @Test("How many belonged on a day", arguments: counts)
    func count(_ one: (code: String, day: String, count: Int)) throws {
        let organisation = try #require(try Shipped.world().organisations.first { $0.code == one.code })
        #expect(organisation.members(on: try day(one.day)).count == one.count)
    }

    static let names: [(name: String, code: String)] = [
        ("欧盟", "EUR"), ("歐盟", "EUR"), ("欧盟委员会", "EUR"), ("欧洲议会", "EUR"), ("联合国", "UNO"), ("安理会", "UNO"), ("聯合國安理會", "UNO"),
        ("北约", "IGO:NATO"), ("北大西洋公约组织", "IGO:NATO"), ("东盟", "IGO:ASEAN"), ("東協", "IGO:ASEAN"), ("亚细安", "IGO:ASEAN"),
        ("七国集团", "IGO:G7"), ("七大工業國", "IGO:G7"), ("世卫组织", "IGO:WHO"), ("世衛", "IGO:WHO"), ("世贸组织", "IGO:WTO"),
        ("国际原子能机构", "IGO:IAEA"), ("上合组织", "IGO:SCO"), ("金砖国家", "IGO:BRICS"), ("国际刑事法院", "IGO:ICC"), ("五眼联盟", "IGO:FIVEEYES"),
        ("国际法院", "UNO"), ("非盟", "IGO:AU"), ("阿盟", "IGO:ARABLEAGUE"),
    ]

    @Test("Names and organs in both scripts", arguments: names)
    func name(_ one: (name: String, code: String)) throws {
        let codes = try Shipped.entries(one.name).filter { $0.kind == .organisation || $0.kind == .organ }.compactMap(\.code)
        #expect(codes == [one.code])
    }

    static let foreign: [(name: String, code: String)] = [
        ("G20", "IGO:G20"), ("NATO", "IGO:NATO"), ("WHO", "IGO:WHO"), ("IAEA", "IGO:IAEA"), ("ASEAN", "IGO:ASEAN"), ("QUAD", "IGO:QUAD"),
    ]

    @Test("What stands in Latin letters", arguments: foreign)
    func foreignName(_ one: (name: String, code: String)) throws {
        let codes = try Shipped.entries(one.name).filter { $0.kind == .organisation }.compactMap(\.code)
        withKnownIssue("the column of foreign names is not put into the lexicon", isIntermittent: true) {
            #expect(codes == [one.code])
        }
    }
}
