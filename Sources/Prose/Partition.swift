extension RandomAccessCollection where Index == Int {
    /// The first index whose element has a property that all after it have too, the end where none has it; in a logarithm of steps.
    @inlinable
    public func firstSorted(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
