import GendanOutput
import GendanTestSupport
import Testing

@testable import Gendan
@testable import GendanCLI

/// One's own reminders.
struct RemindTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func today(_ day: String, _ options: String = "") throws -> String {
    try desk.desk.run("today \(options)", today: "\(day) 08:00").out
  }

  @Test func `What is set is asked from its day on, of who set it`() throws {
    try desk.run("remind 0001 2026-03-20 问挂具到了没有")
    #expect(try !today("2026-03-19").contains("问挂具"))
    #expect(try today("2026-03-20").contains("问挂具到了没有"))
    #expect(try today("2026-03-25").contains("问挂具到了没有"))
    #expect(try !today("2026-03-25", "--for wuming").contains("问挂具"))
    #expect(try desk.desk.records("remind list").count == 1)
    #expect(try desk.desk.records("remind list --as wuming").isEmpty)
    #expect(try desk.desk.records("remind list --all --as wuming").count == 1)
    let done = try desk.desk.run("remind done 0001", today: "2026-03-25 08:00")
    #expect(done.out.contains("问挂具到了没有, done"))
    #expect(try !today("2026-03-25").contains("问挂具"))
  }

  @Test func `What comes again moves to its next day after today, over rest days`() throws {
    try desk.run("remind 0001 2026-03-20 查进度 --every 2工作日")
    let done = try desk.desk.run("remind done 0001", lang: "zh-Hans", today: "2026-03-25 08:00")
    #expect(done.out.contains("查进度, 下次 2026-03-26 周四"))
    #expect(try !today("2026-03-25").contains("查进度"))
    #expect(try today("2026-03-26").contains("查进度"))
  }

  @Test(arguments: [
    (1, OwnReminder.Every.Unit.days, "2026-03-26"), (1, .weeks, "2026-03-27"), (1, .months, "2026-04-20"),
    (3, .workingDays, "2026-03-30"),
  ])
  func `A distance counts from the day that was set`(
    _ count: Int, _ unit: OwnReminder.Every.Unit, _ expected: String
  ) throws {
    let day = try #require(Day("2026-03-20"))
    let today = try #require(Day("2026-03-25"))
    let next = OwnReminder.Every(count, unit).next(after: day, today: today, ChinaCalendar.calendar)
    #expect(next.description == expected)
  }

  @Test(arguments: [
    ("remind 0001", 64), ("remind 0001 2026-03-20", 64), ("remind 0001 nonsense x", 64), ("remind add", 64),
    ("remind 0001 2026-03-20 x --every 2", 64), ("remind 0001 2026-03-20 x --every 0d", 64),
    ("remind 0001 2026-03-20 x --every 366d", 64), ("remind done 0001", 5), ("remind 9999 2026-03-20 x", 3),
  ])
  func `What says no order, day, text or distance is refused`(_ line: String, _ code: Int32) throws {
    #expect(try desk.desk.run(line).code == code)
    #expect(try desk.desk.records("remind list --all").isEmpty)
  }
}
