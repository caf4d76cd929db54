import ArgumentParser
import Foundation

/// Standard output through a buffer.
///
/// Where the reader has gone (`rapport events | head`), the run ends quietly.
final class Output {
    private var buffer: [UInt8] = []
    private let limit = 1 << 16

    /// Writes lines and no more.
    static func print(_ lines: some Sequence<String>) throws {
        let output = Output()
        for line in lines { try output.line(line) }
        try output.flush()
    }

    /// Adds a line.
    /// - Throws: `ExitCode` where nobody reads any more.
    func line(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= limit { try flush() }
    }

    /// Writes out what is left; call it at the end.
    func flush() throws {
        defer { buffer.removeAll(keepingCapacity: true) }
        var from = 0
        while from < buffer.count {
            let wrote = buffer.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress.map { $0 + from }, $0.count - from) }
            if wrote < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw ExitCode.success }
                throw Complaint("standard output cannot be written (\(String(cString: strerror(errno)))); is the disk full?")
            }
            from += wrote
        }
    }
}

/// Writes to standard error as it is.
func writeError(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
}

/// How many columns standard output has: those of the terminal, 80 where it is none.
var outputWidth: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
}

/// Whether standard output shows colours: a terminal, and `NO_COLOR` not set (https://no-color.org).
var outputHasColor: Bool {
    isatty(STDOUT_FILENO) != 0 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
}
