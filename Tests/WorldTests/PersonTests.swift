import Prose
import Testing
import World

@Suite("People and their offices")
struct PersonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let day: String
        let code: String
        let office: String
        let inOffice: Bool

        init(_ name: String, _ day: String, _ code: String, _ office: String, inOffice: Bool = true) {
            self.name = name
            self.day = day
            self.code = code
            self.office = office
            self.inOffice = inOffice
        }

        var testDescription: String { "\(name) \(day)" }
    }

    static let cases: [Case] = [
        Case("蓬佩奥", "2020-10-01", "USA", "国务卿"),
        Case("蓬佩奥", "2018-01-01", "USA", "中央情报局局长"),
        Case("蓬佩奥", "2021-02-01", "USA", "国务卿", inOffice: false),
        Case("布林肯", "2021-02-01", "USA", "国务卿"),
        Case("布林肯", "2025-06-01", "USA", "国务卿", inOffice: false),
        Case("拜登", "2020-12-01", "USA", "当选总统"), Case("拜登", "2020-09-01", "USA", "民主党总统候选人"),
        Case("布林肯", "2020-12-01", "USA", "国务卿提名人"), Case("布林肯", "2020-10-01", "USA", "常务副国务卿", inOffice: false),
        Case("江启臣", "2020-11-05", "TWN", "国民党主席"), Case("莱希", "2021-06-22", "IRN", "当选总统"),
        Case("沃普克·胡克斯特拉", "2021-03-01", "NLD", "财政大臣"), Case("叶尔梅克巴耶夫", "2021-10-01", "KAZ", "国防部长", inOffice: false),
        Case("拜登", "2021-01-20", "USA", "总统"),
        Case("拜登", "2018-06-01", "USA", "副总统", inOffice: false),
        Case("拜登", "2016-06-01", "USA", "副总统"),
        Case("川普", "2020-06-01", "USA", "总统"),
        Case("特朗普", "2023-06-01", "USA", "总统", inOffice: false),
        Case("特朗普", "2024-12-01", "USA", "当选总统"),
        Case("特朗普", "2016-12-01", "USA", "当选总统"),
        Case("习近平", "2023-03-20", "CHN", "国家主席"),
        Case("普京", "2022-02-24", "RUS", "总统"),
        Case("普丁", "2022-02-24", "RUS", "总统"),
        Case("蒲亭", "2022-02-24", "RUS", "总统"),
        Case("泽连斯基", "2022-02-24", "UKR", "总统"),
        Case("澤倫斯基", "2022-02-24", "UKR", "总统"),
        Case("岸田文雄", "2023-05-19", "JPN", "首相"),
        Case("岸田", "2015-05-19", "JPN", "外相"),
        Case("尹錫悅", "2023-08-18", "KOR", "总统"),
        Case("王毅", "2020-01-01", "CHN", "国务委员"),
        Case("王毅", "2024-01-01", "CHN", "外交部长"),
        Case("秦刚", "2022-06-01", "CHN", "驻美大使"),
        Case("秦刚", "2023-05-01", "CHN", "外交部长"),
        Case("秦刚", "2024-05-01", "CHN", "外交部长", inOffice: false),
    ]

    @Test("What a person was on a day", arguments: cases)
    func standing(_ one: Case) throws {
        let person = try #require(try Shipped.people(one.name).first)
        let standing = try #require(person.standing(on: try day(one.day)))
        #expect(standing.term.code == one.code)
        #expect(standing.term.office == one.office)
        #expect(standing.inOffice == one.inOffice)
    }

    @Test("Terms name known codes, run forward, and carry a sector")
    func terms() throws {
        let world = try Shipped.world()
        let known = Set(world.states.map(\.code) + world.organisations.map(\.code))
        for person in world.people {
            #expect(!person.terms.isEmpty)
            for term in person.terms {
                #expect(known.contains(term.code), "\(person.name) \(term.code)")
                #expect(term.sector.count == 3 && term.sector.allSatisfy(\.isUppercase), "\(person.name) \(term.sector)")
                if let from = term.from, let to = term.to { #expect(from <= to, "\(person.name) \(term.office)") }
            }
        }
    }

    @Test("A person of one term is that term's at any time")
    func always() throws {
        let world = try Shipped.world()
        for person in world.people.prefix(300) {
            for iso in ["1990-01-01", "2020-06-15", "2040-01-01"] {
                #expect(person.standing(on: try day(iso)) != nil, "\(person.name) \(iso)")
            }
        }
    }

    @Test("Holders of leading offices of many states are known")
    func spread() throws {
        let codes = Set(try Shipped.world().people.flatMap(\.terms).map(\.code))
        #expect(codes.filter { $0.count == 3 && $0 != "EUR" && $0 != "UNO" }.count >= 60)
        #expect(codes.filter { $0.hasPrefix("IGO:") || $0 == "EUR" || $0 == "UNO" }.count >= 15)
    }
}
