import Foundation
import Tables

/// The learned weights of all models, as kept in the knowledge file `weights.txt`.
///
/// Plain text: `model NAME`, then `classes …`, then a feature a line, a tab, and `CLASS:WEIGHT` for each class that has one, the class by
/// index and the weight in thousandths. `Scripts/train` makes the file again from hand-coded articles.
package struct Weights: Sendable {
    let models: [String: LinearModel]

    /// Reads a weights file of a knowledge folder.
    /// - Throws: ``TableProblem`` where it is missing or malformed.
    package init(in folder: URL, name: String) throws {
        let url = folder.appendingPathComponent(name)
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw TableProblem(file: url.path, line: 1, message: "the weights are missing; is this a whole knowledge folder?")
        }
        try self.init(data, file: name)
    }

    /// Reads a weights file.
    /// - Throws: ``TableProblem`` with file and line.
    package init(_ data: Data, file: String) throws {
        let bytes = [UInt8](data)
        var reader = WeightsReader(file: file)
        var models: [String: LinearModel] = [:]
        for line in bytes.split(separator: 0x0A) { try reader.read(line, into: &models) }
        reader.finish(into: &models)
        self.models = models
    }

    /// The file's text; features in order of their names, weights under seventy thousandths left out (they change no figure and are three quarters of the file).
    package static func text(_ models: [(name: String, classes: [String], features: [(name: String, weights: [Float])])], note: String)
        -> String
    {
        var lines = note.split(separator: "\n").map { "# " + $0 }
        for model in models {
            lines.append("model " + model.name)
            lines.append("classes " + model.classes.joined(separator: " "))
            for feature in model.features.sorted(by: { $0.name < $1.name }) {
                let cells = feature.weights.enumerated().compactMap { index, weight -> String? in
                    let thousandths = Int((weight * 1000).rounded())
                    return abs(thousandths) >= 70 ? "\(index):\(thousandths)" : nil
                }
                if !cells.isEmpty { lines.append(feature.name + "\t" + cells.joined(separator: " ")) }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Reads the lines of a weights file by bytes: the file has a hundred thousand.
private struct WeightsReader {
    let file: String
    private var line = 0
    private var name = ""
    private var classes: [String] = []
    private var features: [(hash: UInt64, weights: [Float])] = []

    init(file: String) { self.file = file }

    mutating func read(_ bytes: ArraySlice<UInt8>, into models: inout [String: LinearModel]) throws {
        line += 1
        if bytes.first == 0x23 { return }
        guard let tab = bytes.firstIndex(of: 0x09) else {
            let words = String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
            switch words.first {
            case "model":
                finish(into: &models)
                name = words.dropFirst().joined(separator: " ")
            case "classes": classes = Array(words.dropFirst())
            default: throw TableProblem(file: file, line: line, message: "expected “model”, “classes” or a feature and a tab")
            }
            return
        }
        var weights = [Float](repeating: 0, count: classes.count)
        for cell in bytes[(tab + 1)...].split(separator: 0x20) {
            guard let colon = cell.firstIndex(of: 0x3A), let index = integer(cell[..<colon]), let weight = integer(cell[(colon + 1)...]),
                weights.indices.contains(index)
            else { throw TableProblem(file: file, line: line, message: "a weight is written CLASS:THOUSANDTHS") }
            weights[index] = Float(weight) / 1000
        }
        features.append((Features.hash(String(decoding: bytes[..<tab], as: UTF8.self)[...]), weights))
    }

    mutating func finish(into models: inout [String: LinearModel]) {
        if !name.isEmpty { models[name] = LinearModel(classes: classes, features: features) }
        features = []
    }

    private func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        var sign = 1
        for (offset, byte) in bytes.enumerated() {
            if offset == 0, byte == 0x2D {
                sign = -1
            } else {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
        }
        return sign * value
    }
}
