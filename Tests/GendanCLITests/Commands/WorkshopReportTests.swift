import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Each workshop's days, quality and quantity, problems by machine, and a leader's list.
struct WorkshopReportTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func rows(_ line: String, today: String = "2026-03-31 09:00") throws -> [JSON] {
    guard case .array(let rows)? = try JSON.parse(desk.type(line, today: today).out)["rows"] else {
      return []
    }
    return rows
  }

  @Test func `a rate has its count, and nothing is not a hundred per cent`() throws {
    let empty = try desk.desk.run("workshops", lang: "zh-Hans")
    #expect(empty.code == 0 && empty.out.contains("n/a: 没有该完工的工序"))
    // As planned at release 备料 ends on 03-17, 机加 on 03-24.
    try desk.run("release 0001")
    try desk.run("progress 0001 备料 96 --scrap 4", today: "2026-03-17 09:00")
    try desk.run("progress 0001 机加 90 --scrap 2 --rework 8", today: "2026-03-26 09:00")
    let figures = try rows("workshops")
    #expect(figures.map { $0["dept"] } == ["仓库", "机加车间"])
    #expect(figures[0]["n"] == 1 && figures[0]["on_time"] == 1 && figures[0]["rate"] == .null)
    #expect(figures[0]["pieces"] == 100 && figures[0]["passed"] == "0.9600")
    #expect(figures[1]["on_time"] == 0 && figures[1]["late"] == 0 && figures[1]["open"] == 1)
    #expect(figures[1]["finished"] == 0 && figures[1]["passed"] == "0.9000")
    // The last four pieces that could reach it: late, and not all of them good.
    try desk.run("progress 0001 机加 4", today: "2026-03-27 09:00")
    let last = try rows("workshops")[1]
    #expect(last["open"] == 0 && last["late"] == 1 && last["finished"] == 1, "\(last)")
    #expect(try desk.desk.run("workshops", lang: "zh-Hant", today: "2026-03-31 09:00").out.contains("0/1"))
  }

  @Test func `every month is a row, and different units are not added up`() throws {
    try desk.run("release 0001 --start 2026-03-30")
    try desk.run("product add W-3 铜线 --unit kg --decimals 3 --route flange")
    try desk.run("new C-1 W-3 5 --price 10 --promise 2026-04-30")
    try desk.run("release 0002 --start 2026-03-30")
    try desk.run("done 0001 备料", today: "2026-03-31 09:00")
    try desk.run("done 0002 备料", today: "2026-03-31 09:00")
    let figures = try rows("workshops -p 2026-03..2026-04 --every month", today: "2026-04-20 09:00")
    #expect(figures.map { $0["month"] } == ["2026-03", "2026-04"])
    #expect(figures[0]["n"] == 2 && figures[0]["pieces"] == .null && figures[0]["passed"] == .null)
    #expect(figures[1]["dept"] == "机加车间" && figures[1]["open"] == 2)
    #expect(try desk.desk.run("workshops --every day").code == 64)
  }

  @Test func `problems are counted by the machine at which they happen (R-169)`() throws {
    for line in [
      "resource add CNC1", "route step flange 机加 --minutes 2.5 --with CNC1", "release 0001", "plan run --yes",
      "problem 0001 机加 machine 主轴坏", "problem 0001 机加 quality 振刀", "problem 0001 customer 未回签",
    ] { try desk.run(line) }
    let counts = try rows("problem list --by resource", today: RuleDesk.now)
    #expect(counts.map { $0["resource"] } == ["CNC1", "-"] && counts.map { $0["n"] } == [2, 1])
    #expect(try desk.desk.run("problem list --by 资源", lang: "zh-Hans").out.contains("CNC1"))
  }

  @Test func `a leader's list is released whole or not at all, and each refused line is named (R-198)`()
    throws
  {
    try desk.run("new C-1 FL-50 50 --price 10 --promise 2026-04-30")
    let bad = try desk.desk.file("bad.txt", "# 本周\nSO2603-0001\n0002 60\n9999\n")
    let before = try desk.dump.text()
    let refused = try desk.desk.run("release --batch \(bad)", lang: "zh-Hans")
    #expect(refused.code == 5 && refused.err.contains("3 行中有 2 行不能下达, 全部没有下达"), "\(refused.err)")
    #expect(refused.err.contains("第 3 行: SO2603-0002 下达数超出") && refused.err.contains("第 4 行: "))
    #expect(
      try JSON.parse(desk.type("release --batch \(bad)").err)["error"]?["gates"] == ["release.within-open"])
    #expect(try desk.dump.text() == before)
    let good = try desk.desk.file("good.txt", "0001, 60\n\n0002.1  # 余下\n")
    let done = try desk.desk.run("release --batch \(good)")
    #expect(
      done.code == 0 && done.out.contains("MO2603-0001  法兰 60") && done.out.contains("MO2603-0002  法兰 50"))
    try desk.run("undo")
    #expect(try desk.desk.records("work list").isEmpty)
    let odd = try desk.desk.file("odd.txt", "0001 60 急\n")
    let empty = try desk.desk.file("empty.txt", "# 无\n")
    #expect(try desk.desk.run("release --batch \(odd)").code == 65)
    #expect(try desk.desk.run("release --batch \(empty)").code == 65)
    #expect(try desk.desk.run("release 0001 --batch \(good)").code == 64)
    #expect(try desk.desk.run("release --batch 没有.txt").code == 66)
  }
}
