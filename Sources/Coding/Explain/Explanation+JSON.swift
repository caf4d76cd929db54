import World

extension Explanation {
    /// The steps as one JSON object: sentences with words, parties, times, readings and events, and the statements; events and statements
    /// have the record's form.
    public func jsonLine() -> String {
        var json = JSONWriter()
        json.object { json in
            json.key("sentences")
            json.array(sentences) { $0.explained($1) }
            json.key("statements")
            json.array(statements) { $0.statement($1) }
        }
        return json.text
    }
}

extension JSONWriter {
    fileprivate mutating func explained(_ sentence: Explanation.Sentence) {
        object { json in
            json.field("text", sentence.text)
            for (name, items) in [
                ("words", sentence.words.map { ($0.text, $0.kind) }), ("parties", sentence.parties.map { ($0.text, $0.meaning) }),
                ("times", sentence.times.map { ($0.text, $0.meaning) }),
            ] {
                json.key(name)
                json.array(items) { json, item in
                    json.object { json in
                        json.field("text", item.0)
                        json.field(name == "words" ? "kind" : "meaning", item.1)
                    }
                }
            }
            json.key("triggers")
            json.array(sentence.readings) { $0.reading($1) }
            json.key("events")
            json.array(sentence.events) { $0.event($1) }
        }
    }

    fileprivate mutating func reading(_ reading: Explanation.Reading) {
        object { json in
            json.field("trigger", reading.trigger)
            json.key("won")
            json.value(reading.outcome == .won)
            json.field("because", reading.outcome == .won ? nil : reading.outcome.rawValue)
            json.key("frames")
            json.array(reading.frames) { json, frame in
                json.object { json in
                    json.field("type", frame.type)
                    json.field("mode", frame.mode)
                    json.field("shape", frame.shape)
                    json.field("origin", frame.origin)
                }
            }
            json.key("odds")
            json.object { json in
                for (type, probability) in reading.odds {
                    json.key(type)
                    json.value(probability)
                }
            }
            json.key("reasons")
            json.array(reading.reasons) { json, reason in
                json.object { json in
                    json.field("feature", reason.feature)
                    json.key("weight")
                    json.value(reason.weight)
                }
            }
            if let weighed = reading.weighed {
                json.key("weighed")
                json.object { json in
                    json.key("sentence")
                    json.value(weighed.sentence)
                    json.key("article")
                    json.value(weighed.article)
                }
            }
            json.key("sides")
            json.array(reading.roles) { json, role in
                json.object { json in
                    json.field("code", role.code)
                    json.key("actor")
                    json.value(role.actor)
                    json.key("recipient")
                    json.value(role.recipient)
                }
            }
        }
    }
}
