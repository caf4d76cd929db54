import ArgumentParser

/// The command line over all of Rapport.
@main
struct Rapport: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "rapport",
        abstract: "Reads Chinese diplomatic news and keeps the record of how states get along.",
        discussion: """
            Rapport reads an archive of saved news in simplified or traditional script, codes who met, promised, accused, sanctioned or \
            struck whom on which day, and keeps every line of that record with the words it rests on.

            The usual way:
              rapport build archive/ --ledger news.ledger     read an archive into a record
              rapport serve --ledger news.ledger              open the record in a browser
              rapport events --ledger news.ledger --pair CHN-USA --from 2023-09-01

            Without a record:
              rapport code archive/ --format jsonl > coded.jsonl
              rapport explain "王毅周一在莫斯科会见拉夫罗夫。" --published 2023-09-19
            """,
        version: version,
        subcommands: [
            BuildCommand.self, ReadCommand.self, CodeCommand.self, ExplainCommand.self, EvaluateCommand.self, EventsCommand.self,
            RelationsCommand.self,
            RelationCommand.self,
            TriangleCommand.self, AnomaliesCommand.self, TimelineCommand.self, BriefCommand.self, WhoCommand.self, ExportCommand.self,
            RecallCommand.self, SearchCommand.self, ReviewCommand.self, StatsCommand.self, CheckCommand.self, DumpCommand.self,
            VacuumCommand.self, ServeCommand.self, MCPCommand.self, BenchCommand.self, MentionsCommand.self,
        ])
}
