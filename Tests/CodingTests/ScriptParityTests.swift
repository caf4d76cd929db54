import Coding
import Press
import Testing

@Suite("Both scripts give the same record")
struct ScriptParityTests {
    /// What is coded, without the words.
    static func outline(_ coded: CodedArticle) -> [String] {
        coded.events.map { event in
            let date = event.date.map { "\($0.start)/\($0.end)" } ?? "-"
            return "\(event.sentence) \(event.trigger.start)-\(event.trigger.end) \(EventCase.line(event)) \(event.aux ?? "-") \(date)"
        }
    }

    @Test("An article folded to simplified script gives the same sentences, events and statements")
    func folded() throws {
        let coder = try Shipped.coder()
        for (article, coded) in zip(try Shipped.articles(), try Shipped.coded()) where coded.script == "Hant" {
            let other = coder.code(article.rewritten { coder.world.folding.fold($0) })
            #expect(other.script == "Hans")
            #expect(other.sentences == coded.sentences, "\(article.path)")
            #expect(Self.outline(other) == Self.outline(coded), "\(article.path)")
            #expect(other.statements.map { [$0.span.start, $0.span.end] } == coded.statements.map { [$0.span.start, $0.span.end] })
            #expect(other.statements.map(\.speaker?.code) == coded.statements.map(\.speaker?.code))
        }
    }

    static let pairs: [(hans: String, hant: String)] = [
        ("美国国务卿布林肯周三在北京与中国外长王毅举行会谈。", "美國國務卿布林肯週三在北京與中國外長王毅舉行會談。"),
        ("日本政府谴责朝鲜发射导弹。", "日本政府譴責朝鮮發射導彈。"),
        ("德国驱逐两名俄罗斯外交官。", "德國驅逐兩名俄羅斯外交官。"),
        ("韩国与美国举行联合军事演习。", "韓國與美國舉行聯合軍事演習。"),
        ("俄军空袭基辅。", "俄軍空襲基輔。"),
        ("欧盟呼吁以色列保持克制。", "歐盟呼籲以色列保持克制。"),
        ("瑙鲁宣布与台湾断绝外交关系。", "瑙魯宣佈與臺灣斷絕外交關係。"),
    ]

    @Test("A sentence and its twin", arguments: pairs)
    func twins(_ one: (hans: String, hant: String)) throws {
        let outlines = try [one.hans, one.hant].map { Self.outline(try Shipped.coder().code(Article(body: [$0]))) }
        #expect(!outlines[0].isEmpty)
        #expect(outlines[0] == outlines[1])
    }

    static let wording: [(mainland: String, taiwan: String)] = [
        ("意大利总理访问新西兰。", "義大利總理訪問紐西蘭。"), ("法国总统马克龙会见普京。", "法國總統馬克宏會見普丁。"), ("沙特谴责朝鲜。", "沙烏地阿拉伯譴責北韓。"),
    ]

    @Test("Other wording of names", arguments: wording)
    func otherWords(_ one: (mainland: String, taiwan: String)) throws {
        let lines = try [one.mainland, one.taiwan].map {
            try Shipped.coder().code(Article(body: [$0], day: "2018-09-20")).events.map(EventCase.line)
        }
        #expect(!lines[0].isEmpty)
        #expect(lines[0] == lines[1])
    }
}
