import GendanOutput
import GendanTestSupport
import Testing

/// The working calendar is shown, changed day by day, and taken over from a year's list (D-01).
struct CalendarCommandTests {
  private func days(_ desk: TestDesk, _ period: String) throws -> [JSON] {
    guard case .array(let rows) = try desk.json("calendar show \(period)")["rows"] else { return [] }
    return rows
  }

  @Test func `A month is a grid of weeks with its holidays (D-01)`() throws {
    let desk = try TestDesk()
    let grid = try desk.run("calendar show 2026-04", lang: "zh-Hans").out
    #expect(
      grid == """
        2026-04: 21 个工作日, 休 9 天
        周  周一          周二  周三  周四  周五  周六          周日
        14                       1     2     3     4 休 清明节   5 休 清明节
        15   6 休 清明节   7     8     9    10    11 休         12 休
        16  13            14    15    16    17    18 休         19 休
        17  20            21    22    23    24    25 休         26 休
        18  27            28    29    30

        """)
    #expect(try desk.run("日历").out.contains("16*"))
  }

  @Test func `A make-up day is worked, and programs get every day (D-01)`() throws {
    let desk = try TestDesk()
    #expect(try desk.run("calendar show 2026-05").out.contains(" 9 work 劳动节"))
    let may = try days(desk, "2026-05")
    #expect(may.count == 31)
    #expect(may[8]["date"] == "2026-05-09")
    #expect(may[8]["kind"] == "makeup")
    #expect(may[8]["working"] == true)
    #expect(may[0]["kind"] == "holiday")
    #expect(may[0]["name"] == "劳动节")
    #expect(may[9]["kind"] == "rest")
    #expect(try desk.json("calendar show 2026-05")["working_days"] == 19)
  }

  @Test func `A year is a line a month, and says when its holidays are unknown`() throws {
    let desk = try TestDesk()
    let year = try desk.run("calendar show 2026").out
    #expect(year.contains("2026-10"))
    #expect(year.contains("10-01..10-07 国庆节"))
    #expect(!year.contains("no holidays"))
    #expect(try desk.run("calendar show 2027").out.contains("no holidays are known for 2027"))
    #expect(try desk.json("calendar show 2027")["years_without_facts"] == [2027])
    #expect(try desk.run("calendar show 2026..").code == 64)
  }

  @Test func `A day is set, cleared and undone`() throws {
    let desk = try TestDesk()
    let set = try desk.run("日历 改 5/6 休息 --name 厂庆")
    #expect(set.out == "2026-05-06 Wed: a rest day 厂庆.  undo: gendan undo\n")
    #expect(try days(desk, "2026-05")[5]["name"] == "厂庆")
    #expect(try days(desk, "2026-05")[5]["kind"] == "holiday")
    try desk.run("undo")
    #expect(try days(desk, "2026-05")[5]["working"] == true)
    try desk.run("calendar set 2026-05-09 rest")
    #expect(try days(desk, "2026-05")[8]["kind"] == "rest")
    #expect(try desk.run("calendar clear 2026-05-09").code == 0)
    #expect(try days(desk, "2026-05")[8]["kind"] == "makeup")
    #expect(try desk.run("calendar clear 2026-05-09").out.contains("(nothing changed)"))
    #expect(try desk.json("calendar set 2026-05-09 work")["event"] == .null)
  }

  @Test func `A year's list is taken over once (D-01)`() throws {
    let desk = try TestDesk()
    let file = try desk.file(
      "2027-cn.csv", "date,weekday,off_or_work,name\n2027-01-01,Fri,off,元旦\n2027/1/3,Sun,work,元旦\n")
    let taken = try desk.run("calendar import \(file)")
    #expect(taken.out == "2027-cn.csv: 2 days of 2027, 2 of them new.  undo: gendan undo\n")
    #expect(try desk.json("calendar show 2027")["years_without_facts"] == [])
    #expect(try days(desk, "2027-01")[2]["kind"] == "makeup")
    #expect(try desk.json("calendar import \(file)")["event"] == .null)
    try desk.run("undo")
    #expect(try days(desk, "2027-01")[0]["working"] == true)
    #expect(try desk.json("calendar show 2027")["years_without_facts"] == [2027])
  }

  @Test func `What show gives as CSV is read again and changes only what differs`() throws {
    let desk = try TestDesk()
    let csv = try desk.run("calendar show 2026 -O csv").out
    let same = try desk.file("2026.csv", csv)
    #expect(try desk.json("calendar import \(same)")["changed"] == 0)
    let other = try desk.file(
      "other.csv", csv.replacing("2026-05-09,6,true,makeup", with: "2026-05-09,6,false,rest"))
    #expect(try desk.json("calendar import \(other)")["changed"] == 1)
    #expect(try days(desk, "2026-05")[8]["working"] == false)
  }

  @Test func `Bad rows are reported by row, column and value, and nothing is written`() throws {
    let desk = try TestDesk()
    let file = try desk.file(
      "bad.csv", "date,is_workday\n2027-01-01,0\n2027-02-30,0\n2027-01-04,2\n2027-01-01,1\nfri,1\n")
    let refused = try desk.run("calendar import \(file)", lang: "zh-Hans")
    #expect(refused.code == 65)
    #expect(refused.err.contains("有 4 行读不了, 一行也没写入"))
    #expect(refused.err.contains("第 3 行 A 列 date  \"2027-02-30\"  没有这一天"))
    #expect(refused.err.contains("第 4 行 B 列 is_workday  \"2\"  不是上班也不是休息"))
    #expect(refused.err.contains("第 5 行 B 列 is_workday  \"1\"  和前面的行矛盾"))
    #expect(try desk.json("calendar show 2027")["years_without_facts"] == [2027])
    let headless = try desk.file("headless.csv", "日子,上班\n2027-01-01,0\n")
    #expect(try desk.run("calendar import \(headless)").code == 65)
    #expect(try desk.run("calendar import \(desk.folder)/none.csv").code == 66)
    #expect(try desk.run("calendar import \(file) --encoding latin").code == 64)
  }

  @Test func `Only a supervisor changes the calendar`() throws {
    let desk = try TestDesk()
    let file = try desk.file("2027.csv", "日期,上班\n2027-01-01,休\n")
    try desk.run("user add lijia")
    for line in ["calendar set 5/6 rest", "calendar clear 5/6", "calendar import \(file)"] {
      #expect(try desk.run(line + " --as lijia").code == 77)
    }
    #expect(try desk.run("calendar import \(file) --dry-run").out.contains("(dry run, not saved)"))
    #expect(try desk.json("calendar show 2027-01")["years_without_facts"] == [2027])
  }

  @Test(arguments: [
    "calendar set 5/6", "calendar set 5/6 perhaps", "calendar set 2026-02-30 rest", "calendar show x",
  ])
  func `What cannot be read is refused`(line: String) throws {
    #expect(try TestDesk().run(line).code == 64)
  }
}
