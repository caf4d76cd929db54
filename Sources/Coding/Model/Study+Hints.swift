import Prose
import World

/// What hints are sought in. None of it depends on the hints that are known.
extension Study {
    /// A sentence's folded letters, with a blank for each that a frame's trigger or a name has: there a hint stands for nothing, and whose
    /// act it is must not tell that it is one.
    package func openLetters(in sentence: Int) -> CodePoints {
        let sentence = scene.sentences[sentence]
        let names = sentence.chunks.filter { $0.entry.kind.isName }.map { $0.start..<$0.end }
        var letters = CodePoints(scene.text[sentence.range])
        for taken in sentence.triggers.map(\.head) + names {
            for at in taken { letters[at - sentence.range.lowerBound] = Scene.blank }
        }
        return letters
    }

    /// Where in a sentence's letters a place of the text is; nil where a frame's trigger stands there.
    package func openPlace(_ place: Range<Int>, in sentence: Int) -> Range<Int>? {
        let sentence = scene.sentences[sentence]
        guard !sentence.triggers.contains(where: { $0.head.overlaps(place) }) else { return nil }
        return place.lowerBound - sentence.range.lowerBound..<place.upperBound - sentence.range.lowerBound
    }
}
