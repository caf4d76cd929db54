import Prose
import Testing
import World

@Suite("Frames")
struct FrameTests {
    private static func frames() throws -> [Frame] { try Shipped.world().frames.filter { !$0.isHint } }

    @Test("Every example contains its trigger, gaps and all")
    func examples() throws {
        let world = try Shipped.world()
        for frame in try Self.frames() {
            guard let example = frame.example else { continue }
            let text = world.folding.fold(example)
            var rest = Substring(text)
            for part in frame.trigger.split(separator: "…") {
                guard let found = rest.range(of: part) else {
                    Issue.record("\(frame.origin): “\(frame.trigger)” is not in “\(example)”")
                    break
                }
                rest = rest[found.upperBound...]
            }
        }
    }

    @Test("Every example keeps the frame's own bars")
    func bars() throws {
        let world = try Shipped.world()
        for frame in try Self.frames() where !frame.trigger.contains("…") {
            guard let example = frame.example else { continue }
            let text = CodePoints(points: world.folding.fold(example))
            let trigger = CodePoints(points: frame.trigger)
            let stands = text.indices.contains { start in
                text[start...].starts(with: trigger)
                    && !frame.notBefore.contains { text[min(start + trigger.count, text.count)...].starts(with: $0) }
                    && !frame.notAfter.contains { text[..<start].reversed().starts(with: $0.reversed()) }
            }
            #expect(stands, "\(frame.origin): “\(frame.trigger)” is barred in “\(example)”")
        }
    }

    @Test("Most frames have an example, each names its file and line, and every type has triggers")
    func origins() throws {
        let frames = try Self.frames()
        #expect(frames.filter { $0.example != nil }.count * 10 >= frames.count * 9)
        #expect(frames.allSatisfy { $0.origin.hasPrefix("frames/") && $0.origin.contains(".txt:") })
        #expect(Set(frames.map(\.type)) == Set(EventType.allCases))
        #expect(Set(frames.map(\.shape)) == Set(Frame.Shape.allCases))
    }

    @Test("A frame stands once")
    func unique() throws {
        var seen: [String: String] = [:]
        for frame in try Self.frames() {
            let key = "\(frame.trigger) \(frame.type.rawValue) \(frame.mode ?? "-") \(frame.shape.rawValue)"
            guard let other = seen.updateValue(frame.origin, forKey: key) else { continue }
            withKnownIssue("炮击 and 炮战 stand twice") {
                Issue.record("\(frame.origin) repeats \(other): \(key)")
            } when: {
                ["炮击", "炮战"].contains(frame.trigger)
            }
        }
    }

    @Test("Triggers are found as they stand in the table, in either script", arguments: ["会谈", "會談", "制裁", "譴責", "逮捕"])
    func found(_ trigger: String) throws {
        #expect(try Shipped.entries(trigger).contains { $0.kind == .frame })
    }

    @Test("Hints come after the frames, name file and line, and promise no more than a type")
    func hints() throws {
        let frames = try Shipped.world().frames
        let hints = frames.drop { !$0.isHint }
        #expect(!hints.isEmpty)
        #expect(hints.allSatisfy { $0.isHint && $0.origin.hasPrefix("hints.txt:") && $0.trigger.unicodeScalars.count >= 2 })
        #expect(hints.allSatisfy { $0.mode == nil && $0.tails.isEmpty && $0.example == nil })
        #expect(try Shipped.entries(hints[hints.startIndex].trigger).contains { $0.kind == .hint })
    }
}
