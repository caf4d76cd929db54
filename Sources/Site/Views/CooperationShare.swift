import Ledger
import World

/// Which share of events is cooperation.
func cooperationShare(_ quads: [Facet<QuadClass>]) -> Double {
    let all = quads.reduce(0) { $0 + $1.events }
    let cooperation = quads.filter(\.value.isCooperation).reduce(0) { $0 + $1.events }
    return Double(cooperation) / Double(max(1, all))
}
