import Testing

@Suite("Acts with several")
struct PartnerTests {
    static let cases: [EventCase] = [
        EventCase("芬兰总统尼尼斯托周二分别与瑞典首相和挪威首相通电话。", "CONSULT FIN NOR", "CONSULT FIN SWE"),
        EventCase("印尼外长蕾特诺上周访问文莱和马来西亚。", "CONSULT BRN IDN", "CONSULT IDN MYS"),
        EventCase("土耳其、俄罗斯和伊朗三国外长在索契举行会谈。", "CONSULT IRN RUS TUR"),
        EventCase("沙特拒绝埃及和约旦的要求。", "REJECT SAU > EGY JOR"),
    ]

    @Test("Meetings with each are several, a meeting of all is one", arguments: cases)
    func partners(_ one: EventCase) throws { try one.check() }
}
