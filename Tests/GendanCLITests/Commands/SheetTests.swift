import Foundation
import GendanTestSupport
import GendanWorkbook
import Testing

@testable import GendanCLI

/// Spreadsheets of lists.
struct SheetTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    try desk.run("customer add --code C-2 华威 --address a --contact b --phone 1 --fax 2 --terms 月结30天")
    for number in 1...30 {
      let customer = number % 3 == 0 ? "C-2" : "C-1"
      try desk.run("new \(customer) FL-50 \(number) FL-50 7 --price 10 --want 2026-05-\(10 + number % 20)")
    }
  }

  private func bytes(_ line: String) throws -> [UInt8] {
    let path = desk.desk.folder + "/\(UUID().uuidString).xlsx"
    let result = try desk.desk.run("\(line) -o \(path)")
    #expect(result.code == 0, "\(result)")
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The texts of each row of a sheet.
  private func rows(_ workbook: Workbook, _ sheet: Int = 0) throws -> [[String]] {
    let contents = try workbook.contents(of: workbook.sheets[sheet])
    return contents.rows.map { row in contents.cells[row.cells].map(contents.text) }
  }

  @Test(arguments: ["list", "list --lines", "list 客户:华威", "list -c no,due,line,qty"])
  func `rows that are read while they are written are those of the list that is held`(line: String) throws {
    // A list that is sorted by a key is held.
    let fed = try rows(Workbook(bytes(line)))
    let held = try rows(Workbook(bytes(line + " -s due")))
    #expect(fed.count > 10)
    #expect(fed == held)
  }

  @Test func `whatever its state, an order is listed as one of all`() throws {
    try desk.run("cancel 0002 --reason x --yes")
    let known = try desk.desk.run("list -O name").out.split(separator: "\n").count
    #expect(try desk.desk.run("list is:all -O name").out.split(separator: "\n").count == known + 1)
    #expect(try desk.desk.run("list is:全部 -O name").out.contains("SO2603-0002"))
  }

  @Test func `each group has its own sheet`() throws {
    let book = try Workbook(bytes("list --by customer --sheet-by"))
    #expect(book.sheets.map(\.name) == ["宏达机械", "华威"])
    let first = try rows(book).flatMap { $0 }
    #expect(first.contains("宏达机械") && !first.contains("华威"))
    let second = try rows(book, 1).flatMap { $0 }
    // The sum of all customers is on nobody's sheet: it may be sent to whom it is about.
    #expect(second.contains("华威") && !second.contains { $0.hasPrefix("total") })
    #expect(try Workbook(bytes("list --by customer")).sheets.count == 1)
    for line in ["list --sheet-by -o x.xlsx", "list --by customer --sheet-by"] {
      #expect(try desk.desk.run(line).code == 64, "\(line)")
    }
  }
}
