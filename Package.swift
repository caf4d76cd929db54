// swift-tools-version: 6.2
import PackageDescription

// Data goes one way: each target imports only from those listed above it (Tests/CommandTests/LayersTests.swift holds this).
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
    name: "rapport",
    products: [.executable(name: "rapport", targets: ["rapport"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev", "zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "COpenCC", pkgConfig: "opencc", providers: [.apt(["libopencc-dev"])]),
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
        .target(name: "Tables", swiftSettings: strict),
        .target(name: "Press", dependencies: ["Tables", "CArchive", "CBrotli", "CGumbo", "Yams"], swiftSettings: strict),
        .target(name: "Prose", dependencies: ["Tables"], swiftSettings: strict),
        .target(name: "World", dependencies: ["Tables", "Prose"], resources: [.copy("Knowledge")], swiftSettings: strict),
        .target(name: "Coding", dependencies: ["Tables", "Press", "Prose", "World", "COneDNN"], swiftSettings: strict),
        .target(name: "Ledger", dependencies: ["Tables", "Press", "Prose", "World", "Coding", .product(name: "Algorithms", package: "swift-algorithms"), .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
        .target(name: "Measure", dependencies: ["Tables", "Prose", "World", "Coding", "Ledger", .product(name: "Algorithms", package: "swift-algorithms")], swiftSettings: strict),
        .target(
            name: "Site",
            dependencies: [
                "Tables", "Press", "Prose", "World", "Coding", "Ledger", "Measure", "CArchive", "COpenCC",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.copy("Resources")], swiftSettings: strict),
        .executableTarget(
            name: "rapport",
            dependencies: [
                "Tables", "Press", "Prose", "World", "Coding", "Ledger", "Measure", "Site",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "train",
            dependencies: ["Tables", "Press", "Prose", "World", "Coding", "Ledger", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        .testTarget(name: "TablesTests", dependencies: ["Tables"], swiftSettings: strict),
        .testTarget(name: "PressTests", dependencies: ["Tables", "Press"], exclude: ["Fixtures", "Gold"], swiftSettings: strict),
        .testTarget(name: "ProseTests", dependencies: ["Tables", "Prose"], swiftSettings: strict),
        .testTarget(name: "WorldTests", dependencies: ["Tables", "Prose", "World"], swiftSettings: strict),
        .testTarget(name: "CodingTests", dependencies: ["Tables", "Press", "Prose", "World", "Coding"], swiftSettings: strict),
        .testTarget(name: "LedgerTests", dependencies: ["Tables", "Press", "World", "Coding", "Ledger"], swiftSettings: strict),
        .testTarget(name: "MeasureTests", dependencies: ["Tables", "Press", "Prose", "World", "Coding", "Ledger", "Measure"], swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: ["Press", "World", "Coding", "Ledger", "Measure", "Site", .product(name: "HummingbirdTesting", package: "hummingbird")],
            swiftSettings: strict),
        .testTarget(name: "CommandTests", dependencies: ["rapport", "train"], exclude: ["floors.json"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
