import ArgumentParser
import World

/// Two parties on the command line, with a hyphen or dash between: `CHN-USA`, `中国-北约`. ``Parties`` tells who they are.
struct PairArgument: ExpressibleByArgument {
    let text: String
    /// What stands before and behind each hyphen.
    let halves: [(String, String)]

    init?(argument: String) {
        text = argument
        halves = argument.indices.filter { "-–—－".contains(argument[$0]) }.map {
            (String(argument[..<$0]), String(argument[argument.index(after: $0)...]))
        }.filter { !$0.0.isEmpty && !$0.1.isEmpty }
        if halves.isEmpty { return nil }
    }
}

extension EventType: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
