import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Sheets on paper, packaging, warnings, stock to keep, and departments (R-135, R-148, R-150, R-151, R-152,
///
struct WorkSheetTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func rows(_ line: String, _ part: String = "rows") throws -> [JSON] {
    guard case .array(let rows)? = try desk.desk.json(line)[part] else { return [] }
    return rows
  }

  private func out(_ line: String, lang: String = "en") throws -> String {
    let result = try desk.desk.run(line, lang: lang)
    #expect(result.code == 0, "\(line): \(result.err)")
    return result.out
  }

  @Test func `the production sheet says what is made, by when, and what to mind (R-135, R-153)`() throws {
    try desk.run("set 0001 spec=DN50 requirement=镀锌")
    try desk.run("release 0001 --remark 仓库=先发旧料 --inspection 按批抽检")
    let sheet = try out("work print 0001 --per-carton 24", lang: "zh-Hans")
    for word in [
      "生产制单  MO2603-0001", "v1", "SO2603-0001", "宏达机械", "FL-50 法兰", "100 pcs", "2026-04-30", "DN50", "镀锌",
      "按批抽检", "备料", "机加车间", "先发旧料", "纸箱", "制单 ________",
    ] { #expect(sheet.contains(word), "\(word)\n\(sheet)") }
    #expect(try out("work print 0001 -O markdown").hasPrefix("**Production sheet MO2603-0001**\n"))
    #expect(try out("work print 0001", lang: "zh-Hant").contains("生產製單  MO2603-0001"))
    let json = try desk.desk.json("work print 0001 --per-carton 24")
    #expect(json["inspection"] == "按批抽检")
    #expect(try rows("work print 0001 --per-carton 24", "packaging")[2]["most"] == 5)
    #expect(try rows("work print 0001", "remarks")[0]["remark"] == "先发旧料")
  }

  @Test func `no paper for the workshop, the maker or the warehouse carries a price (R-150, R-415)`() throws {
    try desk.run("set 0001 price=987.65")
    try desk.run("release 0001 --maker F-03")
    try desk.run("stock count FL-50 5")
    for line in [
      "work print 0001", "work print 0001 --demand", "work show 0001", "work list", "stock show",
      "notice list", "work check 0001",
    ] {
      for format in ["", " --json", " -O markdown", " -O csv"] {
        let text = try desk.desk.run(line + format).out
        #expect(!text.isEmpty, "\(line + format)")
        for secret in ["987", "98,765", "98765", "price", "amount", "CNY"] {
          #expect(!text.lowercased().contains(secret.lowercased()), "\(line + format): \(secret)\n\(text)")
        }
      }
    }
    #expect(try desk.desk.run("show 0001").out.contains("987.65"))
  }

  @Test func `purchasing gets the demand without the steps (R-150)`() throws {
    try desk.run("release 0001 --maker F-03 --remark 仓库=先发旧料")
    let sheet = try out("work print 0001 --demand", lang: "zh-Hans")
    #expect(sheet.hasPrefix("产品需求信息单  MO2603-0001\n"))
    for word in ["SO2603-0001", "宏达机械", "100 pcs", "F-03", "常规包装袋"] { #expect(sheet.contains(word)) }
    #expect(!sheet.contains("计划开工") && !sheet.contains("完成数"))
  }

  @Test func `packaging beyond its limits is refused with the sum (R-208, R-209, R-210)`() throws {
    try desk.run("work stock FL-50 10000")
    #expect(try rows("work packaging 0001 --per-carton 12").compactMap { $0["most"] } == [12000, 10500, 834])
    for (more, words) in [
      ("--bags 12001", "12,001 bags are more than 12,000 (10,000 + 20%)"),
      ("--bags 10501 --new-version", "10,501 bags are more than 10,500 (10,000 + 5%)"),
      ("--cartons 835 --per-carton 12", "835 cartons are not 834 (10,000 / 12)"),
      ("--cartons 833 --per-carton 12", "833 cartons are not 834 (10,000 / 12)"),
    ] {
      let refused = try desk.desk.run("work packaging 0001 " + more)
      #expect(refused.code == 5)
      #expect(refused.err.contains(words), "\(refused.err)")
    }
    for more in ["--bags 12000", "--bags 10500 --new-version", "--cartons 834 --per-carton 12"] {
      #expect(try desk.desk.run("work packaging 0001 " + more).code == 0)
    }
    for more in [
      "--bags 0", "--bags x", "--bags 1.5", "--cartons 5", "--per-carton 0", "--bags 99999999999999",
    ] {
      #expect(try desk.desk.run("work packaging 0001 " + more).code == 64, "\(more)")
    }
    #expect(try desk.desk.run("work packaging MO9").code == 3)
  }

  @Test func `the order's own cartons need not be said again (R-210)`() throws {
    try desk.run("amend 0001.1 carton=24 --reason 纸箱 --yes")
    try desk.run("release 0001")
    #expect(try rows("work packaging MO2603-0001").compactMap { $0["most"] }.last == 5)
    #expect(try desk.desk.run("work packaging MO2603-0001 --cartons 6").err.contains("5 (100 / 24)"))
    #expect(try rows("work packaging MO2603-0001 --per-carton 12").compactMap { $0["most"] }.last == 9)
    #expect(try rows("work print MO2603-0001", "packaging").last?["most"] == 5)
  }

  @Test func `a check that finds something uncovered says so to scripts (R-148)`() throws {
    try desk.run("release 0001 --qty 60")
    #expect(try desk.desk.run("work check 0001").code == 8)
    try desk.run("release 0001")
    #expect(try desk.desk.run("work check 0001").code == 0)
  }

  @Test func `only the supervisor warns the workshop, which acknowledges (R-411)`() throws {
    try desk.run("release 0001")
    try desk.run("user add lijia 李佳 --role clerk")
    #expect(try desk.type("work warn MO2603-0001 尺寸偏下限 --as lijia").code == 77)
    #expect(try desk.type("work warn MO2603-0001 --as zhaolei").code == 64)
    #expect(try desk.type("work warn MO2603-0001 x --dept 没有 --as zhaolei").code == 3)
    #expect(try out("work warn MO2603-0001 尺寸 偏下限 --dept 机加车间 --as zhaolei").contains("warned 机加车间: 尺寸 偏下限"))
    let open = try rows("notice list MO2603-0001 --open")
    #expect(open.last?["dept"] == "机加车间")
    #expect(open.last?["remark"] == "尺寸 偏下限")
    try desk.run("ack MO2603-0001 --dept 机加车间")
    #expect(try rows("notice list MO2603-0001 --open").count == 1)
    #expect(try out("work warn MO2603-0001 停线 --as zhaolei").contains("warned 仓库, 机加车间"))
  }

  @Test func `departments have a contact, and are told (R-412)`() throws {
    try desk.run("dept add 物料部 --contact 周丽")
    try desk.run("user add zhouli 周丽 --role purchasing --dept 物料部")
    #expect(try desk.type("dept add 物料部").code == 5)
    #expect(try desk.type("dept add").code == 64)
    #expect(try desk.type("dept set 没有 contact=x").code == 3)
    #expect(try desk.type("dept set 物料部 colour=x").code == 64)
    #expect(try out("dept set 物料部 contact=钱工", lang: "zh-Hans").contains("周丽 -> 钱工"))
    let department = try #require(try rows("dept list").first { $0["name"] == "物料部" })
    #expect(department["contact"] == "钱工")
    #expect(department["people"] == ["周丽"])
    try desk.run("release 0001 --remark 物料部=包材先到")
    #expect(try rows("notice list 0001").compactMap { $0["dept"] } == ["仓库", "机加车间", "物料部"])
  }

  @Test func `what is below its minimum is proposed and made (R-152, R-264)`() throws {
    try desk.run("stock min FL-50 500 2000")
    try desk.run("stock count FL-50 420")
    let proposal = try #require(try rows("stock propose").first)
    #expect(proposal["qty"] == 1580)
    #expect(proposal["try"] == "gendan work stock FL-50 1580")
    #expect(try out("stock propose --make").contains("MO2603-0001  法兰 1,580"))
    #expect(try rows("stock propose").isEmpty)
    #expect(try out("stock propose --make").contains("nothing is below its minimum (nothing changed)"))
    #expect(try desk.desk.json("product show FL-50")["min"] == 500)
    try desk.run("stock min FL-50 none")
    #expect(try desk.desk.json("product show FL-50")["min"] == .null)
    for (line, code) in [
      ("stock min FL-50", 64), ("stock min FL-50 5", 64), ("stock min FL-50 5 4", 64),
      ("stock min NO 1 2", 3),
      ("stock min FL-50 0 4", 64), ("stock min FL-50 1 2 --as wuming", 77),
    ] as [(String, Int32)] { #expect(try desk.type(line).code == code, "\(line)") }
  }

  @Test func `a plate that is not made by its day stands in today (R-144)`() throws {
    try desk.run("dept add 包装部")
    try desk.run("chase 0001 包装部 彩袋制版 --next 2026-03-20")
    func isAsked(_ day: String) throws -> Bool {
      try desk.desk.run("today --all", today: day + " 08:00").out.contains("chase  包装部  彩袋制版")
    }
    #expect(try !isAsked("2026-03-19"))
    // That somebody else was chased since settles nothing.
    try desk.run("chase 0001 机加车间 刀具 --next 2026-03-25")
    #expect(try isAsked("2026-03-20"))
    try desk.run("chase 0001 包装部 版已到")
    #expect(try !isAsked("2026-03-20"))
  }

  @Test func `a statutory product says what is inspected, on its paper too (R-151)`() throws {
    try desk.run("product set FL-50 statutory=yes")
    let refused = try desk.desk.run("release 0001", lang: "zh-Hans")
    #expect(refused.code == 5)
    #expect(refused.err.contains("法兰: 没有写商检要求"))
    #expect(refused.err.contains("gendan release SO2603-0001 --inspection 内容"))
    try desk.run("release 0001 --inspection 按批抽检")
    #expect(try desk.desk.json("work show 0001")["inspection"] == "按批抽检")
    #expect(try desk.desk.json("product show FL-50")["statutory"] == true)
  }
}
