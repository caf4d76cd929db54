/// Ties captions and credits to the pictures they stand with, and finds galleries.
struct PicturePlaces {
    /// A passage by the place of its block on the page.
    struct Place {
        let order: Int
        let passage: Int
        let kind: Passage.Kind
        let role: Passage.Role?

        var belongsToPicture: Bool { kind == .caption || role == .credit }
    }

    private let places: [Place]

    init(_ places: [Place]) { self.places = places }

    /// - Parameter lies: the address as written → where the original lies, and the proxy that showed it.
    func tied(_ met: [MetPicture], _ lies: (String) -> (source: String, proxy: String?)) -> [Picture] {
        var pictures: [Picture] = []
        var starts: [Int] = []
        for (index, picture) in met.enumerated() {
            let address = lies(picture.source)
            // A lazy loader's picture stands a second time in its fall-back.
            if pictures.last?.source == address.source { continue }
            let next = met[(index + 1)...].first { $0.blocks.lowerBound > picture.blocks.lowerBound }?.blocks.lowerBound ?? Int.max
            pictures.append(
                Picture(
                    source: address.source, proxy: address.proxy, alternative: picture.alternative,
                    passages: passages(of: picture.blocks, before: next)))
            starts.append(picture.blocks.lowerBound)
        }
        return withGalleries(pictures, starts)
    }

    /// In a figure, all of its captions; elsewhere those that follow at once.
    private func passages(of blocks: Range<Int>, before next: Int) -> [Int] {
        let from = first(at: blocks.lowerBound)
        if blocks.upperBound < Int.max {
            return places[from...].prefix { $0.order < blocks.upperBound }.filter(\.belongsToPicture).map(\.passage)
        }
        return places[from...].prefix { $0.order < next && $0.belongsToPicture }.map(\.passage)
    }

    private func withGalleries(_ pictures: [Picture], _ starts: [Int]) -> [Picture] {
        var result = pictures
        var galleries = 0
        var from = 0
        while from < pictures.count {
            var until = from + 1
            while until < pictures.count, isUnbroken(starts[until - 1], starts[until]) { until += 1 }
            if until - from >= 3 {
                galleries += 1
                for index in from..<until { result[index] = pictures[index].inGallery(galleries) }
            }
            from = until
        }
        return result
    }

    /// Nothing but captions, credits and marks between two places.
    private func isUnbroken(_ start: Int, _ end: Int) -> Bool {
        places[first(at: start)...].prefix { $0.order < end }.allSatisfy { $0.kind == .caption || $0.kind == .boilerplate }
    }

    /// The first passage at or behind a place; places come in order.
    private func first(at order: Int) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].order < order { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Picture {
    fileprivate func inGallery(_ number: Int) -> Picture {
        Picture(source: source, proxy: proxy, alternative: alternative, passages: passages, gallery: number)
    }
}
