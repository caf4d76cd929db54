import Foundation
import Tables

/// The learned weights of all models, as kept in the knowledge file `weights.txt`.
///
/// Plain text: `model NAME`, then `classes …`, then a feature a line, a tab, and `CLASS:WEIGHT` for each class that has one, the class by
/// index and the weight in thousandths. `Scripts/train` makes the file again from hand-coded articles.
package struct Weights: Sendable {
    let models: [String: LinearModel]

    /// No models at all.
    package static let none = Weights(models: [:])

    private init(models: [String: LinearModel]) { self.models = models }

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
        var reader = WeightsReader(file: file)
        try data.withUnsafeBytes { try reader.read($0) }
        models = reader.models
    }

    /// The file's text; features in order of their names, those of no thousandth left out.
    package static func text(_ models: [(name: String, classes: [String], features: [(name: String, weights: [Float])])], note: String)
        -> String
    {
        let beginning = note.split(separator: "\n").map { "# \($0)\n" }.joined()
        return beginning + models.map(text).joined()
    }

    private static func text(_ model: (name: String, classes: [String], features: [(name: String, weights: [Float])])) -> String {
        var lines = ["model " + model.name, "classes " + model.classes.joined(separator: " ")]
        for feature in model.features.sorted(by: { $0.name < $1.name }) {
            let cells = feature.weights.enumerated().compactMap { index, weight -> String? in
                let thousandths = Int((weight * 1000).rounded())
                return thousandths == 0 ? nil : "\(index):\(thousandths)"
            }
            if !cells.isEmpty { lines.append(feature.name + "\t" + cells.joined(separator: " ")) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A file's text with models of another in place of its own of the same names; all else stays as it is.
    package static func text(_ file: String, with other: String) -> String {
        let parts = { (text: String) in ("\n" + text).components(separatedBy: "\nmodel ") }
        let name = { (part: String) in part.prefix { $0 != "\n" } }
        let others = Dictionary(parts(other).dropFirst().map { (name($0), $0) }) { $1 }
        let own = parts(file)
        let kept = own.dropFirst().map { (others[name($0)] ?? $0).trimmingCharacters(in: .newlines) }
        return ([own[0].trimmingCharacters(in: .newlines)] + kept.map { "model " + $0 }).joined(separator: "\n") + "\n"
    }
}

/// Reads the lines of a weights file by bytes, in place: the file has three hundred thousand.
private struct WeightsReader {
    let file: String
    private(set) var models: [String: LinearModel] = [:]
    private var line = 0
    private var name = ""
    private var classes: [String] = []
    private var features = FeatureList()

    init(file: String) { self.file = file }

    mutating func read(_ bytes: UnsafeRawBufferPointer) throws {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            line += 1
            if start < end, bytes[start] != 0x23 { try read(bytes[start..<end]) }
            start = end + 1
        }
        finish()
    }

    // MARK: - Private

    private mutating func read(_ bytes: Slice<UnsafeRawBufferPointer>) throws {
        guard let tab = bytes.firstIndex(of: 0x09) else {
            let words = String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
            switch words.first {
            case "model":
                finish()
                name = words.dropFirst().joined(separator: " ")
            case "classes": classes = Array(words.dropFirst())
            default: throw TableProblem(file: file, line: line, message: "expected “model”, “classes” or a feature and a tab")
            }
            return
        }
        features.begin(Features.hash(bytes[..<tab]))
        var at = tab + 1
        while at < bytes.endIndex {
            guard let index = integer(bytes, &at, before: 0x3A), let weight = integer(bytes, &at, before: 0x20), index >= 0,
                index < classes.count,
                let index = UInt8(exactly: index), let thousandths = Int16(exactly: weight)
            else { throw TableProblem(file: file, line: line, message: "a weight is written CLASS:THOUSANDTHS, within ±32767") }
            features.add(FeatureList.Weight(index: index, thousandths: thousandths))
        }
    }

    private mutating func finish() {
        if !name.isEmpty { models[name] = LinearModel(classes: classes, features: features) }
        features = FeatureList()
    }

    /// The number at a place, which moves behind the sign that ends it or to the line's end; nil where none stands there.
    private func integer(_ bytes: Slice<UnsafeRawBufferPointer>, _ at: inout Int, before sign: UInt8) -> Int? {
        var value = 0
        let isNegative = at < bytes.endIndex && bytes[at] == 0x2D
        if isNegative { at += 1 }
        let start = at
        while at < bytes.endIndex, bytes[at] != sign {
            guard (0x30...0x39).contains(bytes[at]), at - start < 9 else { return nil }
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        guard at > start else { return nil }
        at += 1
        return isNegative ? -value : value
    }
}
