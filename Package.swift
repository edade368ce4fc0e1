// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "revisit",
  products: [.executable(name: "revisit", targets: ["revisit"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CEmbed", exclude: ["tables"]),
    .target(name: "CStart"),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(name: "Core", swiftSettings: strict),
    .target(name: "Values", dependencies: ["Core"], swiftSettings: strict),
    .target(name: "Threads", swiftSettings: strict),
    .target(
      name: "PolicyFiles",
      dependencies: ["Core", "CEmbed", "Values", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Intake", dependencies: ["Core", "CEmbed", "Threads", "Values"], swiftSettings: strict),
    .target(
      name: "Store", dependencies: ["Core", "SQLite", "CEmbed", "Threads"],
      swiftSettings: strict),
    .executableTarget(
      name: "revisit",
      dependencies: [
        "CStart", "Core", "PolicyFiles", "Intake", "Store", "Threads", "Values",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CoreTests", dependencies: ["Core", "PolicyFiles"], swiftSettings: strict),
    .testTarget(
      name: "OracleTests", dependencies: ["Core", "PolicyFiles"], swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(
      name: "PolicyFilesTests", dependencies: ["PolicyFiles", "Core", "CEmbed"],
      swiftSettings: strict),
    .testTarget(name: "ValuesTests", dependencies: ["Values", "Core"], swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "Core", "Values"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests", dependencies: ["Store", "Core", "SQLite", "PolicyFiles", "Threads"],
      swiftSettings: strict),
    .testTarget(
      name: "RevisitTests",
      dependencies: [
        "revisit", "Core", "PolicyFiles", "Store", "Values",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ]
)
