import Foundation
import Prose
import World

/// A digest as bytes: a line of JSON with the tables that the events' numbers point into, then the people, then forty-four bytes an event, little-endian.
struct DigestBytes {
    private struct Header: Codable {
        var types: [String]
        var quads: [String]
        var statuses: [String]
        var outlets: [[String]]
        /// Lists of people, and bytes that they take.
        var lists: Int
        var people: Int
    }

    static let recordSize = 44
    private static let noDay = Int32.min

    // MARK: - Writing

    static func bytes(_ digest: Digest) throws -> Data {
        let header = Header(
            types: EventType.allCases.map(\.rawValue), quads: QuadClass.allCases.map(\.rawValue),
            statuses: EventStatus.allCases.map(\.rawValue),
            outlets: digest.outlets, lists: digest.peopleText.utf8.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) },
            people: digest.peopleText.utf8.count)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var bytes = [UInt8](try encoder.encode(header))
        bytes.reserveCapacity(bytes.count + 1 + digest.events.count * recordSize)
        bytes.append(0x0A)
        bytes += digest.peopleText.utf8
        for event in digest.events { append(event, to: &bytes) }
        return Data(bytes)
    }

    private static func append(_ event: Brief, to bytes: inout [UInt8]) {
        func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
        append(event.id)
        append(event.score.bitPattern)
        append(event.day.map { Int32(clamping: $0.number) } ?? noDay)
        append(UInt32(clamping: event.voices))
        append(UInt32(clamping: event.mentions))
        append(UInt32(clamping: event.articles))
        append(UInt8(clamping: EventType.allCases.firstIndex(of: event.type) ?? 0))
        append(UInt8(clamping: QuadClass.allCases.firstIndex(of: event.quad) ?? 0))
        append(UInt8(clamping: EventStatus.allCases.firstIndex(of: event.status) ?? 0))
        append(UInt8(event.isCounted ? 1 : 0))
        append(UInt32(clamping: event.outlets))
        append(UInt32(clamping: event.people))
    }

    // MARK: - Reading

    /// nil where the bytes are no digest, or one of another version.
    static func digest(_ data: Data) -> Digest? {
        guard let end = data.firstIndex(of: 0x0A), let header = try? JSONDecoder().decode(Header.self, from: data[..<end]) else {
            return nil
        }
        let types = header.types.map { EventType(rawValue: $0) }
        let quads = header.quads.map { QuadClass(rawValue: $0) }
        let statuses = header.statuses.map { EventStatus(rawValue: $0) }
        let peopleStart = end + 1 - data.startIndex
        guard header.people >= 0, header.people <= data.count - peopleStart else { return nil }
        let start = peopleStart + header.people
        guard (data.count - start).isMultiple(of: recordSize) else { return nil }
        var events: [Brief] = []
        events.reserveCapacity((data.count - start) / recordSize)
        let isWhole = data.withUnsafeBytes { bytes in
            for place in stride(from: start, to: bytes.count, by: recordSize) {
                let small = { (offset: Int) in Int(bytes[place + offset]) }
                guard types.indices.contains(small(32)), quads.indices.contains(small(33)), statuses.indices.contains(small(34)),
                    let type = types[small(32)], let quad = quads[small(33)], let status = statuses[small(34)]
                else { return false }
                let number = { (offset: Int) in
                    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + offset, as: UInt32.self)))
                }
                let (outlets, named) = (number(36), number(40))
                guard header.outlets.indices.contains(outlets), named < header.lists else { return false }
                let day = Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 16, as: Int32.self))
                events.append(
                    Brief(
                        id: Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)),
                        score: Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))),
                        day: day == noDay ? nil : Day(number: Int(day)), type: type, quad: quad, status: status, isCounted: small(35) == 1,
                        voices: number(20), mentions: number(24), articles: number(28), outlets: outlets, people: named))
            }
            return true
        }
        let people = String(decoding: data.dropFirst(peopleStart).prefix(header.people), as: UTF8.self)
        return isWhole ? Digest(events: events, outlets: header.outlets, peopleText: people) : nil
    }
}
