import GendanTestSupport
import Testing

@testable import Gendan

/// How much packaging a production order may have (S7; ).
struct PackagingLimitsTests {
  private func limits(_ smallest: Int64, decimals: Int = 0) -> PackagingLimits {
    PackagingLimits(Quantity(smallest, decimals: decimals, unit: "pcs"))
  }

  @Test(
    arguments: [
      (10_000, 12_000, 10_500), (1, 1, 1), (4, 4, 4), (5, 6, 5), (19, 22, 19), (20, 24, 21),
      (1_000_000_000_000, 1_200_000_000_000, 1_050_000_000_000),
    ] as [(Int64, Int64, Int64)])
  func `regular bags float by 20 percent, new ones by 5, and no part of a bag counts (R-208, R-209)`(
    pieces: Int64, regular: Int64, new: Int64
  ) {
    #expect(limits(pieces).bags(isNewVersion: false) == regular)
    #expect(limits(pieces).bags(isNewVersion: true) == new)
  }

  @Test(
    arguments: [
      (10_000, 12, 834), (1_300, 24, 55), (1_000, 24, 42), (24, 24, 1), (25, 24, 2), (1, 1_000_000, 1),
    ] as [(Int64, Int64, Int64)])
  func `cartons are as many as the pieces fill, the last perhaps in part (R-210)`(
    pieces: Int64, perCarton: Int64, cartons: Int64
  ) {
    #expect(limits(pieces).cartons(of: perCarton) == cartons)
  }

  @Test func `a piece that is begun is packed whole, and cartons that hold nothing are none`() {
    #expect(limits(12_345, decimals: 2).pieces == 124)
    #expect(limits(12_300, decimals: 2).pieces == 123)
    #expect(limits(10).cartons(of: 0) == nil)
  }

  @Test func `S7: 12,000 bags pass and 12,001 do not; 834 cartons pass, 835 and 833 do not`() throws {
    let shop = try TestShop()
    let made = try shop.write { writing in
      try writing.makeForStock(Product.named("FL-50", in: writing.db), quantity: 10_000)
    }
    func refuses(_ order: PackagingOrder) throws -> Bool {
      try shop.read { reading in
        do {
          try reading.check(order, for: made)
          return false
        } catch let refusal as Refusal {
          #expect(refusal.gates == [.packagingWithinLimits])
          return true
        }
      }
    }
    #expect(try !refuses(.bags(12_000, isNewVersion: false)))
    #expect(try refuses(.bags(12_001, isNewVersion: false)))
    #expect(try !refuses(.bags(10_500, isNewVersion: true)))
    #expect(try refuses(.bags(10_501, isNewVersion: true)))
    #expect(try !refuses(.cartons(834, perCarton: 12)))
    #expect(try refuses(.cartons(835, perCarton: 12)))
    #expect(try refuses(.cartons(833, perCarton: 12)))
  }
}
