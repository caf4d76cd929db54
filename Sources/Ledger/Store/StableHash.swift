import Coding
import Press
import Prose

/// ``FNV1a`` over typed parts, with a last mixing.
struct StableHash {
    private var state = FNV1a()

    mutating func add(_ text: String?) {
        guard let text else { return state.add(0xFE) }
        state.add(text.utf8)
        // No UTF-8 text has this byte: a text never runs into the next.
        state.add(0xFF)
    }

    mutating func add(_ number: Int) {
        var bits = UInt64(bitPattern: Int64(number))
        for _ in 0..<8 {
            state.add(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
        }
    }

    mutating func add(_ number: Double) { add(Int(bitPattern: UInt(number.bitPattern))) }

    var value: Int64 {
        // The finaliser of MurmurHash3, so that short texts also differ in their high bits.
        var x = state.value
        x ^= x >> 33
        x &*= 0xff51_afd7_ed55_8ccd
        x ^= x >> 33
        return Int64(bitPattern: x)
    }

    static func of(_ parts: String?...) -> Int64 {
        var hash = StableHash()
        for part in parts { hash.add(part) }
        return hash.value
    }
}

extension StableHash {
    mutating func add(_ span: Span?) {
        add(span?.text)
        add(span?.start ?? -1)
        add(span?.end ?? -1)
    }

    mutating func add(_ party: Party?) {
        for text in [party?.code, party?.name, party?.kind, party?.sector, party?.office] { add(text) }
        add(party?.span)
    }

    mutating func add(_ mention: EventMention) {
        add(mention.id)
        add(mention.sentence)
        add(mention.trigger)
        for text in [mention.type.rawValue, mention.mode, mention.quad.rawValue, mention.cameo, mention.aux, mention.place, mention.source]
        { add(text) }
        for context in mention.contexts { add(context) }
        add(mention.score)
        add(mention.confidence)
        add(mention.actors.count)
        for party in mention.actors + mention.recipients { add(party) }
        for text in [mention.date?.start, mention.date?.end, mention.date?.precision, mention.date?.text] { add(text) }
    }

    mutating func add(_ statement: Statement) {
        add(statement.speaker)
        add(statement.verb)
        add(statement.span)
        add(statement.direct ? 1 : 0)
        for sentence in statement.sentences { add(sentence) }
        add(statement.addressee)
        add(statement.topic)
        add(statement.via)
    }
}

extension CodedArticle {
    /// A number over all that the ledger keeps of an article: it changes with the text and with the coding.
    var fingerprint: Int64 {
        var hash = StableHash()
        for text in [
            article.path, article.url, article.title, article.outlet, article.site, article.localDate, article.clock, article.text, script,
        ] { hash.add(text) }
        hash.add(article.published?.timeIntervalSince1970 ?? -1)
        for passage in article.passages {
            hash.add(passage.kind.rawValue)
            if let role = passage.role { hash.add(role.rawValue) }
            hash.add(passage.start)
            hash.add(passage.end)
        }
        for flag in article.flags { hash.add(flag) }
        for picture in article.pictures {
            for text in [picture.source, picture.proxy, picture.alternative] { hash.add(text) }
            for number in picture.passages + [picture.gallery ?? 0] { hash.add(number) }
        }
        for sentence in sentences {
            hash.add(sentence.lowerBound)
            hash.add(sentence.upperBound)
        }
        hash.add(events.count)
        for event in events { hash.add(event) }
        for statement in statements { hash.add(statement) }
        return hash.value
    }
}

/// Sixteen hexadecimal digits.
func hexadecimal(_ number: Int64) -> String {
    var rest = UInt64(bitPattern: number)
    return String(unsafeUninitializedCapacity: 16) { digits in
        for place in (0..<16).reversed() {
            let digit = UInt8(rest & 15)
            digits[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            rest >>= 4
        }
        return 16
    }
}

/// The number of sixteen hexadecimal digits; nil for anything else.
func number(hexadecimal text: String) -> Int64? {
    guard text.utf8.count == 16, let bits = UInt64(text, radix: 16) else { return nil }
    return Int64(bitPattern: bits)
}
