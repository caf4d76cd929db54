import ArgumentParser

/// Makes the coder's weights, and finds what to code next so that they get better.
@main
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Learns the coder's weights from hand-coded articles.",
        subcommands: [Learn.self, Voices.self, References.self, Hints.self, Ask.self, NetExamples.self, Signs.self],
        defaultSubcommand: Learn.self)
}
