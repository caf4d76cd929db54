import Ledger

extension EventRecord {
    /// Who did it to whom, two by two: each that acts with each that is acted upon; of joint acts every two parties once, in alphabetical order.
    var dyads: [(actor: String, recipient: String)] {
        if !type.isJoint(recipients: recipients) {
            return actors.flatMap { actor in recipients.filter { $0 != actor }.map { (actor, $0) } }
        }
        let parties = parties
        return parties.indices.flatMap { i in parties[(i + 1)...].map { (parties[i], $0) } }
    }
}
