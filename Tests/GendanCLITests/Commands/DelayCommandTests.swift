import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Delay cases at the command line; S12 is in Tests/Scenarios/problem.md.
struct DelayCommandTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run("customer add 宏达机械 --address 某路 --contact 刘工 --phone 1 --fax 2 --terms 月结")
    try desk.run("product add P-88 法兰")
    for department in ["仓库", "机加车间"] { try desk.run("dept add \(department)") }
    try desk.run("new 宏达机械 P-88 300 --price 36.5 --po HD-1 --promise 2026-04-10")
    try desk.run("new 宏达机械 P-88 300 P-88 20 --promise 2026-04-10")
    return desk
  }

  @Test(arguments: [
    ("delay open 0001 磨床坏", nil), ("delay 0001 2026-04-14 磨床坏", "2026-04-14"),
    ("延误 上报 0001 4/14 磨床坏", "2026-04-14"),
    ("延誤 0001 promise+4d 磨床坏", "2026-04-14"), ("delay 0001 3 machines down", nil),
    ("delay open 0001 +20wd 磨床坏", "2026-04-14"),
  ])
  func `a delay is reported with the day as far as it is known (R-175)`(line: String, day: String?) throws {
    let desk = try desk()
    #expect(try desk.run(line).code == 0)
    let shown = try desk.json("delay report 0001")
    #expect(shown["order"] == "SO2603-0001")
    #expect(shown["promised"] == "2026-04-10")
    #expect(shown["forecast"] == day.map { .string($0) } ?? .null)
    #expect(shown["stage"] == "reported")
  }

  @Test func `each line may have its own case`() throws {
    let desk = try desk()
    #expect(try desk.run("delay open 0002.2 磨床坏").code == 0)
    #expect(try desk.run("delay open 0002 又坏了").code == 5)
    #expect(try desk.run("delay open 0002.1 又坏了").code == 0)
    try desk.run("delay cause Y2603-0001 machine 主轴坏 --dept 机加车间")
    try desk.run("delay told Y2603-0001 --accept 2026-04-20")
    let due = try desk.records("list --lines SO2603-0002 -s line").map { $0["due"] }
    #expect(due == ["2026-04-10", "2026-04-20"])
  }

  @Test func `the page for the customer tells nothing that is ours alone (R-177)`() throws {
    let desk = try desk()
    try desk.run("delay open 0001 2026-04-20 王师傅没盯住磨床 --dept 机加车间")
    try desk.run("delay cause 0001 machine 机加车间保养漏做 --dept 机加车间 --remedy 李主管盯修 --say 设备检修")
    for language in ["en", "zh-Hans", "zh-Hant"] {
      let page = try desk.run("delay report 0001 --customer", lang: language).out
      for inner in ["王师傅", "机加车间", "李主管", "陈婷", "chenting", "36.5", "10,950", "保养"] {
        #expect(!page.contains(inner), "\(language): \(inner)")
      }
      for outer in ["SO2603-0001", "HD-1", "2026-04-10", "2026-04-20", "设备检修", "法兰", "300"] {
        #expect(page.contains(outer), "\(language): \(outer)")
      }
    }
    let json = try desk.run("delay report 0001 --customer --json").out
    for inner in ["王师傅", "机加车间", "李主管", "chenting", "保养"] { #expect(!json.contains(inner)) }
    let paper = try desk.run("delay report 0001 --customer -O html").out
    #expect(
      paper.contains("<html lang=\"en\"") && paper.contains("<title>Change of delivery date"), "\(paper)")
    #expect(!paper.contains("Delay report"))
  }

  @Test func `the report has every field, and each step's time (R-171, P3)`() throws {
    let desk = try desk()
    try desk.run("delay open 0001 2026-04-20 磨床坏 --at 8:00")
    try desk.run("delay cause 0001 machine 主轴坏 --dept 机加车间 --remedy 换主轴", today: "2026-03-16 09:05")
    try desk.run("delay told 0001 --accept 2026-04-20 --via phone --told 刘工", today: "2026-03-16 10:05")
    try desk.run("delay close 0001 --note 跟进", today: "2026-03-16 10:35")
    let shown = try desk.json("delay report 0001")
    #expect(shown["days"] == 10)
    #expect(shown["cause"] == "machine")
    #expect(shown["why"] == "主轴坏")
    #expect(shown["responsible"] == "机加车间")
    #expect(shown["remedy"] == "换主轴")
    #expect(shown["answer"] == "accepted")
    #expect(shown["new"] == "2026-04-20")
    let steps = try desk.records("delay report 0001", "steps")
    #expect(steps.map { $0["step"] } == ["found", "reported", "explained", "told", "closed"])
    #expect(steps.map { $0["took"] } == [.null, 5, 60, 60, 30])
    let page = try desk.run("delay report 0001", today: "2026-03-16 10:40").out
    #expect(page.contains("刘工, phone"))
    #expect(try desk.run("log Y2603-0001 --json").out.contains("delay.told"))
  }

  @Test func `undo of the customer's answer takes the promise back with it`() throws {
    let desk = try desk()
    try desk.run("delay open 0001 磨床坏")
    try desk.run("delay cause 0001 machine 主轴坏 --dept 机加车间")
    try desk.run("delay told 0001 --accept 2026-04-20")
    #expect(try desk.run("show Y2603-0001").out.contains("2026-04-20"))
    try desk.run("undo")
    #expect(try desk.json("delay report 0001")["stage"] == "explained")
    #expect(try desk.records("list SO2603-0001 --lines").map { $0["due"] } == ["2026-04-10"])
    #expect(try desk.run("check").code == 0)
  }

  @Test(arguments: [
    ("delay", 0), ("delay open", 64), ("delay 0001", 64), ("delay open 0009 x", 3),
    ("delay open 0001 x --at 9:00", 64),
    ("delay open 0001 x --dept 没有", 3), ("delay cause Y2603-0001", 3), ("delay report", 64),
    ("delay told 0001 --keep", 3), ("delay colse 0001", 64), ("delay list --missing 客户:宏达", 0),
  ])
  func `what is wrong is refused and changes nothing`(line: String, code: Int32) throws {
    let desk = try desk()
    let dump = try BookDump(desk.place)
    let before = try dump.text()
    let result = try desk.run(line)
    #expect(result.code == code, "\(line): \(result)")
    #expect(try dump.text() == before)
  }

  @Test(arguments: [
    ("delay cause 0001", 64), ("delay cause 0001 machine", 64),
    ("delay cause 0001 machine x", 64), ("delay cause 0001 machine x --dept 仓库 --at '2026-03-15 9:00'", 5),
    ("delay told 0001", 64), ("delay told 0001 --keep --split", 64), ("delay told 0001 --keep", 5),
    ("delay close 0001", 5), ("promise 0001 2026-04-20 --cause machine", 5),
  ])
  func `steps say what is missing, and whose turn it is (R-178)`(line: String, code: Int32) throws {
    let desk = try desk()
    try desk.run("delay open 0001 磨床坏")
    let dump = try BookDump(desk.place)
    let before = try dump.text()
    let result = try desk.run(line)
    #expect(result.code == code, "\(line): \(result)")
    #expect(result.err.contains("try: gendan"), "\(result.err)")
    #expect(try dump.text() == before)
  }
}
