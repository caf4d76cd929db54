import Foundation
import Press

/// A bar on standard error while a person watches; nothing where standard error is a file or a pipe.
struct Progress {
    private let total: Int
    private let visible: Bool
    private var shown = ContinuousClock.now

    init(total: Int) {
        self.total = total
        visible = isatty(STDERR_FILENO) != 0
    }

    /// Draws at most ten times a second.
    mutating func update(done: Int, articles: Int, since start: ContinuousClock.Instant) {
        let now = ContinuousClock.now
        guard visible, now - shown > .milliseconds(100), total > 0 else { return }
        shown = now
        let filled = 30 * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        let speed = fixed(Double(articles) / max((now - start).inSeconds, 0.001), 0)
        writeError("\r\(bar) \(grouped(done)) of \(grouped(total)) files, \(speed) articles/s\u{1B}[K")
    }

    /// Says what could not be read, one line each, on standard error.
    func report(_ problems: [Problem]) {
        guard !problems.isEmpty else { return }
        clear()
        for problem in problems { writeError("\(problem)\n") }
    }

    /// Takes the bar away, before a line or at the end.
    func clear() {
        if visible { writeError("\r\u{1B}[K") }
    }
}

extension Duration {
    /// Seconds and their fraction.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
