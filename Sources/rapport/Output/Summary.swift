import Coding
import Ledger

/// What one reads at the end of a run: what was read, coded and skipped, and how fast.
struct Summary {
    let tally: Tally
    let seconds: Double

    /// One line a stage.
    var lines: [String] {
        var lines = [
            "Read     \(count(tally.files, "file")), \(count(tally.articles, "article")), \(megabytes) in \(fixed(seconds, 1)) s"
                + " (\(perSecond)/s, \(fixed(rate(Double(tally.bytes) / 1e6), 2)) MB/s)",
            "Coded    \(count(tally.events, "event mention")) and \(count(tally.statements, "statement")) in"
                + " \(count(tally.sentences, "sentence")); \(tally.silent) of the articles \(tally.silent == 1 ? "reports" : "report") no event",
        ]
        if tally.mended > 0 { lines.append("Mended   \(count(tally.mended, "damaged article"))") }
        if !tally.problems.isEmpty { lines.append("Skipped  \(count(tally.problems.count, "item")), each named above with the reason") }
        return lines
    }

    private var perSecond: String {
        let rate = rate(Double(tally.articles))
        return fixed(rate, rate < 10 ? 1 : 0) + " articles"
    }

    private var megabytes: String { fixed(Double(tally.bytes) / 1e6, 1) + " MB" }

    private func rate(_ amount: Double) -> Double { seconds > 0 ? amount / seconds : 0 }
}

/// `1 file`, `2 files`.
func count(_ number: Int, _ thing: String) -> String {
    "\(grouped(number)) \(thing)\(number == 1 ? "" : "s")"
}

/// `12,348`
func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
        text.append(digit)
    }
    return text
}

/// A number with so many decimals.
func fixed(_ number: Double, _ decimals: Int) -> String {
    guard number.isFinite else { return "-" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled < 1e15 else { return "-" }
    let whole = Int(scaled / scale)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + grouped(whole) }
    let rest = String(Int(scaled) - whole * Int(scale))
    return sign + grouped(whole) + "." + String(repeating: "0", count: decimals - rest.count) + rest
}
