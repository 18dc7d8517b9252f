import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Samples at the command line; whole cases are in Tests/Scenarios/samples.md.
struct SampleCommandTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run("customer add 宏达机械 --address 某路 --contact 刘工 --phone 1 --fax 2 --terms 月结")
    try desk.run("route add flange 备料/仓库/2 机加/机加车间/5")
    try desk.run("product add P-88 法兰 --route flange --sample yes")
    try desk.run("product add W-3 铜线 --unit kg --decimals 3")
    try desk.run("new 宏达机械 P-88 300")
    try desk.run("new 宏达机械 P-88 300 W-3 20")
    return desk
  }

  @Test func `A product says whether its sample comes first (R-123)`() throws {
    let desk = try desk()
    #expect(try desk.json("product show P-88")["sample"] == true)
    #expect(try desk.run("product set P-88 sample=no").out.contains("sample first yes -> no"))
    #expect(try desk.json("product show P-88")["sample"] == false)
    #expect(try desk.run("product set P-88 sample=perhaps").code == 64)
  }

  @Test func `A sample is asked for with its order, or before there is one (R-118)`() throws {
    let desk = try desk()
    #expect(
      try desk.run("sample add 0001 --qty 3 --due 3/20 --require 拉丝").out
        == "S2603-0001 宏达机械 法兰: sample, 3 pcs, due 2026-03-20 Fri (in 4 working days).  undo: gendan undo\n")
    #expect(try desk.json("sample show 0001")["order"] == "SO2603-0001")
    try desk.run("样品 新增 C-0001 铜线 --qty 0.25")
    let second = try desk.json("sample show 0002")
    #expect(second["order"] == .null)
    #expect(second["qty"] == .decimal("0.250"))
    #expect(second["state"] == "requested")
    #expect(second["waits_for"] == "own")
    // Of an order with several lines one is named, by its product or its number.
    #expect(try desk.run("sample add 0002").code == 4)
    #expect(try desk.run("sample add 0002 W-3").code == 0)
    #expect(try desk.run("sample add 0002.1").code == 0)
    #expect(try desk.run("sample add 0001 W-3").code == 3)
    #expect(try desk.run("sample list W-3 -O name").out == "S2603-0002\nS2603-0003\n")
  }

  @Test func `A sample is registered when it is sent, and answered to the minute (R-120, R-119)`() throws {
    let desk = try desk()
    try desk.run("sample add 0001 --require 拉丝")
    #expect(try desk.run("sample send 0001 --carrier 顺丰 --no SF1 --on 3/13").code == 0)
    try desk.run("sample answer 0001 退回 --note 偏色 --by 刘工 --on '3/14 10:20'")
    let shown = try desk.json("sample show 0001")
    #expect(shown["carrier"] == "顺丰")
    #expect(shown["tracking"] == "SF1")
    #expect(shown["sent"] == "2026-03-13")
    #expect(shown["answer"] == "rejected")
    #expect(shown["answered"] == "2026-03-14")
    #expect(shown["answered_at"] == "2026-03-14T02:20:00Z")
    #expect(shown["answered_by"] == "刘工")
    #expect(try desk.run("sample again 0001").code == 0)
    try desk.run("undo")
    #expect(try desk.json("sample show 0001")["round"] == 1)
    // Its order's page and history know of it; its number leads there.
    let page = try desk.run("show S2603-0001").out
    #expect(page.contains("S2603-0001  法兰  round 1 rejected 2026-03-14 Sat"))
  }

  @Test func `A time that has not come yet is no fact`() throws {
    let desk = try desk()
    try desk.run("sample add 0001 --require 拉丝")
    try desk.run("sample send 0001")
    #expect(try desk.run("sample answer 0001 approved --on 8:06").code == 64)
    #expect(try desk.run("sample answer 0001 approved --on 8:05").code == 0)
  }

  @Test func `A row of today that is a sample without an order says so`() throws {
    let desk = try desk()
    try desk.run("sample add C-0001 P-88 --require 拉丝")
    try desk.run("sample send 0001 --on 3/13")
    #expect(try desk.run("today").out.contains("S2603-0001"))
    let shown = try desk.run("show S2603-0001")
    #expect(shown.code == 3)
    #expect(shown.err.contains("gendan sample show S2603-0001"))
  }

  @Test func `A first-run sample is taken of a production order or of its order (R-125)`() throws {
    let desk = try desk()
    try desk.run("release 0001")
    let taken = try desk.run("sample first 0001 --machine 3 --on 8:00")
    #expect(
      taken.out
        == "S2603-0001 宏达机械 法兰: round 1, taken from MO2603-0001, machine 3; the salesperson answers.  undo: gendan undo\n"
    )
    let shown = try desk.json("sample show 0001")
    #expect(shown["kind"] == "first-run")
    #expect(shown["made"] == "2026-03-16T00:00:00Z")
    #expect(shown["waits_for"] == "salesperson")
    #expect(try desk.run("sample first MO2603-0001").code == 5)
  }

  @Test func `What a rule refuses changes nothing (R-123, R-126)`() throws {
    let desk = try desk()
    try desk.run("release 0002.1")
    try desk.run("setting set gate.release.sampled on")
    try desk.run("setting set gate.progress.sampled on")
    let dump = try BookDump(desk.place)
    let before = try dump.text()
    for line in ["release 0001", "progress 0002 备料 1", "done 0002 备料", "progress 0002 备料 --total 5"] {
      let refused = try desk.run(line)
      #expect(refused.code == 5, "\(line)")
      #expect(refused.err.contains("--override --reason TEXT (supervisor)"), "\(line)")
    }
    #expect(try dump.text() == before)
  }

  @Test(arguments: [
    ("sample add", 64), ("sample add 宏达机械", 64), ("sample add 0001 --qty 0", 64),
    ("sample add nobody P-88", 3), ("sample add 宏达机械 nothing", 3), ("sample send 9", 3), ("sample show", 64),
    ("sample answer 0001", 64), ("sample answer 0001 perhaps", 64), ("sample answer 0001 approved", 5),
    ("sample send 0001", 5), ("sample follow 0001", 5), ("sample again 0001", 5), ("sample first", 64),
    ("sample first 0001", 5), ("sample add 0001 --due yesterday", 64),
    ("sample add 0001 --qty 99999999999999999999", 64),
  ])
  func `What cannot be done is refused with its exit code`(line: String, code: Int32) throws {
    let desk = try desk()
    try desk.run("sample add 0001")
    let dump = try BookDump(desk.place)
    let before = try dump.text()
    let refused = try desk.run(line)
    #expect(try dump.text() == before)
    #expect(refused.code == code, "\(refused)")
    #expect(refused.out.isEmpty)
    #expect(refused.err.hasPrefix("gendan: "))
  }

  @Test func `A sample is lent, listed while it is out, and back again (R-129)`() throws {
    let desk = try desk()
    try desk.run("sample add 0001 --require 拉丝")
    #expect(try desk.run("sample lend 0001 --to 林芳").code == 64)
    #expect(
      try desk.run("样品 借出 0001 --to 林芳 --back 3/18", lang: "zh-Hans").out
        == "S2603-0001 宏达机械 法兰: 借给 林芳, 归还期限 2026-03-18 周三 (还有 2 个工作日)。  撤销: gendan undo\n")
    let refused = try desk.run("sample lend 0001 --to 王芳 --back 3/18")
    #expect(refused.code == 5)
    #expect(refused.err.hasPrefix("gendan: S2603-0001 is with 林芳\n"))
    let out = try desk.run("sample list --out -O csv").out
    #expect(out.contains("S2603-0001,SO2603-0001,宏达机械,法兰,customer,林芳,2026-03-16,2026-03-18"), "\(out)")
    #expect(try !desk.run("today --all", today: "2026-03-17 08:00").out.contains("林芳"))
    #expect(try desk.run("today --all", today: "2026-03-18 08:00").out.contains("lent sample due back"))
    #expect(try desk.run("sample return 0001", today: "2026-03-18 09:00").out.contains("back from 林芳"))
    #expect(try desk.run("sample list --out -O name").out.isEmpty)
    #expect(try desk.run("sample return 0001").code == 5)
    #expect(try desk.run("sample show 0001", today: "2026-03-19 08:00").out.contains("2026-03-18"))
    try desk.run("undo")
    #expect(try desk.run("sample list --out -O name").out == "S2603-0001\n")
  }

  @Test func `Of printed goods a piece is retained, which the check asks for (R-130)`() throws {
    let desk = try desk()
    try desk.run("product set P-88 printed=yes sample=no")
    try desk.run("release 0001")
    try desk.run("done 0001 备料 机加")
    #expect(try desk.run("review check 0001", lang: "zh-Hans").out.contains("MO2603-0001 没有首次印刷留样"))
    #expect(try desk.run("sample retain MO2603-0001").code == 64)
    let kept = try desk.run("sample retain MO2603-0001 --place 样品柜A3", lang: "zh-Hans")
    #expect(kept.out.hasPrefix("S2603-0001 宏达机械 法兰: 留样, 取自 MO2603-0001, 样品柜A3"), "\(kept)")
    #expect(try !desk.run("review check 0001", lang: "zh-Hans").out.contains("留样"))
    #expect(try desk.json("sample show 0001")["state"] == "kept")
  }

  @Test func `Steps before production that are open warn at the release (R-132)`() throws {
    let desk = try desk()
    try desk.run("product set P-88 sample=no")
    #expect(try desk.run("review set 0001 process-sheet=ok 纸板=ok").code == 0)
    let released = try desk.run("release 0001")
    #expect(released.code == 0)
    #expect(released.err.contains("note: not confirmed: sample garment"), "\(released.err)")
    #expect(released.err.contains("note: not confirmed: unit consumption"))
    #expect(!released.err.contains("pattern"))
  }

  @Test func `The carton maker's size sample is asked for and confirmed (R-133)`() throws {
    let desk = try desk()
    try desk.run("product set P-88 sample=no")
    let asked = try desk.run("sample add 0001 --supplier 华彩纸箱 --require 60x40x27", lang: "zh-Hans")
    #expect(asked.out.contains("纸箱样 华彩纸箱 1 pcs"), "\(asked.out)")
    #expect(try desk.run("release 0001 --dry-run").err.contains("sample S2603-0001 round 1 not approved"))
    #expect(try desk.run("sample answer 0001 approved --note 尺寸可用").code == 0)
    #expect(try !desk.run("release 0001 --dry-run").err.contains("S2603-0001"))
  }
}
