import Glibc

/// Bytes in another charset as UTF-8, by the C library. Bytes that are wrong in it become U+FFFD and are counted. nil: no such charset.
func converted(_ bytes: [UInt8], from charset: String) -> (text: [UInt8], wrong: Int)? {
    guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var source = bytes
    // Two bytes become three, a wrong byte becomes three.
    var text = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
    var wrong = 0
    let written = source.withUnsafeMutableBytes { from in
        text.withUnsafeMutableBytes { to -> Int in
            var input = from.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = from.count
            var output = to.baseAddress?.assumingMemoryBound(to: CChar.self)
            var room = to.count
            while left > 0 {
                guard iconv(converter, &input, &left, &output, &room) == Int(bitPattern: UInt.max) else { break }
                guard errno == EILSEQ || errno == EINVAL, room >= 3 else { break }
                for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
                    output?.pointee = CChar(bitPattern: byte)
                    output = output?.advanced(by: 1)
                }
                room -= 3
                wrong += 1
                input = input?.advanced(by: 1)
                left -= 1
            }
            return to.count - room
        }
    }
    text.removeLast(text.count - written)
    return (text, wrong)
}
