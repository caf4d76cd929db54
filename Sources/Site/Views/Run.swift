/// A run of a text in one language, so that Chinese words on an English page are read, broken and drawn as Chinese.
struct Run: View, Equatable {
    let run: String
    /// nil where it is the page's own language.
    let runLang: String?

    /// An office, which has no English name where it is rare.
    init(office: String, _ writer: Writer) {
        let name = writer.office(office)
        self.init(run: name, runLang: writer.foreign(name))
    }

    init(run: String, runLang: String?) {
        self.run = run
        self.runLang = runLang
    }

    /// Han characters, and the punctuation that goes with them.
    static func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains(where: isHan) }

    /// Cuts a text of a page in English into its own words and Chinese ones; of a page in Chinese it is one run.
    static func runs(_ text: String, _ language: Language) -> [Run] {
        guard language == .en, hasHan(text) else { return [Run(run: text, runLang: nil)] }
        var runs: [(text: String.UnicodeScalarView, isHan: Bool)] = []
        for scalar in text.unicodeScalars {
            let isHan = isHan(scalar)
            if runs.last?.isHan != isHan { runs.append((String.UnicodeScalarView(), isHan)) }
            runs[runs.count - 1].text.append(scalar)
        }
        return runs.map { Run(run: String($0.text), runLang: $0.isHan ? "zh" : nil) }
    }

    private static func isHan(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x2FDF, 0x3001...0x303F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF5E, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
