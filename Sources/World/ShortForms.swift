import Prose

/// One-character names of states (中, 美, 以) are also parts of hundreds of common words, so they are read only beside what calls for a state.
public enum ShortForms {
    /// What a state's one-character name may follow: 访美, 对华, 驻俄.
    public static let leads = PointSet("访驻赴抗反援挺涉对抵离返亲侵扰绕攻助促吁告批向与和同跟遭被由制仇旅留抚亲离联将")
    /// What may follow it: 美方, 俄军, 中企.
    public static let tails = PointSet("方军媒企商籍裔舰机资使外总国府股债")
    /// Characters whose other uses are so common that a neighbour alone does not make them names: 以, 加, 意, 新, 马, 和.
    public static let weak = PointSet("以加意新马土巴希西比瑞波芬挪丹荷捷匈奥葡柬寮老蒙缅泰菲越埃沙智墨秘古叙约科卡阿乌哈吉塔白摩塞克斯立拉爱尼肯苏利突安赞津刚几赤布贝多喀乍索也黎圣海牙千危洪哥萨厄玻委圭冰港")
}
