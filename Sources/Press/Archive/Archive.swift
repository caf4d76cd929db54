/// Files inside a file: `.zip`, `.tar`, and anything compressed by zstd, xz or bzip2, read by libarchive from memory. Nothing is written
/// to disk.
struct Archive {
    /// What one member may unpack to, and all of them together.
    static let largestMember = Press.largest
    static let largestWhole = 1 << 30
    struct Member {
        /// As the archive names it; nil for a single compressed file.
        let name: String?
        let bytes: [UInt8]
    }

    /// Looks for the magic numbers of the formats above.
    static func recognises(_ bytes: [UInt8]) -> Bool {
        let magics: [[UInt8]] = [
            [0x28, 0xB5, 0x2F, 0xFD], Array("PK\u{3}\u{4}".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], Array("BZh".utf8),
        ]
        return magics.contains { bytes.starts(with: $0) } || bytes.dropFirst(257).starts(with: Array("ustar".utf8))
    }

    /// Hands over one member after another.
    /// - Parameter problem: what kept a member, or the rest, from being read; the name is nil for the archive as a whole.
    static func read(_ bytes: [UInt8], member: (Member) -> Void, problem: (_ name: String?, _ message: String) -> Void) {
        bytes.withUnsafeBytes { buffer in
            let reader = ArchiveReader(memory: buffer)
            let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
            defer { scratch.deallocate() }
            while let header = reader.next(problem) {
                var bytes: [UInt8] = []
                while case let got = reader.read(into: scratch), got > 0 {
                    bytes.append(contentsOf: scratch[..<got])
                    if bytes.count > Archive.largestMember || reader.total > Archive.largestWhole {
                        return problem(header.name, bombMessage(reader.total))
                    }
                }
                if let message = reader.problem { problem(header.name, message) }
                // The start of a single compressed file may still hold whole records or items; that of a bomb does not count.
                guard reader.problem == nil || header.name == nil && !bytes.isEmpty && !reader.isHarmful else { return }
                member(Member(name: header.name, bytes: bytes))
            }
        }
    }
}
