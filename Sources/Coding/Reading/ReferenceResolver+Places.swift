import Prose
import World

// Whose a title or a body is that names no state: 总统, 外交部, 该公司, 外长马斯.

extension ReferenceResolver {
    /// 外交部, 总统: of the party before it in the sentence, else of the last who held that title, the outlet's country, or who acted last.
    func place(_ mention: inout Mention, _ before: ArraySlice<Mention>) {
        let kind = mention.acts ? "office" : "bystander"
        let named = before.last?.end
        if Self.elsewhere.contains(where: { text.has($0, endingAt: mention.start, within: range) && named != mention.start - $0.count }) {
            return
        }
        if mention.start > range.lowerBound, text[mention.start - 1] == 0x8BE5, placeByName(&mention) { return }  // 该
        // 两国官员.
        if let pair = before.last, pair.kind == .pronoun, pair.end == mention.start, pair.codes.count > 1 {
            return take(pair.codes, kind, from: at, rivals: 0, &mention)
        }
        // 法国外交部召见中国大使，外交部说….
        let words = text[mention.start..<mention.end]
        if mention.kind == .body, mention.acts,
            let same = bodies.first(where: { at - $0.sentence <= 1 && $0.words.suffix(words.count) == words })
        {
            return take(same.codes, kind, from: same.sentence, rivals: 0, &mention)
        }
        if !mention.acts, isUnplaced(mention, named) { return }
        // 王储沙尔曼 is of no organisation, whichever is named before him.
        let isOfState = mention.kind == .person && mention.office.map { !self.words.general.contains(CodePoints(points: $0)) } ?? false
        let parties = parties(for: mention, before).filter { !(isOfState && $0.kind == .organisation) }
        if let owners = owners[mention.name] {
            let nearest = near(before).first { owners.contains($0.code) }
            let code = nearest?.code ?? home.flatMap { owners.contains($0) ? $0 : nil } ?? owners[0]
            take([code], kind, from: nearest?.sentence ?? at, rivals: nearest == nil ? 1 : 0, &mention)
        } else if let last = parties.last {
            take([last.codes[0]], kind, from: at, rivals: Set(parties.flatMap(\.codes)).count - 1, &mention)
        } else if mention.acts, let speaker = before.last(where: { $0.kind == .pronoun && $0.acts && $0.codes.count == 1 }) {
            // 我们派代表团, 他担任总统.
            take(speaker.codes, kind, from: at - (speaker.reference?.distance ?? 0), rivals: 0, &mention)
        } else if let holder = mention.office.flatMap({ holders[$0] }), holder.codes == subject.codes || home == nil {
            take(Array(holder.codes.prefix(1)), kind, from: holder.sentence, rivals: holder.codes == subject.codes ? 0 : 1, &mention)
        } else if let home {
            take([home], kind, from: at, rivals: subject.codes == [home] ? 0 : 1, &mention)
        } else if !mention.acts, at - subject.sentence > 2 {
            return
        } else if let code = subject.codes.first {
            take([code], kind, from: subject.sentence, rivals: subject.codes.count - 1, &mention)
        } else if let code = titleCodes.first {
            take([code], kind, from: 0, rivals: titleCodes.count - 1, &mention)
        }
    }

    /// The parties of a sentence whose a title or body may be: not where something is (从关岛起飞), and for bystanders a state before the UN.
    private func parties(for mention: Mention, _ before: ArraySlice<Mention>) -> [Mention] {
        let all = before.filter { !$0.codes.isEmpty && $0.acts && $0.kind != .pronoun }
        let fit = all.filter { one in
            mention.acts
                ? !one.isCause(in: text, range) && !(one.start > range.lowerBound && Self.locatives.contains(text[one.start - 1]))
                : one.kind != .organisation
        }
        return fit.isEmpty ? all : fit
    }

    /// Bystanders of whom nearness tells nothing: 消息人士, 国际奥委会, and a company by a name that is not known (拜恩公司).
    private func isUnplaced(_ mention: Mention, _ named: Int?) -> Bool {
        if mention.name == "商界人士" || mention.name == "伊斯兰国" || mention.kind == .body && mention.sector == "NGO" { return true }
        guard mention.name == "公司", mention.start > range.lowerBound, named != mention.start else { return false }
        let last = text[mention.start - 1]
        return isHan(last) && !Self.beforeCompany.contains(last)
    }

    private static let locatives = PointSet("从在至到于往抵赴经驻")
    private static let beforeCompany = PointSet("家些该此本数各的和与由对给让向被在大外资营多为是及等分母子")

    /// 该公司, 该代表团: the last body of that name, else of that kind. Whether that settles it: no company is a state's for being near.
    func placeByName(_ mention: inout Mention) -> Bool {
        let words = CodePoints(text[mention.start..<mention.end])
        let alike = bodies.first { $0.words.count > words.count && Array($0.words.suffix(words.count)) == words }
        let sector = mention.sector
        if let found = alike ?? bodies.first(where: { $0.sector == sector }) {
            take(found.codes, "office", from: found.sentence, rivals: 0, &mention)
            return true
        }
        return !mention.acts
    }

    /// What makes a body or title nobody's in particular: 外国公司, 许多国家政府.
    static let elsewhere = ["外国", "所有国家", "世界各地", "各国", "他国", "别国", "多国", "国际", "全球", "许多国家", "其他国家", "任何国家", "海外", "境外"].map {
        CodePoints(points: $0)
    }
}
