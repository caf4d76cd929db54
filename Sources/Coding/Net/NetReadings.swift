/// An article's sentences as the net has read them. Of a long text none is kept: the states of five million letters would take 2.5 GB.
final class NetReadings {
    private let net: SentenceNet?
    private let scene: Scene
    private var kept: [Int: NetSentence] = [:]

    /// Code points of the longest article whose readings are kept: 25 MB.
    private static let longest = 50_000

    init(_ net: SentenceNet?, _ scene: Scene) { (self.net, self.scene) = (net, scene) }

    /// Nil where there is no net, or the sentence is too long for it.
    subscript(sentence: Int) -> NetSentence? {
        if let known = kept[sentence] { return known }
        let reading = NetSentence(net, scene, sentence)
        if scene.text.count <= Self.longest { kept[sentence] = reading }
        return reading
    }
}
