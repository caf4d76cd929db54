import Coding
import Ledger
import Testing
import World

@Suite("Mentions become events")
struct ReconcilingTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let events: Int
        let articles: @Sendable () -> [CodedArticle]
        var testDescription: String { name }
    }

    static let talks = Told(sentence: "中国与美国18日在安克雷奇举行会谈。", trigger: "会谈", date: "2021-03-18")
    static let charge = Told(sentence: "美国指责中国盗窃疫苗数据。", trigger: "指责", type: .accuse, actors: ["USA"], recipients: ["CHN"])

    static let cases = [
        Case(name: "two outlets on one day's talks", events: 1) {
            [
                article("a", "2021-03-18", told: [talks]),
                article("b", "2021-03-19", outlet: "乙台", told: [Told(sentence: "双方周四在阿拉斯加会晤。", trigger: "会晤", date: "2021-03-18")]),
            ]
        },
        Case(name: "a summit of three days", events: 1) {
            [
                article("a", "2021-03-18", told: [talks]),
                article(
                    "b", "2021-03-20", outlet: "乙台",
                    told: [Told(sentence: "中美18日至20日会谈。", trigger: "会谈", date: "2021-03-18", until: "2021-03-20")]),
                article("c", "2021-03-20", outlet: "丙社", told: [Told(sentence: "中国与美国20日在安克雷奇结束会谈。", trigger: "会谈", date: "2021-03-20")]),
            ]
        },
        Case(name: "two calls in a month", events: 2) {
            [
                article("a", "2021-03-02", told: [Told(sentence: "两国外长通电话。", trigger: "通电话", date: "2021-03-02")]),
                article("b", "2021-03-23", told: [Told(sentence: "两国外长通电话。", trigger: "通电话", date: "2021-03-23")]),
            ]
        },
        Case(name: "a report without a day joins the one with a day", events: 1) {
            [
                article("a", "2021-03-18", told: [talks]),
                article("b", "2021-03-19", told: [Told(sentence: "中美两国在安克雷奇的会谈气氛紧张。", trigger: "会谈")]),
            ]
        },
        Case(name: "a report of a week later that names no day", events: 1) {
            [
                article("a", "2021-03-18", told: [talks]),
                article("b", "2021-03-24", outlet: "乙台", told: [Told(sentence: "几天前，中国与美国在安克雷奇举行会谈。", trigger: "会谈")]),
            ]
        },
        Case(name: "a report of three weeks later that names no day", events: 2) {
            [
                article("a", "2021-03-18", told: [talks]),
                article("b", "2021-04-08", outlet: "乙台", told: [Told(sentence: "中国与美国的会谈气氛良好。", trigger: "会谈")]),
            ]
        },
        Case(name: "a charge and that of a week later", events: 2) {
            var dated = charge
            dated.date = "2021-03-18"
            return [
                article("a", "2021-03-18", told: [dated]),
                article(
                    "b", "2021-03-24", outlet: "乙台",
                    told: [Told(sentence: "美国指责中国黑客盗取疫苗资料。", trigger: "指责", type: .accuse, actors: ["USA"], recipients: ["CHN"])]),
            ]
        },
        Case(name: "a call and a visit on one day", events: 2) {
            [
                article("a", "2021-03-18", told: [Told(sentence: "拜登同习近平通电话。", trigger: "通电话", mode: "phone", date: "2021-03-18")]),
                article("b", "2021-03-18", told: [Told(sentence: "王毅抵达华盛顿访问。", trigger: "访问", mode: "visit", date: "2021-03-18")]),
            ]
        },
        Case(name: "two pairs of ministers on one day", events: 2) {
            [
                article(
                    "a", "2021-03-18",
                    told: [Told(sentence: "布林肯同王毅会谈。", trigger: "会谈", persons: ["USA": "布林肯", "CHN": "王毅"], date: "2021-03-18")]),
                article(
                    "b", "2021-03-18",
                    told: [Told(sentence: "防长奥斯汀与魏凤和会谈。", trigger: "会谈", persons: ["USA": "奥斯汀", "CHN": "魏凤和"], date: "2021-03-18")]),
            ]
        },
        Case(name: "the full name and the surname", events: 1) {
            [
                article(
                    "a", "2021-03-18",
                    told: [Told(sentence: "普京会见习近平。", trigger: "会见", actors: ["CHN", "RUS"], persons: ["RUS": "普京"], date: "2021-03-18")]),
                article(
                    "b", "2021-03-18",
                    told: [
                        Told(
                            sentence: "俄罗斯总统普京会见习近平。", trigger: "会见", actors: ["CHN", "RUS"], persons: ["RUS": "弗拉基米尔·普京"],
                            date: "2021-03-18")
                    ]),
            ]
        },
        Case(name: "a denial is not the act", events: 2) {
            var denied = talks
            denied.aux = "negation"
            return [article("a", "2021-03-18", told: [talks]), article("b", "2021-03-18", told: [denied])]
        },
        Case(name: "announced, then done", events: 1) {
            var announced = talks
            announced.aux = "future"
            return [article("a", "2021-03-15", told: [announced]), article("b", "2021-03-18", told: [talks])]
        },
        Case(name: "other parties", events: 2) {
            var other = talks
            other.actors = ["JPN", "USA"]
            return [article("a", "2021-03-18", told: [talks]), article("b", "2021-03-18", told: [other])]
        },
        Case(name: "the order of the parties of talks", events: 1) {
            var other = talks
            other.actors = ["USA"]
            other.recipients = ["CHN"]
            return [article("a", "2021-03-18", told: [talks]), article("b", "2021-03-18", told: [other])]
        },
        Case(name: "a tour that two reports tell of, and the talks with either host", events: 2) {
            let sentence = "王毅18日访问沙特和土耳其，同两国外长会谈。"
            let host = { (code: String) in
                Told(sentence: sentence, trigger: "会谈", actors: ["CHN"], recipients: [code], date: "2021-03-18")
            }
            let both = Told(sentence: sentence, trigger: "会谈", actors: ["CHN"], recipients: ["SAU", "TUR"], date: "2021-03-18")
            return [
                article("a", "2021-03-18", told: [host("SAU")]), article("b", "2021-03-18", outlet: "乙台", told: [host("TUR")]),
                article("c", "2021-03-18", outlet: "丙社", told: [both]),
            ]
        },
        Case(name: "what either says of working together", events: 2) {
            let says = { (one: String, other: String, sentence: String) in
                Told(sentence: sentence, trigger: "合作", type: .agree, actors: [one], recipients: [other], date: "2021-03-18")
            }
            return [
                article("a", "2021-03-18", told: [says("CHN", "FRA", "王毅说，中方愿与法方合作，战胜疫情。")]),
                article("b", "2021-03-18", outlet: "乙台", told: [says("FRA", "CHN", "马克龙说，法方也想同中方多多合作。")]),
            ]
        },
        Case(name: "strikes of day after day", events: 2) {
            let strike = { (day: String) in
                Told(sentence: "以色列空袭加沙。", trigger: "空袭", type: .assault, actors: ["ISR"], recipients: ["PSE"], date: day)
            }
            return (14...17).map { article("a\($0)", "2021-05-\($0)", outlet: "第\($0)报", told: [strike("2021-05-\($0)")]) }
        },
        Case(name: "who charges whom", events: 2) {
            var answer = charge
            answer.actors = ["CHN"]
            answer.recipients = ["USA"]
            return [article("a", "2021-03-18", told: [charge]), article("b", "2021-03-18", told: [answer])]
        },
        Case(name: "one charge in two outlets' words", events: 1) {
            [
                article("a", "2021-03-18", told: [charge]),
                article(
                    "b", "2021-03-18", outlet: "乙台",
                    told: [Told(sentence: "美国政府指责中国黑客盗窃疫苗数据。", trigger: "指责", type: .accuse, actors: ["USA"], recipients: ["CHN"])]),
            ]
        },
        Case(name: "two charges on one day", events: 2) {
            [
                article("a", "2021-03-18", title: "疫苗之争", told: [charge]),
                article(
                    "b", "2021-03-18", outlet: "乙台", title: "南海局势",
                    told: [Told(sentence: "华盛顿抨击北京在南海恐吓邻邦渔船。", trigger: "抨击", type: .accuse, actors: ["USA"], recipients: ["CHN"])]),
            ]
        },
        Case(name: "three parties, and two of them", events: 1) {
            var three = talks
            three.actors = ["CHN", "EUR", "USA"]
            three.sentence = "中国与美国、欧盟18日在安克雷奇举行会谈。"
            return [article("a", "2021-03-18", told: [talks]), article("b", "2021-03-18", outlet: "乙台", told: [three])]
        },
        Case(name: "what two people say in one article", events: 2) {
            let says = { (who: String, sentence: String, trigger: String) in
                Told(sentence: sentence, trigger: trigger, type: .accuse, actors: ["USA"], recipients: ["CHN"], persons: ["USA": who])
            }
            return [
                article(
                    "a", "2021-03-18",
                    told: [says("戴琪", "戴琪指责中国盗窃疫苗数据。", "指责"), says("尼尔", "尼尔还抨击北京在南海恐吓邻邦渔船。", "抨击")])
            ]
        },
        Case(name: "one thing said in two breaths", events: 1) {
            [
                article(
                    "a", "2021-03-18",
                    told: [charge, Told(sentence: "美国说，中国盗窃疫苗数据已经多年。", trigger: "说", type: .accuse, actors: ["USA"], recipients: ["CHN"])])
            ]
        },
        Case(name: "a guest who sees the minister and then the premier", events: 1) {
            [
                article(
                    "a", "2021-03-18",
                    told: [Told(sentence: "布林肯在东京同茂木会谈。", trigger: "会谈", persons: ["USA": "布林肯", "CHN": "茂木"], date: "2021-03-18")]),
                article(
                    "b", "2021-03-18", outlet: "乙台",
                    told: [Told(sentence: "布林肯在东京会见菅义伟。", trigger: "会见", persons: ["USA": "布林肯", "CHN": "菅义伟"], date: "2021-03-18")]),
            ]
        },
        Case(name: "a step against Hong Kong, told as one against China", events: 1) {
            let step = Told(
                sentence: "英国20日中止同香港的引渡条约。", trigger: "中止", type: .sanction, actors: ["GBR"], recipients: ["HKG"], date: "2020-07-20")
            var other = step
            other.recipients = ["CHN"]
            other.sentence = "英国周一中止了同香港的引渡条约，中英关系紧张。"
            return [article("a", "2020-07-20", told: [step]), article("b", "2020-07-21", outlet: "乙台", told: [other])]
        },
        Case(name: "the week that holds the day", events: 1) {
            var week = talks
            (week.date, week.until, week.precision) = ("2021-03-15", "2021-03-21", "week")
            week.sentence = "上周中国与美国在安克雷奇举行会谈。"
            return [article("a", "2021-03-18", told: [talks]), article("b", "2021-03-23", outlet: "乙台", told: [week])]
        },
        Case(name: "a planned visit, read as an agreement, and the visit", events: 1) {
            var planned = talks
            planned.type = .agree
            planned.aux = "future"
            return [article("a", "2021-03-15", told: [planned]), article("b", "2021-03-18", told: [talks])]
        },
        Case(name: "an old act told again", events: 1) {
            let old = Told(
                sentence: "中国与美国去年三月在安克雷奇举行会谈。", trigger: "会谈", aux: "historical", date: "2021-03", until: "2021-03", precision: "month")
            return [article("a", "2021-03-18", told: [talks]), article("b", "2022-05-01", told: [old])]
        },
    ]

    @Test("How many events", arguments: cases)
    func counts(_ one: Case) throws {
        let ledger = try Ledger.of(one.articles(), in: folder)
        #expect(try ledger.summary().events == one.events)
    }

    @Test("The order in which articles come changes nothing", arguments: cases)
    func order(_ one: Case) throws {
        let forward = try Ledger.of(one.articles(), in: folder, named: "forward").dump()
        let backward = try Ledger(path: folder.path("backward"), fold: fold)
        for article in one.articles().reversed() {
            try backward.ingest([article])
            try backward.reconcile()
        }
        #expect(try backward.dump() == forward)
    }

    @Test("A few mentions at once become what all at once become", arguments: [1, 3, 10])
    func lots(atOnce: Int) throws {
        let vague = { (date: String, precision: String) in
            Told(sentence: "中国与美国\(date)举行会谈。", trigger: "会谈", date: date, precision: precision)
        }
        let days = (10...20).map { day in
            Told(sentence: "中国与美国\(day)日会谈。", trigger: "会谈", date: "2021-03-\(day)")
        }
        let told =
            days.enumerated().map { article("a\($0)", "2021-03-2\($0 % 9)", outlet: "第\($0)报", told: [$1, Self.charge]) }
            + [
                article("m", "2021-05-18", outlet: "丁网", told: [vague("2021-03", "month"), Self.talks]),
                article("n", "2021-05-19", outlet: "戊报", told: [vague("2021-03", "month"), vague("2021", "year")]),
                article("o", "2022-05-19", outlet: "己报", told: [vague("2021", "year"), vague("2020-12", "month")]),
            ]
        let whole = try Ledger.of(told, in: folder, named: "whole").dump()
        let ledger = try Ledger(path: folder.path("lots"), fold: fold)
        try ledger.ingest(told)
        try ledger.reconcile(mentionsAtOnce: atOnce)
        #expect(try ledger.dump() == whole)
    }
}
