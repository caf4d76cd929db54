import Prose
import World

/// Whom a one-character name means in an article that names a state which shares it, and never the one that has it: 巴方 is Brazil's where Pakistan is not
/// told of.
struct SharedForms {
    private var codes: [UInt32: String] = [:]

    /// Each as its table has it.
    static let asAlone = SharedForms()

    private init() {}

    /// - Parameter cuts: of the article's sentences.
    init(_ cuts: [Segmentation], _ text: CodePoints, world: World) {
        let chunks = cuts.lazy.flatMap(\.chunks)
        var owners: [UInt32: String] = [:]
        for chunk in chunks where chunk.entry.kind == .short && world.sharers[text[chunk.start]] != nil {
            owners[text[chunk.start]] = chunk.entry.code
        }
        guard !owners.isEmpty else { return }
        var named: [String: Int] = [:]
        // 伊朗外交部 and 德黑兰当局 name Iran too.
        var told: Set<String> = []
        for chunk in chunks where chunk.entry.kind != .short {
            guard let code = chunk.entry.code else { continue }
            told.insert(code)
            if chunk.entry.kind == .state || chunk.entry.kind == .capital { named[code, default: 0] += 1 }
        }
        for (form, owner) in owners where !told.contains(owner) {
            let sharers = world.sharers[form, default: []].filter { named[$0] != nil }
            codes[form] = sharers.max { (named[$0] ?? 0, $1) < (named[$1] ?? 0, $0) }
        }
    }

    /// The state that a form means here in place of the one that has it; nil where it means that one.
    func code(of form: UInt32) -> String? { codes[form] }
}
