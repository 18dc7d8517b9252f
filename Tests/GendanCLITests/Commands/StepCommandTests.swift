import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Reports of progress from files and scanners, and taken back by number (R-157, R-164, R-419).
struct StepCommandTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    try desk.run("release 0001")
  }

  private func good(_ no: String = "MO2603-0001") throws -> [JSON] {
    try desk.desk.records("step list \(no)").compactMap { $0["good"] }
  }

  private func feed(
    _ text: String, _ options: String = "", lang: String = "en", today: String = RuleDesk.now
  ) throws -> TestDesk.Result {
    try desk.desk.run(
      "step feed \(try desk.desk.file("feed.txt", text)) \(options)", lang: lang, today: today)
  }

  @Test func `entries have numbers, and the page of a production order shows them`() throws {
    try desk.run("progress 0001 备料 40 --scrap 2 --by 王师傅")
    let entries = try desk.desk.records("step list 0001")
    #expect(entries.map { $0["entry"] } == ["p1"] && entries[0]["worker"] == "王师傅")
    #expect(try desk.desk.records("work show 0001", "progress").map { $0["entry"] } == ["p1"])
    #expect(try desk.desk.run("work show 0001", lang: "zh-Hans").out.contains("报工记录"))
    #expect(try desk.desk.run("工序 列表 0001 备料", lang: "zh-Hans").out.contains("p1"))
    #expect(try desk.desk.run("step list 0001 喷涂").code == 3)
    for count in 1...12 { try desk.run("progress 0001 备料 \(count > 9 ? 2 : 1)") }
    #expect(try desk.desk.run("work show 0001").out.contains("all of them: gendan step list MO2603-0001"))
  }

  @Test func `a reversal names what it takes back, on its day`() throws {
    try desk.run("progress 0001 备料 40 --scrap 2")
    let told = try desk.desk.run("step reverse p1 --reason 报错", today: "2026-03-18 09:00").out
    #expect(told.contains("p1 备料 40, scrap 2 of 03-16, reversed by p2; 备料 0/100"), "\(told)")
    let entries = try desk.desk.records("step list 0001")
    #expect(entries[0]["reversed_by"] == "p2" && entries[1]["reverses"] == "p1")
    #expect(entries[1]["good"] == -40 && entries[1]["day"] == "2026-03-16" && entries[1]["note"] == "报错")
    #expect(try desk.desk.run("log 0001 -L 1").out.contains("step reverse p1"))
    #expect(try desk.desk.run("check").code == 0)
    let why = try desk.desk.run("why 0001", today: "2026-04-30 08:00").out
    #expect(!why.contains("scrap, rework"), "\(why)")
  }

  @Test func `what is taken back is called so`() throws {
    try desk.run("progress 0001 备料 40")
    #expect(try desk.desk.run("progress 0001 备料 -5").out.contains("5 taken back, 备料 35/100"))
  }

  @Test(arguments: [
    ("step reverse", 64), ("step reverse p1", 64), ("step reverse p9 --reason x", 3),
    ("step reverse x --reason x", 3), ("step reverse 1 2 --reason x", 64), ("step list", 64),
    ("step list 9999", 3), ("step feed 没有.txt", 66), ("step feed a b", 64), ("step scan -o x.txt", 64),
    ("progress 0001 备料 -41", 5),
  ])
  func `what cannot be is refused and changes nothing`(line: String, code: Int32) throws {
    try desk.run("progress 0001 备料 40")
    let before = try desk.dump.text()
    let result = try desk.desk.run(line)
    #expect(result.code == code, "\(line): \(result.err)")
    #expect(try desk.dump.text() == before)
  }

  @Test func `a file is posted whole, in one event that undo takes back`() throws {
    let before = try desk.dump.text()
    let good = "# 早班\n单号\t工序\t数量\n\n0001\t备料\t60\nMO2603-0001\t20\t50\t2026-03-16\n"
    #expect(try feed(good, "--dry-run").out.contains("dry run"))
    #expect(try desk.dump.text() == before)
    let done = try feed(good, lang: "zh-Hans")
    #expect(done.code == 0 && done.out.contains("机加 50/100") && done.out.contains("已报工 2 行"), "\(done)")
    #expect(try desk.desk.run("log -L 2").out.split(separator: "\n").count { $0.contains("step feed") } == 1)
    try desk.run("undo")
    #expect(try self.good().isEmpty)
  }

  @Test func `every refused line is named, and nothing is written unless it may be left out`() throws {
    let file = """
      0001\t备料\t60
      0001\t机加\t70
      9999\t备料\t1
      0001\t喷涂\t1
      0001\t备料\tx
      0001\t备料
      0001\t备料\t5\t2026-03-17
      3\t备料\t5
      0001\t备料\t-5
      0001\t备料\t10
      """
    let refused = try feed(file)
    #expect(refused.code == 65)
    for line in 2...9 { #expect(refused.err.contains("line \(line): "), "\(refused.err)") }
    #expect(!refused.err.contains("line 10:") && refused.err.contains("--partial"))
    #expect(try good().isEmpty)
    let partial = try feed(file, "--partial --json")
    #expect(partial.code == 65)
    let json = try JSON.parse(partial.out)
    #expect(json["posted"] == 2 && json["refused"] == 8)
    #expect(try good() == [60, 10])
    guard case .array(let rows)? = json["rows"] else { return }
    #expect(rows[0]["entry"] == "p1" && rows[1]["state"] == "refused")
  }

  @Test func `a file that is fed twice, or that grew, does not count twice`() throws {
    let file = "0001\t备料\t20\n0001\t备料\t20\n"
    #expect(try feed(file).code == 0)
    #expect(try good() == [20, 20])
    let again = try feed(file, today: "2026-03-17 08:05")
    #expect(again.code == 65 && again.err.contains("fed before as p1, 2026-03-16"), "\(again.err)")
    #expect(again.err.contains("line 2: fed before as p2") && again.err.contains("--again"))
    // One more line of today is new; the rest is known by its day.
    #expect(try feed(file + "0001\t备料\t20\n", "--partial").out.contains("1 line posted, 2 fed before"))
    #expect(try good() == [20, 20, 20])
    #expect(try feed(file, "--again").code == 0)
    #expect(try good() == [20, 20, 20, 20, 20])
    // What was taken back may come again.
    try desk.run("step reverse p5 --reason x")
    #expect(try feed("0001\t备料\t20\t2026-03-16\n").code == 65)
    try desk.run("step reverse p1 --reason x")
    let known = try feed("0001\t备料\t20\t2026-03-16\n" + String(repeating: "0001\t备料\t20\n", count: 3))
    #expect(known.err.contains("3 of 4 lines"), "\(known.err)")
  }

  @Test func `a file of Windows is read as the importer reads it`() throws {
    let text = "0001\t备料\t60\r\n"
    let bytes = try Iconv.convert(Array(text.utf8), from: "UTF-8", to: "gb18030")
    let path = desk.desk.folder + "/gb.txt"
    try FileSystem.write(bytes, to: path, replacing: true)
    #expect(try desk.desk.run("step feed \(path)").code == 0)
    try FileSystem.write(TextEncoding.byteOrderMark + Array("0001\t备料\t1\n".utf8), to: path, replacing: true)
    #expect(try desk.desk.run("step feed \(path)").code == 0)
    #expect(try good() == [60, 1])
    #expect(try desk.desk.run("step feed \(path) --encoding klingon").code == 64)
  }

  @Test func `each scan is posted at once, by itself, and the loop ends with the input`() throws {
    let result = try desk.desk.run(
      "step scan",
      input: [
        "SO2603-0001*10 60", "MO2603-0001/备料 20", "0001 机加 50", "SO2603-0001＊20", "5", "5", "备料", "10",
        "0001 机加 90", "9999*10 5", "?", "", "0001 备料 10",
      ])
    #expect(result.code == 65, "\(result)")
    #expect(result.out.contains("备料 80/100  p2") && result.out.contains("机加 60/100  p5"), "\(result.out)")
    #expect(result.out.contains("how many?") && result.out.contains("6 posted, 3 refused"))
    #expect(result.err.contains("line 9: ") && result.err.contains("line 11: "))
    #expect(!result.out.contains("\u{7}"))
    #expect(try good() == [60, 20, 50, 5, 5, 10])
    #expect(try desk.desk.run("log -L 1").out.contains("step scan 0001*备料 10") == false)
    try desk.run("undo")
    #expect(try good().count == 5)
  }

  @Test func `at a terminal a refusal beeps, undo takes the last scan back, and Esc ends`() throws {
    let result = try desk.desk.run(
      "step scan", lang: "zh-Hans", width: 80,
      answering: ["0001*10 40", "0001*10 90", "撤销", "undo", "\u{1B}", "5"])
    #expect(result.out.contains("\u{7}") && result.err.contains("0001*10> "), "\(result)")
    #expect(result.out.contains("已撤销: step scan 0001*10 40"))
    #expect(result.code == 65 && result.out.contains("已报工 0 笔, 拒绝 2 笔"), "\(result)")
    #expect(try good().isEmpty)
    #expect(try desk.desk.run("step scan", input: ["0001"]).out.contains("which step? 10 备料, 20 机加"))
  }

  @Test func `scans are answered as JSON, a line each`() throws {
    let result = try desk.desk.run("step scan --json", input: ["0001*10 40", "0001*10 90"])
    let lines = result.out.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].contains("\"entry\":\"p1\""), "\(result)")
    #expect(try JSON.parse(result.err)["error"]?["gates"] == .array(["progress.within-order"]))
  }
}
