// swift-tools-version: 6.1
import PackageDescription

// Measurements, apart from the program: see Sources/bench/main.swift. The folders of the program's
// targets that make the sample office are links, so that what is `package` there is so here.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "bench",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
    .target(name: "CEmbed", exclude: ["tables"]),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(name: "Core", swiftSettings: strict),
    .target(name: "Threads", swiftSettings: strict),
    .target(
      name: "PolicyFiles",
      dependencies: ["Core", "CEmbed", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Store", dependencies: ["Core", "SQLite", "CEmbed", "Threads"],
      swiftSettings: strict),
    .executableTarget(
      name: "bench", dependencies: ["Core", "PolicyFiles", "Store"], swiftSettings: strict),
    .executableTarget(
      name: "CBaseline", dependencies: ["CSQLite"], linkerSettings: [.linkedLibrary("m")]),
  ]
)
