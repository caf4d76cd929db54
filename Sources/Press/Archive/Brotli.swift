import CBrotli

/// Unpacks a brotli stream (RFC 7932), which has no magic number: nil where the bytes are none.
/// - Parameter most: where unpacking stops for good.
func unbrotlied(_ packed: [UInt8], most: Int) -> Inflated? {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else {
        return Inflated(problem: "no memory is left to unpack it; read it alone")
    }
    defer { BrotliDecoderDestroyInstance(state) }
    let room = 1 << 18
    let scratch = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: room)
    defer { scratch.deallocate() }
    return packed.withUnsafeBufferPointer { source -> Inflated? in
        var result = Inflated()
        var left = source.count
        var next = source.baseAddress
        while true {
            var free = room
            var place = scratch.baseAddress
            let status = BrotliDecoderDecompressStream(state, &left, &next, &free, &place, nil)
            result.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<(room - free)]))
            if result.bytes.count > most || isBomb(unpacked: result.bytes.count, packed: source.count) {
                return Inflated(problem: bombMessage(result.bytes.count))
            }
            switch status {
            case BROTLI_DECODER_RESULT_SUCCESS: return result
            case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
            default:
                if result.bytes.isEmpty { return nil }
                result.problem = "it breaks off or is damaged; what came before was read, fetch it again"
                return result
            }
        }
    }
}
