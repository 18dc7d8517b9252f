import Glibc
import Testing

@testable import GendanCLI

/// The folder of real tables: in `GENDAN_SHARED`, or in `shared/data` beside the package.
private let folder: String = {
  if let shared = getenv("GENDAN_SHARED") { return String(cString: shared) + "/northwind" }
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
  return root.joined(separator: "/") + "/../shared/data/northwind"
}()

@Suite(.enabled(if: access(folder, R_OK) == 0, "the Northwind tables are not on this machine"))
struct NorthwindFileTests {
  @Test(arguments: [("orders", 830), ("order_details", 2155), ("customers", 91), ("products", 77)])
  func `Every row is read`(name: String, count: Int) throws {
    var reader = try CSVReader(bytes: TextFile.read("\(folder)/\(name).csv").bytes)
    var rows = 0
    while let record = try reader.next() {
      rows += 1
      #expect(!record.isEmpty(0))
    }
    #expect(rows == count)
  }

  @Test func `Columns, numbers and quoted names are understood`() throws {
    var reader = try CSVReader(bytes: TextFile.read("\(folder)/products.csv").bytes)
    let map = ColumnMap(header: reader.header, fields: ["name": ["ProductName"], "price": ["unitprice"]])
    let (name, price) = (try #require(map["name"]), try #require(map["price"]))
    var prices: [String: Int64] = [:]
    while let record = try reader.next() {
      prices[record.text(name)] = try DecimalText.parse(record.text(price), decimals: 2)
    }
    #expect(prices.count == 77)
    #expect(prices["Chai"] == 1800)
    #expect(prices["Chef Anton's Gumbo Mix"] == 2135)
  }
}
