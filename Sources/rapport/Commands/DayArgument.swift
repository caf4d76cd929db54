import ArgumentParser
import Prose

/// A day on the command line: `2023-09-25`.
struct DayArgument: ExpressibleByArgument {
    let day: Day
    let text: String

    init?(argument: String) {
        guard argument.utf8.count == 10, let day = Day(iso: argument) else { return nil }
        self.day = day
        text = argument
    }
}

/// - Throws: where the first day that is asked for comes after the last.
func validate(from: DayArgument?, to: DayArgument?) throws {
    if let from, let to, from.day > to.day { throw ValidationError("--from \(from.text) is later than --to \(to.text).") }
}

/// - Throws: where nothing at all is asked for.
func validate(limit: Int) throws {
    guard limit > 0 else { throw ValidationError("--limit must be 1 or more.") }
}
