import CArchive
import Glibc

/// An archive's members one after another, and the bytes of the one it stands at.
final class ArchiveReader: ByteSource {
    /// The name of a member; nil for a single compressed file.
    struct Header {
        let name: String?
    }

    private let archive: OpaquePointer?
    /// Its size, nil where it comes from a source.
    private let packed: Int?
    /// That source.
    private var supply: Supply?
    /// Bytes unpacked so far, of all members.
    private(set) var total = 0
    private(set) var problem: String?
    private(set) var isHarmful = false
    private var isOpen: Bool

    /// The memory must outlive the reader.
    convenience init(memory: UnsafeRawBufferPointer) {
        self.init(packed: memory.count) { archive_read_open_memory($0, memory.baseAddress, memory.count) }
    }

    convenience init(file path: String) {
        var about = stat()
        let size = stat(path, &about) == 0 ? Int(about.st_size) : 0
        self.init(packed: size) { archive_read_open_filename($0, path, 1 << 18) }
    }

    convenience init(_ source: any ByteSource) {
        let supply = Supply(source)
        self.init(packed: nil) { archive in
            archive_read_open(
                archive, Unmanaged.passUnretained(supply).toOpaque(), nil,
                { _, supply, buffer in supply.map { Unmanaged<Supply>.fromOpaque($0).takeUnretainedValue().next(buffer) } ?? 0 }, nil)
        }
        self.supply = supply
    }

    private init(packed: Int?, _ open: (OpaquePointer) -> CInt) {
        archive = archive_read_new()
        self.packed = packed
        guard let archive else {
            isOpen = false
            return
        }
        archive_read_support_filter_gzip(archive)
        archive_read_support_filter_zstd(archive)
        archive_read_support_filter_xz(archive)
        archive_read_support_filter_bzip2(archive)
        archive_read_support_format_tar(archive)
        archive_read_support_format_zip(archive)
        archive_read_support_format_raw(archive)
        archive_read_support_format_empty(archive)
        isOpen = inUTF8 { open(archive) } == ARCHIVE_OK
    }

    deinit { if let archive { archive_read_free(archive) } }

    /// Moves to the next member that is a file and may be read; nil at the end, and behind damage.
    func next(_ complain: (String?, String) -> Void) -> Header? {
        guard let archive, isOpen else {
            if problem == nil { complain(nil, "it cannot be unpacked (\(lastError)); fetch it again") }
            problem = lastError
            return nil
        }
        while problem == nil {
            var entry: OpaquePointer?
            let status = inUTF8 { archive_read_next_header(archive, &entry) }
            if status == ARCHIVE_EOF { return nil }
            guard status >= ARCHIVE_WARN, let entry else {
                complain(nil, "it breaks off or is damaged (\(lastError)); what came before was read, fetch it again")
                return nil
            }
            let isRaw = archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW
            if isRaw { return Header(name: nil) }
            let name = inUTF8 { memberName(entry) }
            guard press_entry_is_file(entry) != 0 else { continue }
            if leavesArchive(name) {
                complain(name, "the member's path points outside the archive; it was not read, pack it again under a plain name")
            } else if archive_entry_is_encrypted(entry) != 0 {
                complain(name, "the member is encrypted; unpack it with its password first")
            } else {
                return Header(name: name)
            }
        }
        return nil
    }

    /// Of the member it stands at.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let archive, problem == nil else { return 0 }
        let got = archive_read_data(archive, buffer.baseAddress, buffer.count)
        if got < 0 { problem = "it breaks off or is damaged (\(lastError)); what came before was read, fetch it again" }
        guard got > 0 else { return 0 }
        total += got
        isHarmful = isBomb(unpacked: total, packed: packed ?? Int(archive_filter_bytes(archive, -1)))
        if isHarmful { problem = bombMessage(total) }
        return isHarmful ? 0 : got
    }

    private var lastError: String { archive.flatMap(archive_error_string).map { String(cString: $0) } ?? "no reason given" }
}

/// Hands libarchive a source's bytes.
private final class Supply {
    private let source: any ByteSource
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)

    init(_ source: any ByteSource) { self.source = source }

    deinit { room.deallocate() }

    func next(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        buffer?.pointee = UnsafeRawPointer(room.baseAddress)
        return source.read(into: room)
    }
}

/// Names are converted by the thread's locale; in the C locale, where programs start, only ASCII ones come through.
private func inUTF8<T>(_ body: () -> T) -> T {
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let before = uselocale(locale)
    defer {
        uselocale(before)
        freelocale(locale)
    }
    return body()
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
