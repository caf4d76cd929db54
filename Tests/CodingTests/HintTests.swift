import Coding
import Foundation
import Press
import Testing
import World

@Suite("Hints")
struct HintTests {
    /// The shipped knowledge with two hints of its own: 行会谈 is a part of the trigger 举行会谈.
    private static let world = Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hints-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let shipped = try World.folder()
        for name in try FileManager.default.contentsOfDirectory(atPath: shipped.path) where name != "hints.txt" {
            try FileManager.default.createSymbolicLink(
                at: folder.appendingPathComponent(name), withDestinationURL: shipped.appendingPathComponent(name))
        }
        try Data("word | type\n击掌 | SUPPORT\n行会谈 | AGREE\n".utf8).write(to: folder.appendingPathComponent("hints.txt"))
        return try World.load(from: folder)
    }

    private static func study(_ text: String, _ world: World) throws -> Study {
        Study(Article(body: [text]), world: world, reading: try ReadingModels(in: World.folder()))
    }

    /// What a sentence's candidates are read as.
    private static func readings(_ text: String, _ world: World) throws -> [String] {
        let study = try study(text, world)
        return study.align([], in: 0).flatMap { candidate, _ in
            study.eventFeatures(candidate).filter { $0.hasPrefix("f=") && !$0.contains("&") }
        }
    }

    @Test(
        "A hint is offered where no trigger stands, in either script",
        arguments: ["中国代表在会场外与俄罗斯代表击掌。", "中國代表在會場外與俄羅斯代表擊掌。"])
    func offered(_ text: String) throws {
        #expect(try Self.readings(text, Self.world.get()) == ["f=~SUPPORT"])
        #expect(try Self.readings(text, Shipped.coder().world).isEmpty)
    }

    @Test("A hint gives way to the trigger that it stands in, and leaves those beside it alone")
    func givesWay() throws {
        let world = try Self.world.get()
        #expect(try Self.readings("中国与俄罗斯在北京举行会谈。", world) == ["f=CONSULT"])
        #expect(try Self.readings("中国与俄罗斯在北京举行会谈，双方击掌。", world) == ["f=CONSULT", "f=~SUPPORT"])
    }

    @Test("What hints are sought in is the same whichever are known, without triggers and names")
    func open() throws {
        for world in [try Self.world.get(), try Shipped.coder().world] {
            let study = try Self.study("中國與俄羅斯舉行會談，雙方擊掌。", world)
            let letters = study.openLetters(in: 0)
            #expect(letters.string(letters.indices) == "■■与■■■■■■■，双方击掌。")
            let clap = try #require(study.place(of: "击掌", in: 0))
            #expect(study.openPlace(clap, in: 0) == 13..<15)
            #expect(try study.openPlace(#require(study.place(of: "会谈", in: 0)), in: 0) == nil)
        }
    }

    @Test("A step-by-step explanation calls a hint so, and says which line has it")
    func explained() throws {
        let coder = try Shipped.coder()
        let hints = coder.world.frames.filter(\.isHint)
        #expect(
            hints.contains { hint in
                coder.explain("中国\(hint.trigger)俄罗斯。", published: nil).sentences.flatMap(\.readings).contains {
                    $0.trigger == hint.trigger && $0.frames.map(\.shape) == ["hint"] && $0.origins == [hint.origin]
                }
            })
    }
}
