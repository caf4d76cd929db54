import Ledger
import Measure
import World

/// How a timeline is printed.
enum TimelineFormat: String, CaseIterable {
    case table, md, html, csv, ics, json
}

/// A timeline in one of the formats.
struct TimelineReport {
    let timeline: Timeline
    let names: PartyNames
    let language: ReportLanguage

    func lines(_ format: TimelineFormat) -> [String] {
        switch format {
        case .table: table
        case .md: page
        case .html: html
        case .csv: [csvLine(["rank", "importance", "others"] + EventList.columns)] + timeline.entries.map { csvLine(cells($0)) }
        case .ics: calendar.lines
        case .json: [json.line]
        }
    }

    private var title: String {
        let days = "\(timeline.days.lowerBound.iso) – \(timeline.days.upperBound.iso)"
        switch timeline.question.subject {
        case .pair(let pair): return "\(names.name(pair.a, language)) – \(names.name(pair.b, language)), \(days)"
        case .party(let code, let others):
            let with = others.sorted().map { names.name($0, language) }.joined(separator: language("、", ", "))
            return "\(names.name(code, language))\(with.isEmpty ? "" : language("与", " with ") + with), \(days)"
        }
    }

    private var note: String {
        language(
            "按重要性排列：独立信源越多、媒体越多、分值越大越靠前（docs/measure.md）；共 \(timeline.events) 件事，相近数日内的同类事合为一条。",
            "By importance: independent voices, outlets and size of the score (docs/measure.md); \(timeline.events) events in all, those of one kind within days under one line."
        )
    }

    private var table: [String] {
        var table = TextTable(header: ["", "date", "type", "who", "voices", "outlets", "more", "sentence"], numeric: [0, 4, 5, 6])
        for entry in timeline.entries {
            let event = entry.event
            table.rows.append([
                "\(entry.rank)", event.days, event.type.rawValue + (event.mode.map { " " + $0 } ?? ""), event.sides, "\(event.voices)",
                "\(event.outlets.count)", entry.others.isEmpty ? "" : "+\(entry.others.count)",
                shortened(event.sentence.replacing("\n", with: " "), to: 80),
            ])
        }
        return table.lines
    }

    private var page: [String] {
        ["# \(markdown(title))", "", note, ""]
            + timeline.entries.map { entry in
                let event = entry.event
                let source = "\(event.best.outlet ?? "?"): \(event.best.title)"
                let link = event.best.url.map { "[\(markdown(source))](<\($0)>)" } ?? markdown(source)
                return "\(entry.rank). **\(event.days)** \(names.type(event.type, language)), \(sides(event)): "
                    + "\(markdown(event.sentence.replacing("\n", with: " "))) (\(link); \(reports(entry)))"
            }
    }

    private var html: [String] {
        let style =
            "body{font:16px/1.5 sans-serif;max-width:48em;margin:2em auto;padding:0 1em}li{margin:.7em 0}time{font-weight:bold}small{color:#555}"
        return [
            "<!doctype html>", "<html lang=\"\(language.rawValue)\">", "<meta charset=\"utf-8\">", "<title>\(markup(title))</title>",
            "<style>\(style)</style>", "<h1>\(markup(title))</h1>", "<p>\(markup(note))</p>", "<ol>",
        ]
            + timeline.entries.map { entry in
                let event = entry.event
                let source = markup("\(event.best.outlet ?? "?"): \(event.best.title)")
                // Only links of the web: an article's address may say anything.
                let url = event.best.url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
                let link = url.map { "<a href=\"\(markup($0))\">\(source)</a>" } ?? source
                return
                    "<li value=\"\(entry.rank)\"><time datetime=\"\(event.start ?? "")\">\(event.days)</time> \(markup(names.type(event.type, language))), "
                    + "\(markup(sides(event))): \(markup(event.sentence)) <small>\(link); \(markup(reports(entry)))</small></li>"
            } + ["</ol>", "</html>"]
    }

    private var calendar: Calendar {
        Calendar(name: title, events: timeline.entries.map(\.event)) { "\(names.type($0.type, language)): \(sides($0))" }
    }

    private var json: JSONValue {
        .object([
            ("from", .string(timeline.days.lowerBound.iso)), ("to", .string(timeline.days.upperBound.iso)),
            ("events", .integer(timeline.events)),
            (
                "entries",
                .array(
                    timeline.entries.map { entry in
                        .object([
                            ("rank", .integer(entry.rank)), ("importance", .number(entry.importance)),
                            ("others", .texts(entry.others.map(\.id))),
                            ("event", EventList.json(entry.event)),
                        ])
                    })
            ),
        ])
    }

    private func cells(_ entry: TimelineEntry) -> [String] {
        ["\(entry.rank)", fixed(entry.importance, 3), "\(entry.others.count)"] + EventList.cells(entry.event)
    }

    private func sides(_ event: EventRecord) -> String { names.sides(event.actors, event.recipients, language) }

    private func reports(_ entry: TimelineEntry) -> String {
        let event = entry.event
        let more = entry.others.isEmpty ? "" : language("；另有 \(entry.others.count) 件同类", "; \(entry.others.count) more of its kind")
        return language(
            "独立信源 \(event.voices)，媒体 \(event.outlets.count)", "\(count(event.voices, "voice")), \(count(event.outlets.count, "outlet"))")
            + more
    }
}
