import ArgumentParser
import World

/// The language of a report's own words; sentences stay as they were written.
enum ReportLanguage: String, ExpressibleByArgument, CaseIterable {
    case zh, en

    func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }
}

extension Plover {
    /// A type's shortest name: 会晤, consult.
    func label(_ type: EventType, _ language: ReportLanguage) -> String {
        guard language == .zh, let words = types[type]?.chinese else { return type.rawValue.lowercased() }
        return words.split(separator: "、").first.map(String.init) ?? type.rawValue
    }
}
