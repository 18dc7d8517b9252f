import Gendan
import GendanOutput
import Testing

/// ClassicModels' orders with cancelled, held and disputed ones.
@Suite(.enabled(if: RealBook.data != nil, "the public data is not beside this checkout"))
struct `ClassicModels` {
  let book: RealBook
  init() throws { book = try RealBook("classicmodels", expected: "classicmodels/expected.json") }

  @Test func `326 orders: 312 shipped, one late, ten open, six cancelled`() throws {
    let expected = try #require(try book.expected("CM02").first)
    #expect(try book.ask("list", "-p", "..2005-12-31")["count"].plain == expected["orders"])
    let rate = try #require(
      try book.ask(
        "otd", "--level", "order", "--basis", "want", "--as-of", "2005-06-30", "-p", "..2005-06-30")[
          "rows"
        ].items.first)
    #expect(rate["delivered"].plain == expected["shipped"])
    #expect(rate["late"].plain == expected["late_shipped"])
    #expect(rate["delivered_rate"].plain == "0.9968")
    #expect(expected["on_time_pct"] == "99.68")
    #expect(try book.ask("list", "is:open")["count"].plain == expected["open_orders"])
    #expect(try book.check() == "")
  }

  @Test func `the late one, the open ones, the cancelled ones`() throws {
    let late = try book.ask("list", "is:shipped")["rows"].items.filter { $0["late_days"].number > 0 }
    let lateExpected = try book.expected("CM03")
    #expect(late.map { $0["no"].plain } == lateExpected.map { $0["orderNumber"] ?? "" })
    #expect(late.map { $0["late_days"].plain } == lateExpected.map { $0["days_late"] ?? "" })
    let open = try book.ask("list", "is:open", "-s", "want,no")["rows"].items
    let openExpected = try book.expected("CM04")
    #expect(open.map { $0["no"].plain } == openExpected.map { $0["orderNumber"] ?? "" })
    #expect(open.map { $0["want"].plain } == openExpected.map { $0["requiredDate"] ?? "" })
    let held = try book.ask("list", "is:open", "is:held")["rows"].items.map { $0["no"].plain }
    #expect(
      Set(held)
        == Set(openExpected.filter { $0["status"] == "On Hold" }.map { $0["orderNumber"] ?? "" }))
    let cancelled = try book.ask("list", "is:cancelled", "-s", "no")["rows"].items
    #expect(cancelled.map { $0["no"].plain } == (try book.expected("CM05")).map { $0["orderNumber"] ?? "" })
  }

  @Test(arguments: ["2004-12-31", "2005-05-31"])
  func `as of a day gone by`(_ day: String) throws {
    let expected = try #require(try book.expected("CM06_\(day)").first)
    let overdue = try book.ask("overdue", "--as-of", day, "--basis", "want")
    #expect(overdue["orders"].plain == expected["overdue"])
    #expect(
      Set(overdue["rows"].items.map { $0["no"].plain })
        == Set((expected["overdue_orders"] ?? "").split(separator: ",").map(String.init)))
    #expect(try book.ask("list", "is:open", "--as-of", day)["count"].plain == expected["open_orders"])
  }

  @Test func `lines, quantities and worth`() throws {
    let expected = try #require(try book.expected("CM09").first)
    let lines = try book.ask("list", "--lines", "-p", "..2005-12-31")
    #expect(lines["count"].plain == expected["lines"])
    #expect(lines["rows"].items.reduce(0) { $0 + $1["qty"].number } == Int(expected["qty"] ?? ""))
    #expect(lines["amounts"].items.first?["amount"].plain == expected["ordered"])
  }
}
