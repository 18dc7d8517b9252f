import GendanTestSupport
import Testing

@testable import Gendan

/// Other units of a product, and how much of it one of them is.
struct ProductUnitTests {
  private let shop: TestShop

  init() throws { shop = try TestShop() }

  private func set(_ name: String, _ quantity: Int64?) throws {
    try shop.write { try $0.set(unit: name, of: try Product.named("CLOTH", in: $0.db), to: quantity) }
  }

  private func units() throws -> [String] {
    try shop.read { reading in
      try Product.named("CLOTH", in: reading.db).units(in: reading.db).map {
        "\($0.name) \($0.quantity.plain)"
      }
    }
  }

  @Test func `a unit is noted, changed and taken away; the product's own is none (R-063)`() throws {
    try set("匹", 5000)
    try set("卷", 120_050)
    try set("匹", 6000)
    #expect(try units() == ["匹 60.00", "卷 1200.50"].sorted())
    try set("匹", nil)
    #expect(try units() == ["卷 1200.50"])
    #expect(throws: BookError.taken(.product, "CLOTH m")) { try set("m", 100) }
  }
}
