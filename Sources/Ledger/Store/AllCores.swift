import Dispatch
import Synchronization

/// Work on all cores whose outcome does not show it.
package enum AllCores {
    /// What becomes of each of some pieces of work, in their order.
    static func map<Result: Sendable>(_ count: Int, _ transform: @Sendable (Int) -> Result) -> [Result] {
        if count < 2 { return (0..<count).map(transform) }
        let done = Mutex<[Int: Result]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = transform(index)
            done.withLock { $0[index] = result }
        }
        return done.withLock { done in (0..<count).compactMap { done[$0] } }
    }

    /// The same of the stretches that a list falls into, some elements each.
    package static func map<Result: Sendable>(_ range: Range<Int>, by length: Int, _ transform: @Sendable (Range<Int>) -> [Result])
        -> [Result]
    {
        let stretches = stride(from: range.lowerBound, to: range.upperBound, by: length).map { $0..<min(range.upperBound, $0 + length) }
        return map(stretches.count) { transform(stretches[$0]) }.flatMap { $0 }
    }
}
