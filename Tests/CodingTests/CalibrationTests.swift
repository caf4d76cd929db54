import Foundation
import Tables
import Testing
import World

@testable import Coding

@Suite("The table of confidence")
struct CalibrationTests {
    private func calibration(_ table: String) throws -> Calibration {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(table.utf8).write(to: folder.appendingPathComponent("confidence.txt"))
        return try Calibration(in: folder)
    }

    @Test(
        "values between two lines lie between theirs",
        arguments: [(0, 0), (0.1, 0.2), (0.2, 0.4), (0.5, 0.6), (0.8, 0.8), (0.9, 0.8), (1, 0.8)])
    func between(said: Float, right: Double) throws {
        let table = try calibration("said | right\n0.2 | 0.4\n0.8 | 0.8\n")
        #expect(abs(table.confidence(said) - right) < 1e-6)
    }

    @Test(
        "a table that falls or leaves 0…1 is refused with its line",
        arguments: ["0.5 | 0.6\n0.4 | 0.7", "0.3 | 0.6\n0.4 | 0.5", "1.5 | 1", "0.5 | x"])
    func refused(rows: String) {
        #expect(throws: TableProblem.self) { try calibration("said | right\n" + rows + "\n") }
    }

    @Test("the table that we ship never says less of what is likelier")
    func ours() throws {
        let table = try Calibration(in: World.folder())
        let said = stride(from: Float(0), through: 1, by: 0.01).map(table.confidence)
        #expect(zip(said, said.dropFirst()).allSatisfy { $0 <= $1 } && said.last ?? 0 > 0.8)
    }
}
