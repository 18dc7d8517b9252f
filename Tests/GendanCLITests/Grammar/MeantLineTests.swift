import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// A name that fits nothing, or several things: the line is offered as it may be meant.
struct MeantLineTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    for name in ["宏达机械", "宏达五金"] {
      try desk.run("customer add \(name) --address a --contact b --phone 1 --fax 2 --terms c")
    }
    try desk.run("product add FL-50 法兰")
    try desk.run("new 宏达机械 FL-50 5 --price 9 --want 2026-04-30")
    try desk.run("new 宏达五金 FL-50 5 --price 9 --want 2026-04-30")
  }

  @Test func `An ambiguous name gives the same line with each that it may be`() throws {
    let result = try desk.run("new 宏达 FL-50 5 --price 9 --note \"a b\"")
    #expect(result.code == 4)
    #expect(result.err.contains("try: gendan new C-0001 FL-50 5 --price 9 --note \"a b\""), "\(result.err)")
    #expect(result.err.contains("gendan new C-0002 FL-50 5"))
  }

  @Test func `The line keeps its book and its person`() throws {
    let result = try desk.run("new 宏达 FL-50 5 --db \(desk.place) --as chenting")
    #expect(
      result.err.contains("gendan new C-0001 FL-50 5 --db \(desk.place) --as chenting\n"), "\(result.err)")
  }

  @Test func `A slip gives the line with the nearest name, and how to register a new one`() throws {
    let result = try desk.run("new 宏达机戒 FL-50 5 --price 9")
    #expect(result.code == 3)
    #expect(result.err.contains("try: gendan new C-0001 FL-50 5 --price 9"), "\(result.err)")
    #expect(result.err.contains("gendan customer add 宏达机戒"))
  }

  @Test(arguments: [
    ("list customer:宏达机戒", "list customer:宏达机械"),
    ("overdue 跟单:chentin --check", "overdue 跟单:chenting --check"),
    ("list dept:机加车件 -L 5", "list dept:机加车间 -L 5"), ("tracking step:机佳", "tracking step:机加"),
    ("list --where 'not step:机佳'", nil), ("today --dept 机加车件", "today --dept 机加车间"),
    ("morning --dept 机加车件 --peek", "morning --dept 机加车间 --peek"),
  ])
  func `A name that nobody has is no filter: the list would look as if all were well`(
    typed: String, meant: String?
  ) throws {
    try desk.run("route add flange 备料/仓库/2 机加/机加车间/5")
    let result = try desk.run(typed)
    #expect(result.code == 3 && result.out.isEmpty, "\(result)")
    if let meant { #expect(result.err.contains("try: gendan \(meant)\n"), "\(result.err)") }
    let own = try desk.run("list clerk:chenting step:备料 dept:仓 customer:宏达")
    #expect(own.code == 0, "known, and nothing there: \(own.err)")
  }

  @Test func `What is near to nothing is listed, and not offered`() throws {
    let result = try desk.run("list customer:ZZZ")
    #expect(result.code == 3 && result.err.contains("there are: 宏达机械 C-0001"), "\(result.err)")
    #expect(!result.err.contains("list customer:宏达"))
    #expect(try desk.run("show po:ZZZ").code == 3)
  }

  @Test func `An order's number is not guessed`() throws {
    let result = try desk.run("cancel 9 --reason x --yes")
    #expect(!result.err.contains("gendan cancel SO"), "\(result.err)")
  }

  @Test func `Fields of JSON are named as columns are`() throws {
    let result = try desk.run("list --json=no,客户")
    #expect(result.code == 0, "\(result.err)")
    #expect(try JSON.parse(result.out)["rows"] != nil && result.out.contains("\"customer\":\"宏达机械\""))
    #expect(try desk.run("list --json=no,天气").code == 64)
  }

  @Test func `A currency has Chinese names too`() throws {
    #expect(try desk.run("customer set 宏达机械 currency=美元").code == 0)
    #expect(try desk.json("customer show 宏达机械")["currency"] == "USD")
    #expect(try desk.run("customer set 宏达机械 currency=贝壳").code == 64)
  }

  @Test func `What happened is not in the future: today is offered, and last year's day in full`() throws {
    try desk.run("promise 0001 2026-05-06")
    let result = try desk.run("reply 0001 --at \"3/20 09:00\"", today: "2026-03-16 08:05")
    #expect(result.code == 64, "\(result.err)")
    let shipped = try desk.run("ship 0001 --on 3/20", today: "2026-03-16 08:05")
    #expect(shipped.code == 64 && shipped.err.contains("try: today\n       2025-03-20\n"), "\(shipped.err)")
  }

  @Test func `A reply says no way that nobody named`() throws {
    try desk.run("promise 0001 2026-05-06")
    try desk.run("reply 0001 --told 刘工")
    #expect(try desk.run("show 0001").out.contains("刘工"))
    #expect(try !desk.run("show 0001").out.contains("mail"))
    try desk.run("promise 0002 2026-05-06")
    try desk.run("reply 0002 --via email")
    #expect(try desk.run("show 0002", lang: "zh-Hans").out.contains("邮件"))
  }
}
