import Testing

@Suite("Acts that are returned in kind")
struct ExchangeTests {
    static let cases: [EventCase] = [
        EventCase("智利与秘鲁互相指责。", "ACCUSE CHL > PER", "ACCUSE PER > CHL"),
        EventCase("智利和秘鲁相互驱逐外交官。", "SANCTION CHL > PER", "SANCTION PER > CHL"),
        EventCase("中美互撤总领馆。", "SANCTION CHN > USA", "SANCTION USA > CHN"),
        EventCase("智利与秘鲁互相加征关税。", "SANCTION CHL > PER", "SANCTION PER > CHL"),
        EventCase("智利與秘魯相互關閉對方的總領事館。", "SANCTION CHL > PER", "SANCTION PER > CHL"),
        EventCase("智利与秘鲁士兵互殴。", "ASSAULT CHL PER"),
        EventCase("智利外长说，秘鲁损害两国互信 负全责。", "ACCUSE CHL > PER"),
        EventCase("智利总统说，智利和秘鲁应互相尊重。", "REQUEST CHL > PER"),
    ]

    @Test("Each does it to the other, but a fight is one act of both", arguments: cases)
    func exchange(_ one: EventCase) throws { try one.check() }
}
