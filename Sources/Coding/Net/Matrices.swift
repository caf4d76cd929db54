import COneDNN

/// Products of matrices that lie row by row. oneDNN multiplies, on the thread that asks.
enum Matrices {
    /// Where a matrix begins, and how far its rows stand apart.
    struct Place<Pointer> {
        let first: Pointer
        let stride: Int
    }

    /// Adds to a matrix the product of two others, or writes it.
    /// - Parameters:
    ///   - rows: of the left one and of the result.
    ///   - columns: of the result.
    ///   - inner: how many numbers each sum is of.
    ///   - turned: whether the right one's rows are the result's columns.
    static func multiply(
        rows: Int, columns: Int, inner: Int, _ left: Place<UnsafePointer<Float>>, _ right: Place<UnsafePointer<Float>>,
        turned: Bool = false,
        scale: Float = 1, adding: Bool, to result: Place<UnsafeMutablePointer<Float>>
    ) {
        // Articles are coded side by side; a sentence is too little to share among threads. The setting is the thread's own.
        omp_set_num_threads(1)
        dnnl_sgemm(
            asIs, turned ? isTurned : asIs, Int64(rows), Int64(columns), Int64(inner), scale, left.first, Int64(left.stride), right.first,
            Int64(right.stride), adding ? 1 : 0, result.first, Int64(result.stride))
    }

    private static let asIs = CChar(UInt8(ascii: "N"))
    private static let isTurned = CChar(UInt8(ascii: "T"))
}
