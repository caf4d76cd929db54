import CArchive
import Foundation

/// Bytes that come one piece after another, from a file too large to be held.
protocol ByteSource: AnyObject {
    /// Fills the buffer as far as it likes; 0 at the end, or where nothing more can be read.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int
    /// What kept the rest from being read.
    var problem: String? { get }
    /// It unpacks to far more than texts do: what came of it is not to be read.
    var isHarmful: Bool { get }
}

extension ByteSource {
    var isHarmful: Bool { false }
}

/// A file, or standard input.
final class FileSource: ByteSource {
    private let descriptor: CInt
    private(set) var problem: String?

    /// - Parameter path: `-` is standard input.
    /// - Throws: ``Problem`` where the file cannot be opened.
    init(_ path: String) throws(Problem) {
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor < 0 else { return }
        switch errno {
        case EACCES: throw Problem(path: path, message: "may not be read; give it read rights (chmod +r)")
        case ENOENT: throw Problem(path: path, message: "is gone; it was there when the folder was listed")
        default: throw Problem(path: path, message: unreadable())
        }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// What is known of its size before it is read; 0 for a pipe.
    var size: Int {
        var about = stat()
        return fstat(descriptor, &about) == 0 ? Int(about.st_size) : 0
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if got >= 0 { return got }
            guard errno == EINTR else {
                problem = unreadable()
                return 0
            }
        }
    }
}

private func unreadable() -> String { "cannot be read (\(String(cString: strerror(errno)))); check the disk and the file's rights" }

/// A source unpacked by zlib, gzip member after member.
final class GzipSource: ByteSource {
    private let source: any ByteSource
    private let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    /// zlib knows its stream by its address.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var (taken, given) = (0, 0)
    private var isOver = false
    private(set) var problem: String?
    private(set) var isHarmful = false

    init(_ source: any ByteSource) {
        self.source = source
        stream.initialize(to: z_stream())
        // As in `inflated`: the largest window, gzip told by its head.
        isOver = press_inflate_start(stream, 15 + 32) != Z_OK
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        packed.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(min(buffer.count, 1 << 30))
        let room = Int(stream.pointee.avail_out)
        while !isOver, Int(stream.pointee.avail_out) == room {
            let isMore = stream.pointee.avail_in > 0 || refill()
            let status = isMore ? inflate(stream, Z_NO_FLUSH) : Z_BUF_ERROR
            if status == Z_STREAM_END {
                // Another member, or padding behind the last one.
                isOver = !(stream.pointee.avail_in > 0 || refill()) || stream.pointee.next_in.pointee != 0x1F
                if !isOver { inflateReset(stream) }
            } else if status != Z_OK {
                isOver = true
                problem = source.problem ?? "it breaks off or is damaged; what came before was read, fetch it again"
            }
        }
        let got = room - Int(stream.pointee.avail_out)
        given += got
        isHarmful = isBomb(unpacked: given, packed: taken)
        guard isHarmful else { return got }
        isOver = true
        problem = bombMessage(given)
        return 0
    }

    private func refill() -> Bool {
        let got = source.read(into: packed)
        taken += got
        stream.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(got)
        return got > 0
    }
}

/// The unread start of a source, as much as is asked for.
struct SourceWindow {
    let source: any ByteSource
    private(set) var bytes: [UInt8] = []
    private(set) var hasEnded = false
    /// Bytes that went before.
    private(set) var offset = 0

    init(_ source: any ByteSource) { self.source = source }

    /// Reads on until the window holds so many bytes, or the source ends.
    mutating func fill(to count: Int) {
        while bytes.count < count, !hasEnded {
            let old = bytes.count
            let source = source
            let piece = [UInt8](unsafeUninitializedCapacity: max(1 << 12, min(count - old, 1 << 22))) {
                $1 = source.read(into: UnsafeMutableRawBufferPointer($0))
            }
            hasEnded = piece.isEmpty
            if old == 0 { bytes = piece } else { bytes += piece }
        }
    }

    /// Everything up to an index, which then has gone by.
    mutating func take(_ count: Int) -> [UInt8] {
        let taken = count == bytes.count ? bytes : Array(bytes[..<count])
        drop(count)
        return taken
    }

    mutating func drop(_ count: Int) {
        offset += count
        bytes = count == bytes.count ? [] : Array(bytes[count...])
    }
}
