import Ledger
import Measure
import Prose
import World

/// A month of a relation as a page of Markdown.
struct BriefReport {
    let brief: Brief
    let names: PartyNames
    let language: ReportLanguage
    let scales: Scales

    var lines: [String] {
        ["# \(title)", "", summary, ""] + happened + said + numbers + sources
    }

    private var title: String {
        let month = String(brief.days.lowerBound.iso.prefix(7))
        return language("\(pair)，\(month)", "\(pair), \(month)")
    }

    private var pair: String { "\(names.name(brief.pair.a, language)) – \(names.name(brief.pair.b, language))" }

    private var summary: String {
        let point = brief.score.point
        let cooperation = point.cooperation
        let conflict = point.events - cooperation
        let sentences = [
            language(
                "本月记录 \(grouped(point.events)) 件事：合作 \(grouped(cooperation))，冲突 \(grouped(conflict))（上月共 \(grouped(brief.scoreBefore?.point.events ?? 0))）。",
                "The record has \(count(point.events, "event")) of this month: \(grouped(cooperation)) of cooperation, \(grouped(conflict)) of conflict (the month before: \(grouped(brief.scoreBefore?.point.events ?? 0)))."
            ),
            language(
                "平均分值 \(value(brief.score))，上月 \(value(brief.scoreBefore))；月末温度 \(value(brief.temperature))，上月末 \(value(brief.temperatureBefore))。",
                "The mean score is \(value(brief.score)), the month before \(value(brief.scoreBefore)); the temperature at its end \(value(brief.temperature)), a month earlier \(value(brief.temperatureBefore))."
            ),
            language(
                "当月共发表文章 \(grouped(point.published)) 篇，其中 \(grouped(point.mentioning)) 篇报道两方之间的事。",
                "Articles published: \(grouped(point.published)); reporting on the two: \(grouped(point.mentioning))."),
        ]
        return (sentences + unusual).joined(separator: language("", " "))
    }

    private var unusual: [String] {
        let changes = brief.changes.map { change in
            language(
                "自 \(change.week.iso) 一周起，平均分值由 \(signed(change.before)) 变为 \(signed(change.after))。",
                "From the week of \(change.week.iso) the mean score changed from \(signed(change.before)) to \(signed(change.after)).")
        }
        let anomalies = brief.anomalies.prefix(2).map { anomaly in
            language(
                "\(anomaly.week.iso) 一周的\(figure(anomaly.figure))异于全年：\(anomaly.events) 件（z = \(fixed(anomaly.z, 1))）。",
                "The week of \(anomaly.week.iso) is unlike its year in \(figure(anomaly.figure)): \(count(anomaly.events, "event")) (z = \(fixed(anomaly.z, 1)))."
            )
        }
        return changes + anomalies
    }

    private var happened: [String] {
        [language("## 发生了什么", "## What happened"), ""]
            + brief.timeline.entries.map { entry in
                let event = entry.event
                let more = entry.others.isEmpty ? "" : language("，另有 \(entry.others.count) 件同类", ", \(entry.others.count) more of its kind")
                let voices = language("独立信源 \(event.voices)", count(event.voices, "voice")) + more
                return
                    "- **\(event.days)** \(names.type(event.type, language)) · \(names.sides(event.actors, event.recipients, language)): "
                    + "\(plain(event.sentence)) (\(link(event.best)); \(voices))"
            } + [""]
    }

    private var said: [String] {
        if brief.statements.isEmpty { return [] }
        return [language("## 谁说了什么", "## Who said what"), ""]
            + brief.statements.map { record in
                let speaker = record.statement.speaker
                let who = [speaker?.code.map { names.name($0, language) }, speaker?.name].compactMap { $0 }.joined(separator: " ")
                return "- \(who): “\(plain(record.statement.span.text))” (\(link(record.article)))"
            } + [""]
    }

    private var numbers: [String] {
        let (now, before) = (brief.score.point, brief.scoreBefore?.point)
        let rows = EventType.allCases.filter { now.types[$0] ?? 0 > 0 || before?.types[$0] ?? 0 > 0 }.map { type in
            "| \(type.rawValue)\(language(" \(names.type(type, .zh))", "")) | \(now.types[type] ?? 0) | \(before?.types[type] ?? 0) |"
        }
        return [
            language("## 数字", "## Numbers"), "", language("| 类型 | 本月 | 上月 |", "| type | this month | the month before |"),
            "| --- | ---: | ---: |",
        ] + rows + [""]
    }

    private var sources: [String] {
        let outlets = brief.published.prefix(12).map { "\($0.outlet ?? language("未知", "unknown")) \(grouped($0.articles))" }
        let lessened = brief.score.without.filter { $0.value != nil }.prefix(3).map { group in
            language(
                "不计\(names.group(group.group, language))：\(value(group.value))（少 \(group.events) 件）",
                "without \(names.group(group.group, language)): \(value(group.value)) (\(count(group.events, "event")) fewer)")
        }
        return [
            language("## 来源", "## Sources"), "",
            language("当月文章：", "Articles of the month: ") + outlets.joined(separator: language("、", ", ")) + language("。", "."), "",
            lessened.isEmpty
                ? ""
                : language("平均分值若去掉一类媒体：", "The mean score with one group of outlets left out: ") + lessened.joined(separator: "; ")
                    + language("。", "."), "",
            language(
                "括号内为对事件重抽样的 95% 区间。分值为 PLOVER 的 −10…10；温度的半衰期为 \(fixed(scales.temperature.halfLife, 0)) 天。由程序编码，须与原文核对。",
                "In brackets the 95 % interval of a bootstrap over events. Scores are PLOVER's, −10…10; the temperature's half-life is \(fixed(scales.temperature.halfLife, 0)) days. Coded by a program: check the originals."
            ),
        ]
    }

    private func value(_ reading: Reading?) -> String {
        guard let reading else { return "–" }
        let interval = reading.interval.map { " [\(signed($0.lowerBound))…\(signed($0.upperBound))]" } ?? ""
        return value(reading.value) + interval
    }

    private func value(_ number: Double?) -> String { number.map(signed) ?? "–" }

    private func signed(_ number: Double) -> String { (number > 0 ? "+" : "") + fixed(number, 2).replacing("-", with: "−") }

    private func figure(_ figure: Anomaly.Figure) -> String {
        switch figure {
        case .activity: language("事件数", "activity")
        case .conflict: language("冲突", "conflict")
        case .cooperation: language("合作", "cooperation")
        }
    }

    private func link(_ article: ArticleReference) -> String {
        let text = "\(article.outlet ?? "?"), \(article.localDate ?? "")"
        return article.url.map { "[\(text)](<\($0)>)" } ?? text
    }

    private func plain(_ text: String) -> String { markdown(text.replacing("\n", with: " ")) }
}
