import Ledger
import World

/// Parties and what passed between them as a graph (GraphML 1.0): a node for each party, an edge for each two with their events summed up.
struct GraphML {
    let events: [EventRecord]
    let names: PartyNames

    var lines: [String] {
        let edges = edges
        let parties = Set(edges.flatMap { [$0.pair.a, $0.pair.b] }).sorted()
        return [
            #"<?xml version="1.0" encoding="UTF-8"?>"#, #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#,
        ] + GraphML.keys.map { #"  <key id="\#($0.name)" for="\#($0.of)" attr.name="\#($0.name)" attr.type="\#($0.type)"/>"# }
            + [#"  <graph edgedefault="undirected">"#]
            + parties.map {
                #"    <node id="\#(escaped($0))"><data key="name">\#(escaped(names.name($0, .en)))</data><data key="chinese">\#(escaped(names.name($0, .zh)))</data></node>"#
            } + edges.map { $0.line(escaped) } + ["  </graph>", "</graphml>"]
    }

    private static let keys: [(name: String, of: String, type: String)] = [
        ("name", "node", "string"), ("chinese", "node", "string"), ("events", "edge", "int"), ("verbal_cooperation", "edge", "int"),
        ("material_cooperation", "edge", "int"), ("verbal_conflict", "edge", "int"), ("material_conflict", "edge", "int"),
        ("score", "edge", "double"),
    ]

    private struct Edge {
        let pair: Pair
        var quads = [0, 0, 0, 0]
        var score = 0.0

        func line(_ escaped: (String) -> String) -> String {
            let events = quads.reduce(0, +)
            let names = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
            let data = zip(names, quads).map { #"<data key="\#($0)">\#($1)</data>"# }.joined()
            return #"    <edge source="\#(escaped(pair.a))" target="\#(escaped(pair.b))"><data key="events">\#(events)</data>\#(data)"#
                + #"<data key="score">\#(fixed(score / Double(max(1, events)), 4))</data></edge>"#
        }
    }

    private var edges: [Edge] {
        var edges: [Pair: Edge] = [:]
        for event in events {
            for pair in Set(event.dyads.compactMap({ Pair($0.actor, $0.recipient) })) {
                edges[pair, default: Edge(pair: pair)].quads[event.quad.code - 1] += 1
                edges[pair]?.score += event.score
            }
        }
        return edges.values.sorted { $0.pair < $1.pair }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
