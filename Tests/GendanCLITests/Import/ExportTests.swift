import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// What is exported comes back unchanged.
struct ExportTests {
  @Test func `Every table that can be imported makes the round trip`() throws {
    let bench = try ImportBench()
    let orders = #"""
      no,customer,po,clerk,ordered,line,product,qty,price,discount,want,promise,shipped,status,prio,note
      S1,HD01,HD-1,陈婷,2026-01-05,1,P1,60,36.5,0.05,2026-02-02,2026-02-01,2026-01-30,,H,"唛头, ""附件"""
      S1,HD01,HD-1,陈婷,2026-01-05,2,P2,2.50,0.1234,,2026-02-02,2026-02-01,2026-01-30,,H,
      S2,AC01,,,2026-03-02,1,P1,7,,,2026-04-02,,,Cancelled,,
      S3,AC01,,李佳,2026-03-02,3,P1,9,,,,2026-04-03,,On Hold,L,
      """#
    #expect(try bench.run("import", bench.file("o.csv", orders), "--yes") == .ok)
    let work =
      "no,product,qty,order,start,due,finished,good,scrap\nW1,P2,2.50,S1,2026-01-06,2026-01-20,2026-01-22,2.25,0.25\n"
    #expect(try bench.run("import", bench.file("w.csv", work), "--kind", "production", "--yes") == .ok)
    let steps =
      "production,seq,name,department,plan_finish,started,finished\nW1,10,拉丝,一车间,2026-01-18,2026-01-07,2026-01-21\n"
    #expect(try bench.run("import", bench.file("s.csv", steps), "--kind", "operations", "--yes") == .ok)
    let route = """
      route,route_name,seq,name,department,days,minutes,setup,overlap,resources
      R1,法兰工艺,10,备料,仓库,2,,,,
      R1,,20,机加,机加车间,5,2.50,30,50,"CNC1,CNC2=3"
      """
    #expect(try bench.run("import", bench.file("r.csv", route), "--kind", "routes", "--yes") == .data)
    #expect(bench.trouble.contains("row 3 column J resources  \"CNC1,CNC2=3\"   no such resource"))
    let made = try bench.run("import", bench.file("r.csv", route), "--kind", "工艺", "--create", "--yes")
    #expect(made == .ok)
    let other = try ImportBench()
    for code in ["CNC1", "CNC2"] { try other.run("resource", "add", code) }
    for table in ["customers", "products", "orders", "shipments", "production", "operations", "routes"] {
      for language in ["en", "zh-Hans", "zh-Hant"] {
        // The ids of a pipe and the headings of a file are both understood.
        bench.language = language
        #expect(
          try bench.run("export", table, "-O", "csv", "--header", language == "en" ? "id" : "label") == .ok)
        #expect(
          try other.run("import", other.file("\(table).csv", bench.output), "--kind", table, "--yes") == .ok)
        #expect(other.trouble == "")
      }
      #expect(other.output.contains("0 new, 0 changed"))
      let workbook = bench.desk.folder + "/\(table).xlsx"
      #expect(try bench.run("export", table, "-o", workbook) == .ok)
      #expect(try other.run("import", workbook, "--kind", table, "--yes") == .ok, "\(other.trouble)")
      #expect(other.output.contains("0 new, 0 changed"))
      bench.language = "en"
      try bench.run("export", table, "-O", "csv")
      try other.run("export", table, "-O", "csv")
      #expect(bench.output == other.output)
      #expect(bench.output.split(separator: "\r\n").count > 1)
    }
  }

  @Test func `Orders are filtered and values keep their types`() throws {
    let bench = try ImportBench()
    let orders =
      "no,customer,ordered,product,qty,price\nS1,HD01,2026-03-02,P2,1.5,36.5\nS2,AC01,2026-03-02,P1,9,\n"
    try bench.run("import", bench.file("o.csv", orders), "--yes")
    let json = try bench.json("export", "orders", "customer:宏达")
    #expect(json["count"]?.int == 1)
    #expect(json.rows.first?["qty"] == .decimal("1.50"))
    #expect(json.rows.first?["price"] == .decimal("36.50"))
    #expect(try bench.run("export", "products", "法兰", "-O", "csv", "-c", "code") == .ok)
    #expect(bench.output == "code\r\nP1\r\n")
    #expect(try bench.run("export", "nothing") == .usage)
    for table in BookTable.allCases { #expect(try bench.run("export", table.rawValue) == .ok) }
  }
}
