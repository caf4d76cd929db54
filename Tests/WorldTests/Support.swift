import Foundation
import Prose
import Tables
import Testing
import World

/// The shipped knowledge, loaded once for all tests.
enum Shipped {
    private static let loaded = Result { try World.load(from: World.folder()) }

    static func world() throws -> World { try loaded.get() }

    /// What exactly these words stand for, in any script.
    static func entries(_ words: String) throws -> [Entry] {
        let world = try world()
        return world.lexicon.values(of: world.folding(CodePoints(points: words))).map { world.entries[Int($0)] }
    }

    static func table(_ file: String) throws -> Table { try World.table(file, in: World.folder()) }

    /// The people who are meant by a name.
    static func people(_ name: String) throws -> [Person] {
        let world = try world()
        return try entries(name).filter { $0.kind == .person }.map { world.people[$0.index] }
    }
}

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
