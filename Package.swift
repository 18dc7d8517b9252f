// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors; existentials are spelled; a file imports what it uses.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "gendan",
  products: [
    .library(name: "Gendan", targets: ["Gendan"]),
    .executable(name: "gendan", targets: ["GendanCLI"]),
  ],
  traits: [
    .trait(name: "PostgreSQL", description: "Keep the book on a PostgreSQL server too; needs libpq-dev.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CMd", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Gendan",
      dependencies: ["CMd"],
      resources: [.embedInCode("Schema/schema.sql")],
      swiftSettings: strict),
    .target(name: "GendanOutput", swiftSettings: strict),
    .target(name: "GendanWorkbook", dependencies: ["CZlib", "CExpat"], swiftSettings: strict),
    .target(
      name: "GendanSpreadsheet", dependencies: ["Gendan", "GendanOutput", "CXlsxWriter"],
      swiftSettings: strict),
    .target(name: "GendanSQLite", dependencies: ["Gendan", "CSQLite"], swiftSettings: strict),
    .target(
      name: "GendanPostgres",
      dependencies: [
        "Gendan", .target(name: "CPostgres", condition: .when(traits: ["PostgreSQL"])),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "GendanCLI",
      dependencies: [
        "Gendan", "GendanOutput", "GendanSpreadsheet", "GendanWorkbook", "GendanSQLite", "GendanPostgres",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "GendanTestSupport",
      dependencies: ["Gendan", "GendanSQLite", "GendanPostgres", "GendanCLI", "CZlib"],
      path: "Tests/GendanTestSupport",
      exclude: ["throwaway-postgres.sh"],
      swiftSettings: strict),
    .testTarget(
      name: "GendanTests", dependencies: ["Gendan", "GendanTestSupport"],
      exclude: ["Schema/schema-1.sql"], swiftSettings: strict),
    .testTarget(
      name: "GendanOutputTests", dependencies: ["Gendan", "GendanOutput", "GendanSpreadsheet"],
      swiftSettings: strict),
    .testTarget(
      name: "GendanWorkbookTests", dependencies: ["GendanWorkbook", "GendanTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GendanCLITests", dependencies: ["GendanCLI", "GendanTestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
