import ArgumentParser

@main
struct Rapport: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rapport", abstract: "Reads the news and keeps the record of how states get along.")
}
