import Foundation

/// Tables as CSV files with a `datapackage.json` that tells of each column (Frictionless Data Package, version 1).
struct DataPackage {
    let title: String
    let tables: [(table: ExportTable, about: String)]

    /// Writes the files into a folder, which is made where it is missing.
    /// - Throws: ``Complaint`` where the folder cannot be written.
    func write(to path: String) throws {
        try writing(path, mend: "name a folder that you may write to") {
            let folder = URL(fileURLWithPath: path, isDirectory: true)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (table, _) in tables {
                let text = table.csv(header: true).joined(separator: "\n") + "\n"
                try Data(text.utf8).write(to: folder.appending(path: "\(table.name).csv"))
            }
            try Data((descriptor.line + "\n").utf8).write(to: folder.appending(path: "datapackage.json"))
        }
    }

    private var descriptor: JSONValue {
        .object([
            ("profile", .string("tabular-data-package")), ("name", .string("rapport")), ("title", .string(title)),
            ("created_by", .string("rapport \(Rapport.version)")), ("resources", .array(tables.map { resource($0.table, $0.about) })),
        ])
    }

    private func resource(_ table: ExportTable, _ about: String) -> JSONValue {
        .object([
            ("profile", .string("tabular-data-resource")), ("name", .string(table.name)), ("path", .string("\(table.name).csv")),
            ("description", .string(about)), ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
            ("schema", .object([("fields", .array(table.columns.map(field))), ("missingValues", .texts([""]))])),
        ])
    }

    private func field(_ column: ExportTable.Column) -> JSONValue {
        .object([("name", .string(column.name)), ("type", .string(column.kind.rawValue)), ("description", .string(column.meaning))])
    }
}
