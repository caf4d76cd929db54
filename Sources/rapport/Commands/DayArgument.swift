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
