import ArgumentParser
import Ledger
import World

/// A pair on the command line: `CHN-USA`, in either order and either case.
struct PairArgument: ExpressibleByArgument {
    let pair: Pair

    init?(argument: String) {
        guard let pair = Pair(id: argument.uppercased()) else { return nil }
        self.pair = pair
    }
}

extension EventType: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
