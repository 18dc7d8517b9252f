import GendanTestSupport
import Testing

@testable import Gendan

/// A document is called by its number, or by at least the last three figures of it.
struct NumberedTests {
  private let shop: TestShop

  init() throws {
    shop = try TestShop()
    try shop.write { writing in
      let customer = try Customer.named("C-1", in: writing.db)
      for month in ["2026-02-20", "2026-03-10"] {
        let day = try TestShop.day(month)
        let at = try #require(Instant(day, hour: 9, minute: 0, utcOffset: 8 * 3600))
        _ = try writing.enquire(customer, "DN80", at: at)
      }
    }
  }

  private func called(_ text: String) throws -> String {
    try shop.read { try Enquiry.named(text, in: $0.db).no }
  }

  @Test func `by the whole number in any case, or a tail that fits one`() throws {
    #expect(try called("e2603-0001") == "E2603-0001")
    #expect(try called("03-0001") == "E2603-0001")
    #expect(try called("2602-0001") == "E2602-0001")
  }

  @Test func `a tail that fits two is ambiguous, the newest first`() throws {
    let error = BookError.ambiguous(
      .enquiry, "0001",
      ["E2603-0001", "E2602-0001"].map { Candidate(name: $0, details: ["宏达机械", "DN80"]) })
    #expect(throws: error) { try called("0001") }
  }

  @Test(arguments: ["", "%", "_001", "01", "1", "宏达", "0009", "E26"])
  func `nothing else finds one, and the newest are told`(text: String) throws {
    do {
      _ = try called(text)
      Issue.record("\(text) found one")
    } catch BookError.notFound(.enquiry, text, let near) {
      #expect(near.map(\.name) == ["E2603-0001", "E2602-0001"])
    }
  }
}
