// swift-tools-version: 6.2
import PackageDescription

// Press and what is below it, built for libFuzzer with the address sanitizer. See run.sh.
let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])]

let package = Package(
    name: "fuzz",
    dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
    targets: [
        .systemLibrary(name: "CArchive", path: "Sources/CArchive", pkgConfig: "libarchive"),
        .systemLibrary(name: "CBrotli", path: "Sources/CBrotli", pkgConfig: "libbrotlidec"),
        .systemLibrary(name: "CGumbo", path: "Sources/CGumbo", pkgConfig: "gumbo"),
        .target(name: "Tables", path: "Sources/Tables", swiftSettings: watched),
        .target(name: "Press", dependencies: ["Tables", "CArchive", "CBrotli", "CGumbo", "Yams"], path: "Sources/Press", swiftSettings: watched),
        .executableTarget(
            name: "fuzz", dependencies: ["Press", "Tables"], path: "Fuzz", swiftSettings: watched,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    ],
    swiftLanguageModes: [.v6]
)
