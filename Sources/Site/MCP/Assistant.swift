import Foundation
import Synchronization

/// The record as an assistant's tools: the Model Context Protocol (revision 2025-06-18 and its neighbours), whatever carries its messages.
///
/// The tools only read. Every answer names its sources: sentences, outlets, links.
public struct Assistant: Sendable {
    let site: Site

    /// - Parameter site: whose record is read; a public one's articles come as their evidence alone.
    public init(site: Site) { self.site = site }

    /// Revisions of the protocol that are spoken, the newest first.
    static let revisions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]

    /// Answers one message.
    /// - Parameter message: a JSON-RPC 2.0 request or notification, UTF-8.
    /// - Returns: the answer as one line of JSON; nil for what needs none.
    public func answer(_ message: Data) -> String? {
        guard let request = try? JSONDecoder().decode(JSON.self, from: message) else {
            return Self.failure(id: .null, code: -32700, "this is no JSON").line
        }
        guard case .object = request, request["jsonrpc"]?.text == "2.0" else {
            return Self.failure(id: .null, code: -32600, "a message is one object of JSON-RPC 2.0").line
        }
        // Without a method it is an answer, and nothing was asked; without an id it is a notification.
        guard let method = request["method"]?.text else {
            return request["result"] != nil || request["error"] != nil
                ? nil : Self.failure(id: .null, code: -32600, "the method is missing").line
        }
        guard let id = request["id"], id != .null else { return nil }
        return answer(method, request["params"] ?? [:], id: id).line
    }

    private func answer(_ method: String, _ parameters: JSON, id: JSON) -> JSON {
        switch method {
        case "initialize": return Self.success(id: id, welcome(parameters))
        case "ping": return Self.success(id: id, [:])
        case "tools/list": return Self.success(id: id, ["tools": .list(Tool.all.map(\.description))])
        case "tools/call":
            guard let name = parameters["name"]?.text, let tool = Tool.all.first(where: { $0.name == name }) else {
                return Self.failure(id: id, code: -32602, "there is no such tool; tools/list names them")
            }
            return Self.success(id: id, call(tool, parameters["arguments"] ?? [:]))
        default: return Self.failure(id: id, code: -32601, "there is no method “\(method.prefix(100))”")
        }
    }

    private func welcome(_ parameters: JSON) -> JSON {
        let asked = parameters["protocolVersion"]?.text ?? ""
        return [
            "protocolVersion": .text(Self.revisions.contains(asked) ? asked : Self.revisions[0]),
            "capabilities": ["tools": ["listChanged": false]],
            "serverInfo": [
                "name": "rapport", "title": "Rapport", "version": .text(site.options.version.isEmpty ? "0" : site.options.version),
            ],
            "instructions": .text(
                "The record of how states get along, read from Chinese-language news. An event is what happened, once; its evidence is the sentences that "
                    + "report it. Quote the sentence, name the outlet and its day, and give the link. Parties are codes: ISO 3166 alpha-3 (CHN, USA), "
                    + "EUR, UNO, others such as IGO:NATO. Silence of the record is not calm: see how much was published."),
        ]
    }

    /// What goes wrong in a tool is told to the assistant as the tool's answer, so that it can mend its question.
    private func call(_ tool: Tool, _ arguments: JSON) -> JSON {
        do {
            let result = try tool.answer(site, ToolArguments(tool, arguments))
            return ["content": [["type": "text", "text": .text(result.line)]], "structuredContent": result, "isError": false]
        } catch let refusal as Refusal {
            return Self.problem(refusal.message ?? "there is no such thing in the record")
        } catch {
            return Self.problem("the record cannot be read")
        }
    }

    private static func problem(_ message: String) -> JSON { ["content": [["type": "text", "text": .text(message)]], "isError": true] }

    private static func success(id: JSON, _ result: JSON) -> JSON { ["jsonrpc": "2.0", "id": id, "result": result] }

    private static func failure(id: JSON, code: Int, _ message: String) -> JSON {
        ["jsonrpc": "2.0", "id": id, "error": ["code": .integer(code), "message": .text(message)]]
    }
}
