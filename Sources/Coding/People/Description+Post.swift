import Prose
import World

// What somebody is by the words that describe them.

extension Description {
    /// Who such a one is: of what state, in what sector, whether they act for it, and whether the words name the body.
    var post: (code: String?, sector: String, acts: Bool, isSure: Bool) {
        let (code, told, own) = (code, sector, title.entry.sector ?? "ELI")
        let isGeneral = words.general.contains(CodePoints(text[title.start..<title.end]))
        // 人权观察研究员 speaks for it; a scholar of a foundation is a scholar.
        let isAdvocate = own == "EDU" && told == "NGO" && code != nil && !text.find(Self.foundation, within: near)
        let sector = told.flatMap { isGeneral || isAdvocate ? $0 : nil } ?? own
        if told == nil, Self.chairs.contains(title.entry.name), isOfUnknownBody {
            return (code, isFormer || isPast ? "ELI" : "NGO", false, false)
        }
        let isFormer =
            (isFormer || isOfFormer)
            && (title.entry.acts || !ActingSectors.all.isDisjoint(with: [sector]) || title.entry.name.hasPrefix("前"))
        let isParty = code.map(Organisation.isCode) ?? false
        // A leader or an expert of an organisation is its official; a scholar who only writes on it has a body of their own.
        let isScholar = own == "EDU" && find(words.bodies, in: near.lowerBound..<max(near.lowerBound, title.start))?.says != "EDU"
        let isOfficial = sector == "GOV" || sector == "NGO" || sector == "BUS" || told == nil && isGeneral || isScholar
        let final = isFormer || isPast && ActingSectors.all.contains(sector) ? "ELI" : isParty && isOfficial ? "IGO" : sector
        let acts = title.entry.acts && !isFormer && (isPast || ActingSectors.all.contains(final))
        return (code, final, acts, isFormer || told != nil || !isGeneral)
    }

    /// 港加联主席, 中国某某同盟主席: no state's office, where the word before the title is no body that is known.
    private var isOfUnknownBody: Bool {
        let at = title.start
        return at - 2 > near.lowerBound && Self.unions.contains(text[at - 1]) && !chunks.contains { $0.end == at }
    }

    private static let chairs: Set<String> = ["主席", "副主席"]
    /// What the name of a union of private people ends in.
    private static let unions = PointSet("联盟社坛")

    /// 时任副总理: in office then, not now; what such a one did then was the state's act.
    private var isPast: Bool { words.pasts.contains { text.find($0, within: near) } }

    /// 前总统奥巴马的顾问: of one who has left office.
    private var isOfFormer: Bool {
        text[near.lowerBound] == 0x7684 && mentions.contains { $0.isPerson && $0.sector == "ELI" && $0.end == near.lowerBound }  // 的
    }

    /// 前国务卿, 美国前助理部长, 退役上将.
    var isFormer: Bool {
        words.formers.contains { former in
            (max(near.lowerBound, title.start - 16)..<title.end).contains { at in
                guard text.has(former, at: at, within: near.lowerBound..<title.end) else { return false }
                return !words.otherFormers.contains { other in
                    (0..<other.count).contains { text.has(other, at: at - $0, within: range) && at - $0 + other.count > at }
                }
            }
        }
    }

    private static let foundation = CodePoints(points: "基金会")
}
