import Foundation

/// JSON Feed 1.0/1.1, and objects one a line: Rapport's own record (`rapport/1`) or `{url, title, date, text}`.
struct JSONForm: Form {
    let name = "JSON"
    let holdsMany = true

    func recognises(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") else { return false }
        let next = text.dropFirst().first { $0 > 0x20 }
        return next == UInt8(ascii: "\"") || text.first == UInt8(ascii: "[") && next == UInt8(ascii: "{")
    }

    /// Whether a text is objects one a line, by its first.
    static func isLines(_ text: [UInt8]) -> Bool {
        let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = text[start...].firstIndex(where: { $0 > 0x20 }), text[first] == UInt8(ascii: "{") else { return false }
        guard let end = text[first...].firstIndex(of: 0x0A) else { return false }
        return JSONForm().isWhole(text[first..<end])
    }

    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String]) {
        let rows = lines(text)
        // A document over several lines, or one object alone.
        if rows.count == 1 || !isWhole(rows[0]) {
            switch object(text) {
            case .success(let whole as [String: Any]):
                if let items = whole["items"] as? [Any] { return feed(whole, items) }
                return gathered([(nil, whole)])
            case .success(let list as [Any]): return gathered(list.enumerated().map { ("item \($0 + 1)", $1) })
            case .success: return ([], ["the JSON is neither a feed nor records; give objects with url, title, date and text"])
            case .failure(let flaw) where rows.count == 1: return ([], ["the JSON is broken (\(flaw)); fetch it again"])
            case .failure: break
            }
        }
        var found: [(String?, Any)] = []
        var problems: [String] = []
        for (number, row) in rows.enumerated() where row.contains(where: { $0 > 0x20 }) {
            switch object(row) {
            case .success(let value): found.append(("line \(number + 1)", value))
            case .failure(let flaw): problems.append("line \(number + 1) is not whole JSON (\(flaw)); it was left out")
            }
        }
        let result = gathered(found)
        return (result.drafts, shortened(problems + result.problems))
    }

    private func feed(_ feed: [String: Any], _ items: [Any]) -> (drafts: [Draft], problems: [String]) {
        let result = gathered(items.enumerated().map { ("item \($0 + 1)", $1) })
        guard let title = feed["title"] as? String else { return result }
        let drafts = result.drafts.map { draft in
            var draft = draft
            draft.author = draft.author ?? collapsed(title)
            return draft
        }
        return (drafts, result.problems)
    }

    private func gathered(_ values: [(name: String?, value: Any)]) -> (drafts: [Draft], problems: [String]) {
        var drafts: [Draft] = []
        var problems: [String] = []
        for (name, value) in values {
            if let record = value as? [String: Any], let draft = JSONRecord(record).draft {
                drafts.append(draft)
            } else {
                problems.append((name.map { $0 + " " } ?? "the object ") + "has no text; give url, title, date and text")
            }
        }
        return (drafts, shortened(problems))
    }

    private func shortened(_ problems: [String]) -> [String] {
        problems.count <= 20 ? problems : problems.prefix(20) + ["and \(problems.count - 20) more lines or items like these"]
    }

    private func isWhole(_ row: ArraySlice<UInt8>) -> Bool { (try? object(row).get()) != nil }

    private func object(_ text: ArraySlice<UInt8>) -> Result<Any, JSONFlaw> {
        // Foundation's reader walks nested arrays by recursion and stops at 512 levels.
        if let value = try? JSONSerialization.jsonObject(with: Data(text)) { return .success(value) }
        if let paired = withPairedSurrogates(text), let value = try? JSONSerialization.jsonObject(with: Data(paired)) {
            return .success(value)
        }
        return .failure(JSONFlaw())
    }
}

/// Foundation's own messages are not for readers.
struct JSONFlaw: Error, CustomStringConvertible {
    let description = "it breaks off or has a stray mark"
}
