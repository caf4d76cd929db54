import Coding
import Press
import World

/// A hand-coded article beside what the coder sees in it: the instances that the models learn from.
struct Example: Sendable {
    let index: Int
    let article: Article
    let events: [Instance]
    let roles: [Instance]
    let modes: [Instance]
    let auxes: [Instance]
    /// How many gold events there are, and for how many the lexicon has a trigger in the sentence.
    let aligned: (total: Int, found: Int)

    init(index: Int, gold: GoldArticle, article: Article, world: World) {
        self.index = index
        self.article = article
        let study = Study(article, world: world)
        var (events, roles, modes, auxes) = ([Instance](), [Instance](), [Instance](), [Instance]())
        var found = 0
        let coded = gold.events.filter { $0.optional != true }
        for sentence in 0..<study.sentenceCount {
            let here = gold.events.filter { study.sentence(of: $0.sentence) == sentence }
            let pairs = study.align(here.map { ($0.trigger, $0.type) }, in: sentence)
            for (candidate, target) in pairs {
                switch target {
                case .event(let number):
                    let event = here[number]
                    let features = study.eventFeatures(candidate)
                    events.append(Instance(features: features, label: event.type, article: index))
                    modes.append(
                        Instance(
                            features: study.modeFeatures(candidate, event.type), label: event.type + "/" + (event.mode ?? "-"),
                            article: index))
                    auxes.append(Instance(features: study.auxFeatures(candidate, event.type), label: event.aux ?? "none", article: index))
                    for (code, features) in study.roleFeatures(candidate, event.type) {
                        let label = event.actors.contains(code) ? "actor" : (event.recipients.contains(code) ? "recipient" : "none")
                        roles.append(Instance(features: features, label: label, article: index))
                    }
                    found += 1
                case .nothing: events.append(Instance(features: study.eventFeatures(candidate), label: "none", article: index))
                case .sameAsAnother: break
                }
            }
        }
        (self.events, self.roles, self.modes, self.auxes) = (events, roles, modes, auxes)
        aligned = (coded.count, found)
    }
}
