import HTTPTypes
import Ledger
import Testing
import World

@testable import Site

@Suite("Languages")
struct LanguageTests {
    @Test(
        "the header's best language is taken",
        arguments: [
            ("none", nil, Language.zh), ("English", "en-GB,en;q=0.9", .en), ("Chinese first", "zh-TW, en;q=0.8", .zh),
            ("English weighted higher", "zh;q=0.3, en;q=0.8", .en), ("neither", "fr, de", .zh), ("refused", "en;q=0, zh;q=0.1", .zh),
            ("nonsense", ";;;q=,,=", .zh), ("odd weight", "en;q=x", .zh),
        ] as [(String, String?, Language)])
    func header(_ name: String, _ header: String?, _ expected: Language) {
        #expect(Language.preferred(by: header) == expected, "\(name)")
    }

    @Test("a choice in the address wins, and a cookie keeps it")
    func choice() async throws {
        let page = try await get("/about?lang=en", headers: [.acceptLanguage: "zh"])
        #expect(page.body.contains("<html lang=\"en\"") && page.headers[.contentLanguage] == "en")
        #expect(page.headers[.setCookie]?.hasPrefix("lang=en;") == true)
        #expect(try await get("/about", headers: [.cookie: "lang=en", .acceptLanguage: "zh"]).body.contains("<html lang=\"en\""))
        #expect(try await get("/about").headers[.setCookie] == nil)
        #expect(try await get("/about").headers[.vary]?.contains("Accept-Language") == true)
    }

    @Test("the switch keeps the page and its questions")
    func switchAddress() async throws {
        let page = try await get("/relations/CHN-JPN?type=ACCUSE&lang=zh")
        #expect(page.body.contains("href=\"/relations/CHN-JPN?type=ACCUSE&amp;lang=en\""))
    }

    @Test("counts, numbers and dates read as the language writes them")
    func figures() throws {
        let words = try Words(try Resources(preferring: nil).table("words.txt"))
        #expect(words.count("articles", 1, .en) == "1 article")
        #expect(words.count("articles", 12_348, .en) == "12,348 articles")
        #expect(words.count("articles", 12_348, .zh) == "12,348篇文章")
        #expect(signed(-2.04) == "−2.0" && signed(0.04) == "0.0" && signed(7) == "+7.0")
        #expect(CalendarWords(language: .zh).date("2023-11") == "2023年11月")
        #expect(CalendarWords(language: .en).date("2023-11-05") == "5 November 2023")
        #expect(CalendarWords(language: .zh).date("soon") == "soon")
        #expect(percent(0) == "0%" && percent(0.004) == "<1%" && percent(0.996) == ">99%" && percent(1) == "100%")
        #expect(tenths(0.24) == "24.0%" && tenths(0.9996) == "99.9%")
    }

    @Test(
        "the two ends of a time say year and month once",
        arguments: [
            ("2024-01-18", "2024-01-18", "2024年1月18日", "18 January 2024"),
            ("2024-01-18", "2024-01-19", "2024年1月18日至19日", "18–19 January 2024"),
            ("2024-01-18", "2024-02-03", "2024年1月18日至2月3日", "18 January – 3 February 2024"),
            ("2023-12-30", "2024-01-02", "2023年12月30日至2024年1月2日", "30 December 2023 – 2 January 2024"),
            ("2021-03", "2021-05", "2021年3月至5月", "March–May 2021"),
            ("2020-07", "2021-06", "2020年7月至2021年6月", "July 2020 – June 2021"),
            ("2020", "2021", "2020年至2021年", "2020 – 2021"), ("soon", "later", "soon至later", "soon – later"),
        ])
    func spans(_ start: String, _ end: String, _ chinese: String, _ english: String) {
        #expect(CalendarWords(language: .zh).span(start, end) == chinese)
        #expect(CalendarWords(language: .en).span(start, end) == english)
    }

    @Test("what was mended in an article, and by which office somebody is named, stand in the reader's language")
    func articleWords() async throws {
        try await Sample.with { site async throws in
            let (chinese, english) = (site.writer(Visit(path: "/", language: .zh)), site.writer(Visit(path: "/", language: .en)))
            let flag = "the comment's clock ran 16 hours ahead, as known of that time"
            #expect(chinese.flag(flag) == Run(run: "存档的时钟当时快16小时，已校正。", runLang: nil))
            #expect(english.flag(flag).run.contains("16 hours") && english.flag(flag).runLang == nil)
            #expect(chinese.flag("something new") == Run(run: "something new", runLang: "en"))
            #expect(Run(office: "国务卿", english) == Run(run: "Secretary of State", runLang: nil))
            #expect(Run(office: "掌旗官", english) == Run(run: "掌旗官", runLang: "zh") && Run(office: "国务卿", chinese).run == "国务卿")
        }
    }

    @Test(
        "places, sources and offices have English names where the knowledge or the lists tell them, in either script",
        arguments: [
            ("北京", "Beijing"), ("廣西桂林", "Guilin, Guangxi"), ("白宫", "White House"), ("中国外交部", "Foreign Ministry (China)"),
            ("美方", "United States"),
            ("路透社", "Reuters"), ("布林肯", "Antony Blinken"), ("北约", "NATO"), ("阿拉斯加安克雷奇", "Anchorage, Alaska"), ("某处", nil),
        ] as [(String, String?)])
    func wordsInEnglish(_ word: String, _ english: String?) async throws {
        let folder = try World.folder(nil)
        let world = try World.load(from: folder)
        let options = Sample.options { options in
            options.people = world.people
            options.folding = world.folding
            options.outletNames = ["路透社": "Reuters"]
            options.meanings = { world.entries(of: $0) }
        }
        try await Sample.with([], options: options) { site async throws in
            let run = site.writer(Visit(path: "/", language: .en)).word(word)
            #expect(run == Run(run: english ?? word, runLang: english == nil ? "zh" : nil))
            #expect(site.writer(Visit(path: "/", language: .zh)).word(word) == Run(run: word, runLang: nil))
        }
    }

    @Test(
        "an office for any name has an English one",
        arguments: [
            ("驻日本大使", "Ambassador to Japan"), ("前总统", "former President"), ("当选总统", "President-elect"),
            ("前驻美国大使", "former Ambassador to United States"),
            ("驻某处大使", nil),
        ] as [(String, String?)])
    func officesInEnglish(_ office: String, _ english: String?) async throws {
        try await Sample.with(
            [], options: Sample.options { $0.meanings = { [Entry(kind: .state, name: $0, code: ["日本": "JPN", "美国": "USA"][$0])] } }
        ) {
            #expect($0.english.office(office) == english)
        }
    }

    @Test("every mode of the ontology has a name, the Chinese one the knowledge's own")
    func modeNames() throws {
        let labels = try ModeLabels(try Resources(preferring: nil).table("modes.txt"))
        let table = try World.table("modes.txt", in: World.folder(nil), required: ["chinese"])
        for row in table.rows {
            let type = try #require(EventType(rawValue: try row.require("type")))
            let mode = try row.require("mode")
            let chinese = try row.require("chinese")
            #expect(labels.name(mode, of: type, .zh) == chinese)
            #expect(!labels.name(mode, of: type, .en).isEmpty, "\(mode)")
        }
        #expect(labels.name("strange", of: .aid, .zh) == "strange")
    }

    @Test("modes and marks of an act stand in the reader's language, on the article's page and the event's")
    func modesOnPages() async throws {
        var accused = Sample.accusation
        accused.mode = "disapprove"
        var denied = accused
        denied.aux = "negation"
        let article = Sample.article("a000000000000009", "东京否认", outlet: "晚报", day: "2023-03-06", [accused, denied])
        try await Sample.with([article]) { site async throws in
            let chinese = try await get("/articles/a000000000000009", of: site).body
            #expect(chinese.contains(">方式：批评、谴责<") && chinese.contains(">否定<") && !chinese.contains("disapprove"))
            let english = try await get("/articles/a000000000000009?lang=en", of: site).body
            #expect(english.contains(">Mode: criticism<") && english.contains(">negated<"))
            let event = try #require(try site.ledger.events(EventFilter()).first)
            #expect(try await get("/events/\(event.id)", of: site).body.contains("批评、谴责 <code>disapprove</code>"))
        }
    }

    @Test("names in a search lead to their codes, the longer name first")
    func namesInText() {
        let names = Names([
            "COG": Names.Entry(zh: "刚果", en: "Congo"), "COD": Names.Entry(zh: "刚果民主共和国", en: "DR Congo"),
            "USA": Names.Entry(zh: "美国", hant: "美國", en: "United States"),
        ])
        #expect(names.codes(in: "美國 刚果民主共和国") == ["USA", "COD"])
        #expect(names.codes(in: "united states") == ["USA"])
        #expect(names.codes(in: "usa") == ["USA"])
        #expect(names.codes(in: "无") == [])
        #expect(names.name("IGO:G20", .zh) == "G20")
    }

    @Test("English names that mislead are mended, others stay as given")
    func englishNames() {
        let given = Names(["CHN": Names.Entry(zh: "中国", en: "China mainland"), "JPN": Names.Entry(zh: "日本", en: "Japan")])
        let names = given.writing(english: ["CHN": "China", "EUR": "European Union"])
        #expect(names.name("CHN", .en) == "China" && names.name("CHN", .zh) == "中国")
        #expect(names.name("JPN", .en) == "Japan" && names.name("EUR", .zh) == "European Union")
        #expect(Names.Entry(zh: nil, en: "G7, G-7").en == "G7")
    }
}
