import Prose

/// One-character names of states (中, 美, 以) are also parts of hundreds of common words, so they are read only beside what calls for a state.
public enum ShortForms {
    /// What a state's one-character name may follow: 访美, 对华, 驻俄.
    public static let leads = PointSet("访驻赴抗反援挺涉对抵离返亲侵扰绕攻助促吁告批向与和同跟遭被由制仇旅留抚联将在入")
    /// What else ``sure`` ones may follow: 全美, 犯台, 从美.
    public static let sureLeads = PointSet("全友犯护保惠乱售供从自武")
    /// Those that name their state behind such a character whatever follows: 驻港机构, 对台出售. A longer word that begins with one (美元) wins before that.
    public static let sure = PointSet("美台港韩俄澳")
    /// What makes the state behind it what somebody is for or against: 友台议员.
    public static let stances = PointSet("友反亲挺抗犯扰")
    /// What may follow it: 美方, 俄军, 中企.
    public static let tails = PointSet("方军媒企商籍裔舰机资使外总国府股债")
    /// Characters whose other uses are so common that a neighbour alone does not make them names: 以, 加, 意, 新, 马, 和.
    public static let weak = PointSet("以加意新马土巴希西比瑞波芬挪丹荷捷匈奥葡柬寮老蒙缅泰菲越埃沙智墨秘古叙约科卡阿乌哈吉塔白摩塞克斯立拉爱尼肯苏利突安赞津刚几赤布贝多喀乍索也黎圣海牙千危洪哥萨厄玻委圭冰")

    /// Whether a form may follow a character.
    public static func leads(_ before: UInt32, _ short: UInt32) -> Bool {
        leads.contains(before) || sure.contains(short) && sureLeads.contains(before)
    }
}
