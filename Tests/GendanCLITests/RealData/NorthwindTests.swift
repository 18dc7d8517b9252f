import Gendan
import GendanOutput
import Testing

/// Northwind's orders, imported through the command line, against answers computed elsewhere
///
@Suite(.enabled(if: RealBook.data != nil, "the public data is not beside this checkout"))
struct `Northwind` {
  let book: RealBook
  init() throws { book = try RealBook("northwind", expected: "northwind/expected.json") }

  private func onTime(_ grouping: String...) throws -> [JSON] {
    let words = grouping.isEmpty ? ["-q", "-q"] : grouping
    return try book.ask(
      "otd", "--level", "order", "--basis", "want", "--as-of", "1998-06-12", "-p",
      "1996-01-01..1998-06-30", words[0], words[1])["rows"].items
  }

  private func days(_ from: String, _ to: String) throws -> Int {
    try #require(Day(to)) - #require(Day(from))
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    let text = Decimal.text(Int64((part * 20000 + whole) / (whole * 2)), decimals: 2)
    return text.hasSuffix("0") ? String(text.dropLast()) : text
  }

  @Test func `830 orders, 809 shipped, 37 late, 21 open, 95.43 % on time`() throws {
    let expected = try #require(try book.expected("NW01").first)
    let row = try #require(try onTime().first)
    #expect(row["n"].plain == expected["orders"])
    #expect(row["delivered"].plain == expected["shipped"])
    #expect(row["open"].plain == expected["open_orders"])
    #expect(row["late"].plain == expected["late_shipped"])
    #expect(row["on_time"].plain == expected["on_time_shipped"])
    #expect(row["delivered_rate"].plain == "0.9543")
    #expect(expected["on_time_pct"] == "95.43")
    #expect(try book.check() == "")
    // NW05: the mean deviation over all shipped, and the sum of the late ones.
    let averages = try #require(try book.expected("NW05").first)
    let mean = Double(row["deviation_days"].number) / Double(row["delivered"].number)
    #expect(abs(mean - (Double(averages["avg_all"] ?? "") ?? 0)) < 0.0001)
  }

  @Test func `every late order, the latest first`() throws {
    let late = try book.ask("list", "is:shipped")["rows"].items
      .filter { $0["late_days"].number > 0 }
      .sorted { ($1["late_days"].number, $0["no"].number) < ($0["late_days"].number, $1["no"].number) }
    let expected = try book.expected("NW02")
    #expect(late.count == 37)
    #expect(late.first?["no"].plain == "10777")
    #expect(late.first?["late_days"].number == 23)
    #expect(late.map { $0["no"].plain } == expected.map { $0["OrderID"] ?? "" })
    #expect(late.map { $0["customer_code"].plain } == expected.map { $0["CustomerID"] ?? "" })
    #expect(late.map { $0["clerk"].plain } == expected.map { $0["EmployeeID"] ?? "" })
    #expect(late.map { $0["created"].plain } == expected.map { $0["OrderDate"] ?? "" })
    #expect(late.map { $0["want"].plain } == expected.map { $0["RequiredDate"] ?? "" })
    #expect(late.map { $0["completed"].plain } == expected.map { $0["ShippedDate"] ?? "" })
    #expect(late.map { $0["late_days"].plain } == expected.map { $0["days_late"] ?? "" })
    // NW03: how many by days late; NW05: their sum.
    for row in try book.expected("NW03") {
      #expect(late.filter { $0["late_days"].plain == row["days_late"] }.count == Int(row["n"] ?? ""))
    }
    #expect(
      try late.reduce(0) { $0 + $1["late_days"].number }
        == Int(#require(book.expected("NW05").first)["total_days_late"] ?? ""))
  }

  @Test func `on time by shipper`() throws {
    let rows = try onTime("--by", "carrier")
    for expected in try book.expected("NW06") {
      let row = try #require(rows.first { $0["n"].plain == expected["orders"] })
      #expect(row["delivered"].plain == expected["shipped"])
      #expect(row["late"].plain == expected["late"])
      #expect(
        percent(row["on_time"].number, of: row["delivered"].number) == expected["on_time_pct"])
    }
  }

  @Test func `on time by month`() throws {
    let rows = try onTime("--every", "month")
    let expected = try book.expected("NW09")
    #expect(rows.map { $0["group"].plain } == expected.map { $0["month"] ?? "" })
    #expect(rows.map { $0["n"].plain } == expected.map { $0["orders"] ?? "" })
    #expect(rows.map { $0["delivered"].plain } == expected.map { $0["shipped"] ?? "" })
    #expect(rows.map { $0["open"].plain } == expected.map { $0["open_orders"] ?? "" })
    #expect(rows.map { $0["late"].plain } == expected.map { $0["late"] ?? "" })
  }

  @Test func `open orders, by the customer's date`() throws {
    let rows = try book.ask("list", "is:open", "-s", "want,no")["rows"].items
    let expected = try book.expected("NW14")
    #expect(rows.map { $0["no"].plain } == expected.map { $0["OrderID"] ?? "" })
    #expect(rows.map { $0["want"].plain } == expected.map { $0["RequiredDate"] ?? "" })
    #expect(rows.map { $0["carrier"].plain } == expected.map { $0["ShipVia"] ?? "" })
  }

  @Test(arguments: ["1997-12-31", "1998-05-06", "1998-06-12"])
  func `as of a day gone by`(_ day: String) throws {
    let expected = try #require(try book.expected("NW15_\(day)").first)
    let week = try #require(Day(day)).adding(days: 7).description
    let overdue = try book.ask("overdue", "--as-of", day, "--basis", "want")
    #expect(try book.ask("list", "-p", "..\(day)")["count"].plain == expected["placed"])
    #expect(try book.ask("list", "is:open", "--as-of", day)["count"].plain == expected["open_orders"])
    #expect(overdue["orders"].plain == expected["overdue"])
    #expect(overdue["worst_days"].plain == expected["worst_overdue_days"])
    let near = try book.ask("list", "is:open", "want:\(day)..\(week)", "--as-of", day)
    #expect(near["count"].plain == expected["due_within_7"])
  }

  @Test func `lines, quantities and worth`() throws {
    let expected = try #require(try book.expected("NW17").first)
    let lines = try book.ask("list", "--lines", "-p", "..1998-12-31")
    #expect(lines["count"].plain == expected["lines"])
    #expect(lines["rows"].items.reduce(0) { $0 + $1["qty"].number } == Int(expected["qty"] ?? ""))
    #expect(lines["amounts"].items.first?["amount"].plain == expected["net"])
    let open = try book.ask("list", "--lines", "is:open")
    let worth = try #require(try book.expected("NW18").first)
    #expect(open["count"].plain == worth["lines"])
    #expect(open["amounts"].items.first?["amount"].plain == worth["net"])
  }

  @Test func `lead times asked and taken`() throws {
    let rows = try book.ask("list", "-p", "..1998-12-31")["rows"].items
    for expected in try book.expected("NW22") {
      let count = try rows.filter {
        try days($0["created"].plain, $0["want"].plain) == Int(expected["days"] ?? "")
      }.count
      #expect(String(count) == expected["n"])
    }
    let taken = try rows.filter { $0["completed"].plain != "" }
      .map { try days($0["created"].plain, $0["completed"].plain) }
    let expected = try #require(try book.expected("NW21").first)
    #expect(String(taken.count) == expected["shipped"])
    #expect(String(try #require(taken.min())) == expected["min_days"])
    #expect(String(try #require(taken.max())) == expected["max_days"])
    let mean = Double(taken.reduce(0, +)) / Double(taken.count)
    #expect(abs(mean - (Double(expected["avg_days"] ?? "") ?? 0)) < 0.0001)
  }
}
