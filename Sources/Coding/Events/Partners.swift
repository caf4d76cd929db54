import World

/// One who meets, calls or promises several: 布林肯先后与日本和韩国外长通话 is two calls, 七国领导人会谈 one meeting.
struct Partners {
    /// Who takes part in each of the acts, if they are several.
    let hub: String
    let others: [String]
    private let features: RoleFeatures
    private let roles: Roles

    /// Nil where an act has no more than two parties, where one does it to others (制裁中俄 is one act), or where nobody stands over against the rest.
    init?(_ features: RoleFeatures, type: EventType, roles: Roles) {
        guard !type.isDirected, roles.actors.count + roles.recipients.count > 2 else { return nil }
        if roles.actors.count == 1 {
            (hub, others) = (roles.actors[0], roles.recipients)
        } else if roles.recipients.count == 1 {
            (hub, others) = (roles.recipients[0], roles.actors)
        } else if roles.recipients.isEmpty, let hub = Self.apart(roles.actors, features) {
            (self.hub, others) = (hub, roles.actors.filter { $0 != hub })
        } else {
            return nil
        }
        self.features = features
        self.roles = roles
    }

    /// An act with each of the others.
    var each: [Roles] {
        others.map { other in
            var one = roles
            one.actors = roles.actors.filter { $0 == hub || $0 == other }
            one.recipients = roles.recipients.filter { $0 == hub || $0 == other }
            return one
        }
    }

    /// What tells whether it is one act or several.
    func told() -> Features {
        var told = Features(named: features.named)
        told.add("bias", with: features.worded)
        told.add("others=", min(others.count, 4), with: features.worded)
        told.add("sided=", !roles.recipients.isEmpty, with: features.worded)
        let theirs = features.sentence.mentions.filter { !Set($0.codes).isDisjoint(with: others) }
        told.add("listed=", Set(theirs.map(\.group)).count == 1, with: features.worded)
        told.add("one-name=", theirs.contains { Set(others).isSubset(of: $0.codes) }, with: features.worded)
        told.add("organisations=", others.contains { $0.utf8.count > 3 }, hub.utf8.count > 3, with: features.worded)
        let clause = features.sentence.clauses[features.clause]
        for at in clause { told.add(at < features.candidate.start ? "-" : "+", features.scene.blanked[at]) }
        return told
    }

    // MARK: - Private

    /// The one whose name is joined to no other's; of a few such, who is named before all others: 拜登 in 拜登与加拿大、墨西哥领导人和北约秘书长通话. Nobody where most
    /// stand by themselves, as under a picture (加拿大总理特鲁多（Justin Trudeau）、英国首相…: 18 events of one summit's photograph).
    private static func apart(_ codes: [String], _ features: RoleFeatures) -> String? {
        let names = codes.map { code in features.sentence.mentions.filter { $0.codes.contains(code) } }
        let groups = names.map { Set($0.map(\.group)) }
        let alone = codes.indices.filter { one in
            !groups[one].isEmpty && codes.indices.allSatisfy { $0 == one || groups[$0].isDisjoint(with: groups[one]) }
        }
        if alone.count == 1 { return codes[alone[0]] }
        guard alone.count * 2 <= codes.count else { return nil }
        let first = codes.indices.min { (names[$0].first?.start ?? .max) < (names[$1].first?.start ?? .max) }
        return first.flatMap { alone.contains($0) ? codes[$0] : nil }
    }
}
