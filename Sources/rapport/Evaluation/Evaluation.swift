import World

/// How well a coding agrees with a hand-coded one, at five levels of strictness.
struct Evaluation {
    /// Strictest first; the last is of quotations.
    enum Level: String, CaseIterable {
        case event, type, dyad, quad, quote
    }

    /// How many agree, how many there are by hand, how many were found.
    struct Count {
        var right = 0
        var gold = 0
        var found = 0

        var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
        var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
        var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

        mutating func add(_ right: Int, _ gold: Int, _ found: Int) {
            self.right += right
            self.gold += gold
            self.found += found
        }
    }

    /// How often a field of the matched events is the same.
    struct Agreement {
        var same = 0
        var all = 0

        var share: Double? { all == 0 ? nil : Double(same) / Double(all) }

        mutating func add(_ isSame: Bool) {
            same += isSame ? 1 : 0
            all += 1
        }
    }

    private(set) var levels: [Level: Count] = [:]
    private(set) var types: [EventType: Count] = [:]
    /// Events and quotations by outlet; "unknown" where the system does not name one.
    private(set) var outlets: [String: (event: Count, quote: Count)] = [:]
    private(set) var date = Agreement()
    private(set) var mode = Agreement()
    private(set) var aux = Agreement()
    /// What was said of each mention, and whether it was right.
    private(set) var sureness: [(confidence: Double, isRight: Bool)] = []
    private(set) var missed: [(path: String, event: ScoredEvent)] = []
    private(set) var spurious: [(path: String, event: ScoredEvent)] = []
    private(set) var articles = 0
    private(set) var absent: [String] = []

    private let plover: Plover

    var reliability: Reliability { Reliability(sureness) }

    /// - Parameter find: the system's coding of an article, nil where there is none.
    init(gold: [ScoredArticle], plover: Plover, find: (ScoredArticle) throws -> ScoredArticle?) rethrows {
        self.plover = plover
        for article in gold {
            guard let found = try find(article) else {
                absent.append(article.path)
                continue
            }
            articles += 1
            add(article, found)
        }
    }

    // MARK: - Private

    private mutating func add(_ gold: ScoredArticle, _ system: ScoredArticle) {
        let certain = gold.events.filter { !$0.isOptional }
        let optional = gold.events.filter(\.isOptional)
        let found = system.events.withoutExcused(by: optional, besides: certain)
        let strict = matched(certain, found) { $0.agrees(with: $1) }
        levels[.event, default: Count()].add(strict.count, certain.count, found.count)
        levels[.type, default: Count()].add(matched(certain, found) { $0.type == $1.type }.count, certain.count, found.count)
        compare(strict.map { (certain[$0.gold], found[$0.found]) })
        let right = Set(strict.map(\.found))
        let hit = Set(strict.map(\.gold))
        for (index, event) in certain.enumerated() {
            types[event.type, default: Count()].add(hit.contains(index) ? 1 : 0, 1, 0)
            if !hit.contains(index) { missed.append((gold.path, event)) }
        }
        for (index, event) in found.enumerated() {
            types[event.type, default: Count()].add(0, 0, 1)
            if !right.contains(index) { spurious.append((gold.path, event)) }
            if let confidence = event.confidence {
                sureness.append((confidence, right.contains(index)))
            }
        }
        spread(.dyad, certain, found, optional) { [$0.type.rawValue, $1, $2] }
        let plover = self.plover
        spread(.quad, certain, found, optional) { [plover.types[$0.type]?.quad.rawValue ?? ""] + [$1, $2].sorted() }
        let quotes = quotesRight(gold.quotes, system.quotes)
        levels[.quote, default: Count()].add(quotes, gold.quotes.count, system.quotes.count)
        var outlet = outlets[system.outlet ?? "unknown"] ?? (Count(), Count())
        outlet.event.add(strict.count, certain.count, found.count)
        outlet.quote.add(quotes, gold.quotes.count, system.quotes.count)
        outlets[system.outlet ?? "unknown"] = outlet
    }

    private mutating func compare(_ pairs: [(gold: ScoredEvent, found: ScoredEvent)]) {
        for (gold, found) in pairs {
            mode.add(filled(gold.mode) == filled(found.mode))
            aux.add(filled(gold.aux) == filled(found.aux))
            guard let wanted = filled(gold.date) else { continue }
            date.add(wanted == found.date || found.date.map { firstDay($0) == firstDay(wanted) } ?? false)
        }
    }

    private func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    private func firstDay(_ date: String) -> Substring { date.prefix { $0 != "/" } }

    /// Events counted once for each article and pair.
    private mutating func spread(
        _ level: Level, _ gold: [ScoredEvent], _ found: [ScoredEvent], _ optional: [ScoredEvent],
        key: (ScoredEvent, String, String) -> [String]
    ) {
        func keys(_ events: [ScoredEvent]) -> Set<[String]> {
            Set(events.flatMap { event in event.pairs.map { key(event, $0.0, $0.1) } })
        }
        let wanted = keys(gold)
        let given = keys(found).subtracting(keys(optional).subtracting(wanted))
        levels[level, default: Count()].add(wanted.intersection(given).count, wanted.count, given.count)
    }

    private func quotesRight(_ gold: [ScoredQuote], _ found: [ScoredQuote]) -> Int {
        var left = found
        var right = 0
        for quote in gold {
            guard let index = left.firstIndex(where: { quote.agrees(with: $0) }) else { continue }
            left.remove(at: index)
            right += 1
        }
        return right
    }
}

extension [ScoredEvent] {
    /// Found events without those that only an optional one explains.
    fileprivate func withoutExcused(by optional: [ScoredEvent], besides certain: [ScoredEvent]) -> [ScoredEvent] {
        let taken = Set(matched(certain, self) { $0.agrees(with: $1) }.map(\.found))
        let rest = indices.filter { !taken.contains($0) }
        let excused = Set(matched(optional, rest.map { self[$0] }) { $0.agrees(with: $1) }.map { rest[$0.found] })
        return indices.filter { !excused.contains($0) }.map { self[$0] }
    }
}
