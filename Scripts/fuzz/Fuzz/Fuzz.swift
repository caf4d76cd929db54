import Foundation
import Press

private let press: Press? = {
    let folder = ProcessInfo.processInfo.environment["KNOWLEDGE"] ?? "../../Sources/World/Knowledge"
    return try? Press(outlets: Outlets.load(from: URL(fileURLWithPath: folder)))
}()

/// libFuzzer's entry: reads any bytes and holds that each article's passages make up its text.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let press else { fatalError("no outlets found; set KNOWLEDGE to the folder of outlets.txt") }
    let reading = press.read(Array(UnsafeBufferPointer(start: start, count: count)), path: "x")
    precondition(!reading.articles.isEmpty || !reading.problems.isEmpty, "neither an article nor a problem")
    for article in reading.articles {
        let scalars = Array(article.text.unicodeScalars)
        var at = 0
        for passage in article.passages {
            precondition(passage.start == at && passage.end > at && passage.end <= scalars.count, "passages do not follow each other")
            at = passage.end + 2
        }
        precondition(at == scalars.count + 2 || article.passages.isEmpty, "text behind the last passage")
    }
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver") private func drive(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager's name for a program's entry.
@_cdecl("fuzz_main") public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return drive(&count, &arguments) { fuzz($0, $1) }
}
