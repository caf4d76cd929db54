import Foundation
import Press

/// A picture of an article as a page shows it to a reader who asked for pictures: it lies at its outlet, which then learns that somebody reads.
struct PictureView: View {
    let id: String
    let source: String
    let alternative: String
}

/// An article's pictures: where they are loaded from, and beside which passages they stand.
struct ArticlePictures: Sendable {
    /// Those that stand at no passage; they go above the text.
    let above: [PictureView]
    /// By the index of the passage that they stand at.
    let beside: [Int: [PictureView]]
    let count: Int
    /// `https://news.example`, each once: what the page's policy must let in.
    let origins: [String]

    /// More would make a policy that some servers and browsers refuse.
    private static let mostOrigins = 12

    init(_ article: Article, _ writer: Writer) {
        var above: [PictureView] = []
        var beside: [Int: [PictureView]] = [:]
        var origins: [String] = []
        var count = 0
        for picture in article.pictures {
            guard let origin = Self.origin(picture.source) else { continue }
            if !origins.contains(origin) {
                guard origins.count < Self.mostOrigins else { continue }
                origins.append(origin)
            }
            count += 1
            let place = picture.passages.first.flatMap { article.passages.indices.contains($0) ? $0 : nil }
            let name = writer.words.filled(place == nil ? "pictureBare" : "pictureNumber", writer.language, ["n": "\(count)"])
            let view = PictureView(id: "picture-\(count)", source: picture.source, alternative: picture.alternative ?? name)
            if let place { beside[place, default: []].append(view) } else { above.append(view) }
        }
        (self.above, self.beside, self.origins, self.count) = (above, beside, origins, count)
    }

    /// Scheme, host and port, in nothing but the letters that hosts have: they go into a header. nil for what a page may not load.
    private static func origin(_ address: String) -> String? {
        guard safeLink(address) != nil, let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            let host = parts.host?.lowercased(), !host.isEmpty,
            host.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 })
        else { return nil }
        return "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    }
}
