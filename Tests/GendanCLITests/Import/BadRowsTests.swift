import Gendan
import Testing

@testable import GendanCLI

/// Rows that cannot be taken in, and questions without a person.
struct BadRowsTests {
  let bench: ImportBench
  private let file = """
    no,customer,交货日期,qty,product
    S1,HD01,2026-03-28,200,P1
    S2,HD01,2026.2.30,200,P1
    S3,HD01,1/15/2026 0:00,2百,P1
    S4,HD01,2026-03-28 00:00:00,5.5,P1
    S5,HD01,3/28,5,P1
    """

  init() throws { bench = try ImportBench() }

  @Test func `They are told by row, column and value, and nothing is written`() throws {
    let before = try bench.dump()
    let path = try bench.file("宏达3月.csv", file)
    #expect(try bench.run("import", path, "--yes") == .data)
    #expect(
      bench.trouble == """
        gendan: 4 rows of 宏达3月.csv cannot be read; nothing was written
          row 3 column C 交货日期  "2026.2.30"        no such day
          row 4 column C 交货日期  "1/15/2026 0:00"   put the year first: 2026-01-15?
          ...and 3 more: --show bad
          try: gendan import \(path) --yes --partial

        """)
    #expect(try bench.dump() == before)
    bench.language = "zh-Hans"
    #expect(try bench.run("import", path, "--yes") == .data)
    #expect(
      bench.trouble == """
        gendan: 宏达3月.csv 有 4 行读不了, 一行也没写入
          第 3 行 C 列 交货日期  "2026.2.30"        没有这一天
          第 4 行 C 列 交货日期  "1/15/2026 0:00"   年份要写在前面: 2026-01-15?
          ...还有 3 处: --show bad
          试试: gendan import \(path) --yes --partial

        """)
  }

  @Test func `All of them are listed on demand`() throws {
    #expect(try bench.run("import", bench.file("a.csv", file), "--show", "bad", "-O", "csv") == .ok)
    #expect(
      bench.output == """
        row,key,field,before,after,reason\r
        3,,交货日期,,2026.2.30,no such day\r
        4,,交货日期,,1/15/2026 0:00,put the year first: 2026-01-15?\r
        4,,qty,,2百,not a number\r
        5,,qty,,5.5,not a whole number\r
        6,,交货日期,,3/28,not a date such as 2026-03-15\r

        """)
  }

  @Test func `The others are written with --partial, and the bad ones saved beside the file`() throws {
    bench.language = "zh-Hans"
    let path = try bench.file("宏达3月.csv", file)
    #expect(try bench.run("import", path, "--yes", "--partial") == .data)
    #expect(bench.output.hasPrefix("宏达3月.csv: 订单, 新增 1, 改动 0, 没变 0, 4 行有问题 -> "))
    #expect(bench.output.hasSuffix("宏达3月.问题.csv。  撤销: gendan undo\n"))
    #expect(
      try bench.text(of: "宏达3月.问题.csv") == """
        no,customer,交货日期,qty,product,问题\r
        S2,HD01,2026.2.30,200,P1,没有这一天\r
        S3,HD01,1/15/2026 0:00,2百,P1,年份要写在前面: 2026-01-15?; 不是数字\r
        S4,HD01,2026-03-28 00:00:00,5.5,P1,不是整数\r
        S5,HD01,3/28,5,P1,不是 2026-03-15 这样的日期\r

        """)
    // The next run would write over rows that somebody may be mending.
    #expect(try bench.run("import", path, "--yes", "--partial") == .cannotCreate)
    #expect(try bench.run("import", path, "--yes", "--partial", "--force") == .data)
  }

  @Test func `One bad row leaves its whole order out`() throws {
    let rows = "no,customer,product,qty\nS1,HD01,P1,5\nS1,HD01,P9,5\nS2,HD01,P1,1\n"
    #expect(try bench.run("import", bench.file("a.csv", rows), "--yes", "--partial") == .data)
    #expect(try bench.dump()["orders"]?.count == 1)
    #expect(
      try bench.text(of: "a.bad.csv")?.hasPrefix("no,customer,product,qty,problem\r\nS1,HD01,P1,5,\r\nS1,")
        == true)
  }

  @Test func `Nobody to ask and no --yes writes nothing`() throws {
    let path = try bench.file("a.csv", "no,customer,product,qty\nS1,HD01,P1,5\n")
    #expect(try bench.run("import", path) == .needsAnswer)
    #expect(
      bench.trouble == """
        gendan: this needs a yes, but there is no terminal: write 1 row?
          nothing was changed
          try: gendan import \(path) --dry-run
               gendan import \(path) --yes

        """)
    #expect(try bench.dump()["orders"] == [])
  }

  @Test func `A person sees the preview and answers`() throws {
    let path = try bench.file("a.csv", file)
    bench.answer = "n"
    #expect(try bench.run("import", path) == .cancelled)
    #expect(
      bench.trouble.contains(
        "new 1   changed 0   same 0   bad 4\n  problem  row 3  交货日期 \"2026.2.30\": no such day\n"))
    #expect(bench.trouble.contains("write 1 row? the 4 bad will be in "))
    #expect(try bench.dump()["orders"] == [])
    bench.answer = "y"
    #expect(try bench.run("import", path) == .data)
    #expect(try bench.dump()["orders"]?.count == 1)
  }

  @Test func `A column that is needed and missing is told with the headings`() throws {
    let path = try bench.file("a.csv", "a,b\n1,2\n")
    #expect(try bench.run("import", path, "--yes") == .usage)
    #expect(
      bench.trouble == """
        gendan: no column of a.csv holds No or PO, Customer
          its columns: a, b
          try: gendan import \(path) --yes --map no=a

        """)
  }

  @Test func `Duplicates, shares and statuses are checked`() throws {
    let rows = """
      no,customer,product,qty,discount,status
      S1,HD01,P1,5,1.5,
      S2,HD01,P1,0,,Shipped
      S3,HD01,P1,-1,,whatever
      """
    #expect(try bench.run("import", bench.file("a.csv", rows), "--show", "bad", "-O", "csv") == .ok)
    #expect(
      bench.output == """
        row,key,field,before,after,reason\r
        2,,discount,,1.5,is no share such as 0.05 or 5%\r
        3,,qty,,0,is not above 0\r
        3,,status,,Shipped,needs the day it was shipped\r
        4,,qty,,-1,is not above 0\r
        4,,status,,whatever,"known: Shipped, Closed, Cancelled, On Hold, In Process"\r

        """)
  }
}
