import CArchive
import Glibc

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
            // Names are converted by the thread's locale; in the C locale, where programs start, only ASCII ones come through.
            let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
            let before = uselocale(locale)
            defer {
                uselocale(before)
                freelocale(locale)
            }
            guard let archive = archive_read_new() else { return problem(nil, "no memory is left to unpack it; read it alone") }
            defer { archive_read_free(archive) }
            archive_read_support_filter_zstd(archive)
            archive_read_support_filter_xz(archive)
            archive_read_support_filter_bzip2(archive)
            archive_read_support_format_tar(archive)
            archive_read_support_format_zip(archive)
            archive_read_support_format_raw(archive)
            archive_read_support_format_empty(archive)
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                return problem(nil, "it cannot be unpacked (\(lastError(archive))); fetch it again")
            }
            var reader = Reader(archive: archive, packed: buffer.count)
            while let entry = reader.next(problem) {
                guard let found = reader.contents(of: entry, problem) else { break }
                if let found { member(found) }
            }
        }
    }
}

extension Archive {
    private struct Reader {
        let archive: OpaquePointer
        let packed: Int
        private var total = 0

        init(archive: OpaquePointer, packed: Int) {
            self.archive = archive
            self.packed = packed
        }

        mutating func next(_ problem: (String?, String) -> Void) -> OpaquePointer? {
            var entry: OpaquePointer?
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return nil }
            if status < ARCHIVE_WARN || entry == nil {
                problem(nil, "it breaks off or is damaged (\(lastError(archive))); what came before was read, fetch it again")
                return nil
            }
            return entry
        }

        /// The member; the inner nil where it is passed over, the outer nil where reading must stop.
        mutating func contents(of entry: OpaquePointer, _ problem: (String?, String) -> Void) -> Member?? {
            let isRaw = archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW
            let name = isRaw ? nil : memberName(entry)
            guard isRaw || press_entry_is_file(entry) != 0 else { return .some(nil) }
            if let name, leavesArchive(name) {
                problem(name, "the member's path points outside the archive; it was not read, pack it again under a plain name")
                return .some(nil)
            }
            if archive_entry_is_encrypted(entry) != 0 {
                problem(name, "the member is encrypted; unpack it with its password first")
                return .some(nil)
            }
            return unpack(name, problem)
        }

        private mutating func unpack(_ name: String?, _ problem: (String?, String) -> Void) -> Member?? {
            var bytes: [UInt8] = []
            let room = 1 << 18
            let scratch = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: room)
            defer { scratch.deallocate() }
            while true {
                let got = archive_read_data(archive, scratch.baseAddress, room)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<max(0, got)]))
                if got == 0 { return .some(Member(name: name, bytes: bytes)) }
                if got < 0 {
                    problem(name, "it breaks off or is damaged (\(lastError(archive))); what came before was read, fetch it again")
                    // The start of a single compressed file may still hold whole records or items.
                    return name == nil && !bytes.isEmpty ? .some(Member(name: name, bytes: bytes)) : .none
                }
                total += got
                if bytes.count > Archive.largestMember || total > Archive.largestWhole || isBomb(unpacked: total, packed: packed) {
                    problem(name, bombMessage(total))
                    return .none
                }
            }
        }
    }
}

private func lastError(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
}

private func memberName(_ entry: OpaquePointer) -> String {
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    // Older zip files hold names in the packer's own charset.
    guard let name = archive_entry_pathname(entry) else { return "a member without a name" }
    return string(decoded(Array(bytes(of: name))).text)
}

private func leavesArchive(_ name: String) -> Bool {
    name.hasPrefix("/") || name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..")
}
