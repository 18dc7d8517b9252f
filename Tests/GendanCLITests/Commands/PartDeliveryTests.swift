import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Part deliveries and lines as the clerk types them.
struct PartDeliveryTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func lines() throws -> [JSON] {
    try JSON.parse(try desk.desk.run("list no:0001 --lines --json").out)["rows"].items
  }

  @Test func `A delivery is split, and its parts are shown and named`() throws {
    let result = try desk.desk.run(
      "split 0001 40=2026-04-30 60=2026-05-15 --cause shortage --told 刘工", lang: "zh-Hans")
    #expect(result.out.contains("分 2 批: .1.1 40 2026-04-30"), "\(result)")
    #expect(result.out.contains(".1.2 60 2026-05-15"))
    #expect(try lines().map { $0["part"] } == [1, 2])
    let page = try desk.desk.run("show 0001", width: 100).out
    #expect(page.contains("1.1") && page.contains("1.2"), "\(page)")
    try desk.run("promise 0001.1.2 2026-05-20 --cause rework")
    #expect(try lines().map { $0["promise"] } == ["2026-04-30", "2026-05-20"])
    try desk.run("set 0001.1.1 qty=45")
    try desk.run("ship 0001.1.1")
    #expect(try lines().map { $0["shipped"] } == [45, 0])
  }

  @Test func `What names a part for lines as a whole is refused, and a loose word`() throws {
    try desk.run("split 0001 40=2026-04-30 --wanted")
    // Two parts of one product are no other products.
    #expect(try !desk.desk.run("list -c no,product").out.contains("法兰 +"))
    let whole = try desk.desk.run("delay open 0001.1.1 磨床坏")
    #expect(whole.code == 64 && whole.err.contains("as a whole"), "\(whole)")
    let loose = try desk.desk.run("split 0001 40 2026-04-30")
    #expect(loose.code == 64 && loose.err.contains("gendan split SO2603-0001 200=4/3 300=4/20"), "\(loose)")
    let both = try desk.desk.run("split 0001 10=2026-04-30 --wanted --cause shortage")
    #expect(both.code == 64)
    #expect(try desk.desk.run("set 0001.1 qty=10").code == 4)
    #expect(try desk.desk.run("set 0001.1.3 qty=10").code == 3)
  }

  @Test func `More than there is is refused`() throws {
    let result = try desk.desk.run("split 0001 40=2026-04-30 80=2026-05-15 --cause shortage")
    #expect(result.code == 5 && result.err.contains("the parts are 120, the delivery is 100"), "\(result)")
  }

  @Test func `Lines come and go until the customer has confirmed`() throws {
    let added = try desk.desk.run("line add 0001 FL-50 20@9.5 color=红 --want 5/20", lang: "zh-Hans")
    #expect(added.code == 0 && added.out.contains("第 2 行: 法兰 20 "), "\(added)")
    try desk.run("line set 0001.2 qty=25")
    let rows = try lines()
    #expect(rows.map { $0["qty"] } == [100, 25])
    #expect(rows.last?["price"] == "9.50" && rows.last?["want"] == "2026-05-20" && rows.last?["color"] == "红")
    try desk.run("line drop 0001.2 --reason 不要了 --yes")
    #expect(try lines().count == 1)
    #expect(try desk.desk.run("line drop 0001.1 --reason x --yes").code == 5)
    #expect(try desk.desk.run("line drop 0001 --reason x --yes").code == 64)
    try desk.run("confirm 0001 --told 刘工")
    let refused = try desk.desk.run("line add 0001 FL-50 20")
    #expect(
      refused.code == 5
        && refused.err.contains("gendan amend SO2603-0001 --add \"FL-50 20\" --reason TEXT"), "\(refused)")
  }

  @Test func `Progress of a line is that line's, and names the goods where there are several`() throws {
    try desk.run("product add CAP 端盖 --route flange")
    try desk.run("line add 0001 CAP 80")
    try desk.run("release 0001")
    let result = try desk.desk.run("progress 0001.2 备料 30")
    #expect(result.out.contains("备料 30/80"), "\(result)")
    let bare = try desk.desk.run("progress 0001 备料 20")
    #expect(bare.out.contains("MO2603-0001 法兰 备料 20/100"), "\(bare)")
    let made = try desk.desk.run("show 0001").out
    #expect(made.contains("30/80") && made.contains("20/100"), "\(made)")
  }

  @Test func `What is about a whole order is not done to one line, and no line is made up`() throws {
    try desk.run("split 0001 40=2026-04-30 --wanted")
    let before = try desk.dump.text()
    for line in ["cancel 0001.1.2 --reason x --yes", "hold 0001.1 --reason x", "note 0001.1 x"] {
      let result = try desk.desk.run(line)
      #expect(result.code == 64 && result.err.contains("as a whole"), "\(line): \(result)")
    }
    for line in [
      "promise 0001.1.9 2026-05-06 --cause other", "ship 0001.1.9=5", "why 0001.9", "chase 0001.9 x",
      "progress 0001.7 备料 1",
    ] {
      let result = try desk.desk.run(line)
      #expect(result.code == 3 && result.err.contains("0001.1.2"), "\(line): \(result)")
    }
    #expect(try desk.dump.text() == before)
  }

  @Test func `What is suggested for a part is about that part`() throws {
    try desk.run("split 0001 40=2026-04-30 --wanted")
    let cause = try desk.desk.run("promise 0001.1.2 2026-05-20")
    #expect(cause.err.contains("gendan promise 0001.1.2 2026-05-20 --cause shortage"), "\(cause)")
    let more = try desk.desk.run("ship 0001.1.2=90")
    #expect(more.code == 5 && more.err.contains("gendan ship SO2603-0001.1.2=60"), "\(more)")
    let all = try desk.desk.run("ship 0001=130")
    #expect(
      all.code == 5 && all.err.contains("130 of 100") || all.err.contains("gendan ship SO2603-0001=100"))
    try desk.run("ship 0001.1.2")
    #expect(try desk.desk.run("ship 0001.1.2=1").err.contains("SO2603-0001.1.2"))
  }

  @Test func `What was made for one part may leave for another`() throws {
    try desk.run("release 0001")
    try desk.run("done 0001 备料 机加")
    try desk.run("split 0001 40=2026-04-30 60=2026-05-20 --cause shortage")
    #expect(try desk.desk.run("ship 0001.1.2").err == "")
    #expect(try desk.desk.run("ship 0001.1.1").err == "")
  }

  @Test func `What left before is a part of its own`() throws {
    try desk.run("ship 0001=40")
    try desk.run("split 0001 40=2026-04-30 60=2026-05-20 --cause shortage")
    #expect(try lines().map { $0["open"] } == [0, 60])
  }

  @Test func `An amendment of one part promises only that part anew`() throws {
    try desk.run("confirm 0001 --told 刘工")
    try desk.run("split 0001 40=2026-04-30 60=2026-05-20 --cause shortage")
    try desk.run("amend 0001.1.1 want=2026-05-08 --promise 2026-05-08 --reason x --yes")
    #expect(try lines().map { $0["promise"] } == ["2026-05-08", "2026-05-20"])
    #expect(try lines().map { $0["first"] } == ["2026-05-08", "2026-04-30"])
    try desk.run("amend 0001 --line \"1.2 qty=70\" --reason x --yes")
    #expect(try lines().map { $0["qty"] } == [40, 70])
  }

  @Test func `A file says which delivery of a line a row is about`() throws {
    try desk.run("split 0001 40=2026-04-30 60=2026-05-20 --cause shortage")
    let path = desk.desk.folder + "/parts.csv"
    #expect(try desk.desk.run("export orders due:2026-05-20 -o \(path)").code == 0)
    let before = try desk.dump.facts()
    try desk.run("import \(path) --yes")
    #expect(try desk.dump.facts() == before)
    let bare = try desk.desk.file(
      "bare.csv", "no,customer,line,product,qty\nSO2603-0001,C-1,1,FL-50,60\n")
    let result = try desk.desk.run("import \(bare) --yes")
    #expect(result.code == 65 && result.err.contains("2 deliveries"), "\(result)")
    #expect(try desk.dump.facts() == before)
  }

  @Test(arguments: ["SO2603-0001", "NEW-1"])
  func `A file that names a delivery twice is refused`(no: String) throws {
    let before = try desk.dump.facts()
    let file = try desk.desk.file(
      "twice.csv",
      "no,customer,ordered,line,delivery,product,qty\n\(no),C-1,2026-03-16,1,1,FL-50,60\n\(no),C-1,2026-03-16,1,1,FL-50,40\n"
    )
    let result = try desk.desk.run("import \(file) --yes")
    #expect(result.code == 65 && result.err.contains("is there twice"), "\(result)")
    #expect(try desk.dump.facts() == before)
  }

  @Test func `Two late lines of one order are one order`() throws {
    try desk.run("line add 0001 FL-50 80 --want 2026-04-20")
    let late = try desk.desk.run("overdue --by dept", today: "2026-05-20 09:00", width: 100).out
    #expect(late.contains("subtotal 1") && late.contains("1 order overdue;"), "\(late)")
  }

  @Test func `Each department sees its own late line`() throws {
    try desk.run("product add CAP 端盖 --route flange")
    try desk.run("line add 0001 CAP 80 --want 2026-04-20")
    try desk.run("release 0001")
    try desk.run("done 0001.1 备料")
    let late = try desk.desk.run("overdue --by dept", lang: "zh-Hans", today: "2026-05-20 09:00", width: 100)
    #expect(late.out.contains("法兰") && late.out.contains("端盖"), "\(late.out)")
    #expect(late.out.contains("机加车间") && late.out.contains("仓库"))
  }
}
