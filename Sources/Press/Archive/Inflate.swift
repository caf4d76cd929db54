import CArchive

/// Bytes unpacked as far as they go.
struct Inflated {
    var bytes: [UInt8] = []
    /// What kept the rest from being unpacked.
    var problem: String?
}

/// Unpacks gzip, member after member, or one zlib stream, by zlib. libarchive's own filter gives nothing of a small file that breaks off.
/// - Parameters:
///   - most: where unpacking stops for good.
///   - raw: bare deflate without a head, which servers sent that took HTTP's “deflate” at its word.
func inflated(_ packed: [UInt8], most: Int, raw: Bool = false) -> Inflated {
    var result = Inflated()
    var stream = z_stream()
    // 15: the largest window. + 32: gzip and zlib told apart by their heads; negative: no head.
    guard press_inflate_start(&stream, raw ? -15 : 15 + 32) == Z_OK else {
        result.problem = "no memory is left to unpack it; read it alone"
        return result
    }
    defer { inflateEnd(&stream) }
    var packed = packed
    let room = 1 << 18
    let scratch = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: room)
    defer { scratch.deallocate() }
    packed.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        var status = Z_OK
        while stream.avail_in > 0 || status == Z_OK {
            stream.next_out = scratch.baseAddress
            stream.avail_out = UInt32(room)
            status = inflate(&stream, Z_NO_FLUSH)
            result.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<(room - Int(stream.avail_out))]))
            if result.bytes.count > most || isBomb(unpacked: result.bytes.count, packed: source.count) {
                result = Inflated(problem: bombMessage(result.bytes.count))
                return
            }
            if status == Z_STREAM_END {
                // Another member, or padding that some tools leave behind the last one.
                guard stream.avail_in > 0, stream.next_in?.pointee == 0x1F else { return }
                inflateReset(&stream)
                status = Z_OK
            } else if status != Z_OK || stream.avail_in == 0 && stream.avail_out > 0 {
                result.problem = "it breaks off or is damaged; what came before was read, fetch it again"
                return
            }
        }
    }
    return result
}

/// Beyond 16 MB, more than 200 bytes out of one byte in is a bomb: news in HTML shrinks to a tenth at best.
func isBomb(unpacked: Int, packed: Int) -> Bool { unpacked > 16 << 20 && unpacked / 200 > packed }

func bombMessage(_ unpacked: Int) -> String {
    "it unpacks to more than \(unpacked >> 20) MB, far beyond its size; it was left there, unpack it yourself if you trust it"
}
