import GendanOutput
import GendanTestSupport
import Testing

@testable import Gendan
@testable import GendanCLI

/// A period's figures are read from its own orders alone, and say what all orders together say of it.
struct OnTimePeriodTests {
  private let desk: RuleDesk

  init() throws {
    desk = try RuleDesk()
    for line in [
      "new C-1 FL-50 20 --price 1 --want 2026-03-12 --promise 2026-03-12",
      "new C-1 FL-50 30 --price 1 --want 2026-04-12",
      "new C-1 FL-50 40 FL-50 5 --price 1 --want 2026-02-27 --promise 2026-03-02 --on 2026-02-02 --override --reason x",
      "new C-1 FL-50 50 --price 1 --want 2026-03-30 --promise 2026-04-02",
      "promise SO2602-0001.2 2026-05-07 --cause shortage",
      "split 0004 10=2026-04-02 40=2026-05-20 --cause shortage",
      "confirm 0002 --told x", "ship 0002=5",
      "amend 0002 want=2026-05-06 --promise 2026-05-06 --reason x --yes",
      "confirm 0004 --told x", "ship SO2602-0001", "ship 0004.1.1",
    ] { try desk.run(line) }
  }

  @Test func `groups have the names that people know, and none is not all`() throws {
    let today = "2026-06-10 08:00"
    try desk.run("set 0002 carrier=德邦")
    try desk.run("user add chenting2 陈婷2 --role clerk")
    try desk.run("assign 0002 --to chenting2")
    let clerks = try desk.desk.run("otd --by clerk", lang: "zh-Hans", today: today).out
    #expect(clerks.contains("\n陈婷2 ") && !clerks.contains("chenting2"), "\(clerks)")
    let json = try desk.desk.json("otd --by clerk -c group --today 2026-06-10")["rows"]
    #expect("\(String(describing: json))".contains("chenting2"))
    let carriers = try desk.desk.run("otd --by carrier", lang: "zh-Hans", today: today).out
    #expect(carriers.contains("(未登记)") && carriers.contains("德邦") && !carriers.contains("全部"), "\(carriers)")
  }

  @Test(arguments: [Basis.first, .want, .latest], [OnTimeReport.Level.row, .order])
  func `narrowed to a period, nothing is lost`(basis: Basis, level: OnTimeReport.Level) throws {
    let today = try #require(Day("2026-06-10"))
    let now = try TestDesk.instant("2026-06-10 08:00")
    let book = try Book(
      TestDatabase.open(desk.desk.place), actor: Actor(login: "chenting", host: "desk"), now: now,
      today: today)
    for asOf in [today, try #require(Day("2026-04-20"))] {
      for period in ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06"] {
        let first = try #require(Day(period + "-01"))
        var report = OnTimeReport(asOf: asOf)
        (report.basis, report.level) = (basis, level)
        let all = try book.read { try report.records(in: $0) }
        report.period = Period(first: first, last: first.lastOfMonth)
        let whole = report.groups(of: all)
        let own = try book.read { try report.groups(in: $0) }
        #expect("\(own)" == "\(whole)", "\(basis) \(level) \(asOf) \(period)")
      }
    }
  }
}
