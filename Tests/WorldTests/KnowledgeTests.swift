import Prose
import Testing
import World

@Suite("The shipped knowledge")
struct KnowledgeTests {
    @Test("Every table is read")
    func loads() throws {
        let world = try Shipped.world()
        #expect(world.entries.count > 10_000)
        #expect(world.frames.count == world.frameHoldsName.count)
        for kind in [
            Entry.Kind.state, .capital, .metonym, .short, .organisation, .organ, .body, .office, .person, .nonparty, .frame, .hint, .speech,
            .marker, .pronoun,
        ] {
            #expect(world.entries.contains { $0.kind == kind }, "\(kind.rawValue)")
        }
    }

    @Test("Entries point at people and frames that are there, and at codes that are known")
    func entries() throws {
        let world = try Shipped.world()
        let known = Set(world.states.map(\.code) + world.organisations.map(\.code))
        for entry in world.entries {
            switch entry.kind {
            case .person: #expect(world.people.indices.contains(entry.index))
            case .frame, .hint:
                #expect(world.frames.indices.contains(entry.index))
                #expect(world.frames[entry.index].isHint == (entry.kind == .hint))
            default: break
            }
            if let code = entry.code { #expect(known.contains(code), "\(entry.name) \(code)") }
        }
    }

    @Test("Every code has a name")
    func names() throws {
        let world = try Shipped.world()
        #expect(world.name(of: "CHN") == "中国")
        #expect(world.name(of: "EUR") == "欧洲联盟")
        #expect(world.name(of: "???") == "???")
    }

    static let homes: [(site: String, country: String)] = [
        ("voachinese.com", "USA"), ("rfi.fr", "FRA"), ("bbc.com", "GBR"), ("zaobao.com", "SGP"), ("cna.com.tw", "TWN"),
    ]

    @Test("Where outlets write from", arguments: homes)
    func home(_ one: (site: String, country: String)) throws {
        #expect(try Shipped.world().home(ofSite: one.site) == one.country)
    }

    static let trapped: [String] = ["其中", "完美", "昨日", "方法", "北京大学", "台湾海峡", "日内瓦", "中美洲", "南美", "发展中国家"]

    @Test("Words that only look like names are known as such", arguments: trapped)
    func nonparty(_ word: String) throws {
        let entries = try Shipped.entries(word)
        #expect(entries.contains { $0.kind == .nonparty || ($0.kind == .body && !$0.acts) })
        #expect(!entries.contains { $0.kind == .state || $0.kind == .capital })
    }

    static let bodies: [(name: String, code: String?, sector: String, acts: Bool)] = [
        ("外交部", nil, "GOV", true), ("五角大楼", "USA", "MIL", true), ("华为", "CHN", "BUS", false),
        ("新华社", "CHN", "MED", false),
    ]

    @Test("Bodies by sector", arguments: bodies)
    func body(_ one: (name: String, code: String?, sector: String, acts: Bool)) throws {
        let entry = try #require(try Shipped.entries(one.name).first { $0.kind == .body })
        #expect(entry.code == one.code)
        #expect(entry.sector == one.sector)
        #expect(entry.acts == one.acts)
    }

    @Test("Armed groups and the opposition act for no state", arguments: ["塔利班", "胡塞武装", "哈马斯"])
    func rebels(_ name: String) throws {
        let entries = try Shipped.entries(name).filter { $0.kind == .body }
        #expect(!entries.isEmpty)
        #expect(entries.allSatisfy { !$0.acts })
    }
}
