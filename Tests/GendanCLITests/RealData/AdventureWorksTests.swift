import Gendan
import GendanOutput
import Testing

/// AdventureWorks' production orders of 2011 with their operations.
@Suite(.enabled(if: RealBook.data != nil, "the public data is not beside this checkout"))
struct `AdventureWorks` {
  let book: RealBook
  init() throws { book = try RealBook("adventureworks", expected: "adventureworks/expected_production.json") }

  private func onTime(_ asOf: String, _ grouping: String...) throws -> [JSON] {
    let words = grouping.isEmpty ? ["-q", "-q"] : grouping
    return try book.ask(
      "otd", "--level", "production", "--as-of", asOf, "-p", "2011-01-01..2012-12-31", words[0], words[1])[
        "rows"
      ]
      .items
  }

  @Test func `8,441 production orders, 2,346 late, 72.21 % on time`() throws {
    let expected = try #require(try book.expected("AD01").first)
    let row = try #require(try onTime("2012-12-31").first)
    #expect(row["n"].plain == expected["work_orders"])
    #expect(row["late"].plain == expected["late"])
    #expect(row["on_time"].plain == expected["on_time"])
    #expect(row["rate"].plain == "0.7221")
    #expect(expected["on_time_pct"] == "72.21")
    let mean = Double(row["deviation_days"].number) / Double(row["n"].number)
    #expect(abs(mean - (Double(expected["avg_days_late"] ?? "") ?? 0)) < 0.0001)
    #expect(try book.check() == "")
  }

  @Test func `by month of the due day`() throws {
    let rows = try onTime("2012-12-31", "--every", "month")
    let expected = try book.expected("AD03")
    #expect(rows.map { $0["group"].plain } == expected.map { $0["month"] ?? "" })
    #expect(rows.map { $0["n"].plain } == expected.map { $0["n"] ?? "" })
    #expect(rows.map { $0["late"].plain } == expected.map { $0["late"] ?? "" })
  }

  @Test func `the products that were late most often`() throws {
    let rows = try onTime("2012-12-31", "--by", "product")
    for expected in try book.expected("AD04") {
      let row = try #require(rows.first { $0["group"].plain == expected["Name"] })
      #expect(row["n"].plain == expected["n"])
      #expect(row["late"].plain == expected["late"])
    }
  }

  @Test(arguments: ["2011-06-30", "2011-09-30", "2011-12-31"])
  func `overdue as of a day gone by`(_ day: String) throws {
    let expected = try #require(try book.expected("AD06_\(day)").first)
    #expect(try onTime(day).first?["open"].plain == expected["overdue"])
  }
}
