/// What stops the command: a sentence that names the thing and the mend.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
