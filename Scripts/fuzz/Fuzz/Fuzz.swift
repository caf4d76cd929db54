import Foundation
import Press

private let press: Press? = {
    let folder = ProcessInfo.processInfo.environment["KNOWLEDGE"] ?? "../../Sources/World/Knowledge"
    return try? Press(outlets: Outlets.load(from: URL(fileURLWithPath: folder)))
}()

/// What stands in front of every input, so that the reader named by READER is the one that gets it; none for forms known by their bytes.
private let opening: [UInt8] = {
    switch ProcessInfo.processInfo.environment["READER"] {
    case "post": Array("<!--1625014800000-->\n[题](https://www.rfi.fr/cn/20210630-a)\n---\n<div>".utf8)
    case "page": Array("<!doctype html><html>".utf8)
    case "feed": Array("<!--<rss-->".utf8)
    case "json": Array("{\"items\":[{\"".utf8)
    case "lines": Array("{\"".utf8)
    case "notebook": Array("题\n===\n".utf8)
    case "warc": Array("WARC/1.0\r\n".utf8)
    case "plain": Array("题\n".utf8)
    default: []
    }
}()

/// libFuzzer's entry: reads any bytes and holds that each article's passages make up its text.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let press else { fatalError("no outlets found; set KNOWLEDGE to the folder of outlets.txt") }
    let reading = press.read(opening + UnsafeBufferPointer(start: start, count: count), path: "x")
    precondition(!reading.articles.isEmpty || !reading.problems.isEmpty, "neither an article nor a problem")
    for article in reading.articles {
        let scalars = Array(article.text.unicodeScalars)
        var at = 0
        for passage in article.passages {
            precondition(passage.start == at && passage.end > at && passage.end <= scalars.count, "passages do not follow each other")
            at = passage.end + 2
        }
        precondition(article.links.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= scalars.count }, "a link outside the text")
        precondition(article.pictures.allSatisfy { $0.passages.allSatisfy(article.passages.indices.contains) }, "a picture beside the text")
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
