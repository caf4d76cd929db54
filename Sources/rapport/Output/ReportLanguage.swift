import ArgumentParser
import Site

/// The language of a report's own words; sentences stay as they were written.
enum ReportLanguage: String, ExpressibleByArgument, CaseIterable {
    case zh, en

    func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }

    var ofSite: Language { self == .zh ? .zh : .en }
}
