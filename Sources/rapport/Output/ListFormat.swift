import ArgumentParser

/// How a list is printed: for a terminal, for scripts, for spreadsheets.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl, csv
}
