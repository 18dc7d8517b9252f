import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// A reminder's case: the last minute at which it is quiet, and the first at which it asks.
struct ReminderCase: Sendable {
  let id: ReminderID
  /// The document that it asks about.
  let no: String
  let given: [String]
  let isQuiet: String
  /// What happens between, where it asks at once.
  let until: [String]
  let asks: String

  init(
    _ id: ReminderID, _ no: String, given: [String] = [], isQuiet: String, until: [String] = [],
    asks: String
  ) {
    self.id = id
    self.no = no
    self.given = given
    self.isQuiet = isQuiet
    self.until = until
    self.asks = asks
  }
}

/// Every reminder that is built is quiet a minute before its time and asks at it; one that counts days,
/// at midnight. One without a case fails.
struct ReminderTableTests {
  @Test(arguments: ReminderID.allCases)
  func `a reminder is quiet a minute before its time, and asks at it`(id: ReminderID) throws {
    let reminder = try #require(
      ReminderTableTests.cases.first { $0.id == id }, "no case of \(id.rawValue)")
    let desk = try RuleDesk()
    for line in reminder.given { try desk.run(line) }
    #expect(try asked(reminder, at: reminder.isQuiet, desk) == 0)
    for line in reminder.until { try desk.run(line, today: reminder.asks) }
    #expect(try asked(reminder, at: reminder.asks, desk) == 1)
  }

  /// How many tasks of a reminder are due at a minute: a clock of minutes shows them before.
  private func asked(_ reminder: ReminderCase, at minute: String, _ desk: RuleDesk) throws -> Int {
    let now = try TestDesk.instant(minute)
    let today = now.day(utcOffset: TestDesk.utcOffset)
    let book = try Book(
      try TestDatabase.open(desk.desk.place), actor: Actor(login: "chenting", host: "desk"), now: now,
      today: today)
    return try book.read { try Reminder.tasks(ReminderScope(day: today), in: $0) }
      .filter { $0.reminder == reminder.id && $0.no == reminder.no && ($0.dueAt == nil || $0.isPast) }.count
  }

  @Test func `every reminder has one case, and is among those that are asked`() {
    let ids = ReminderID.allCases.map(\.rawValue).sorted()
    #expect(ReminderTableTests.cases.map(\.id.rawValue).sorted() == ids)
    #expect(Reminder.all.map(\.id.rawValue).sorted() == ids)
  }

  @Test(arguments: Language.allCases)
  func `help names every reminder with its clock, setting and requirement`(language: Language) throws {
    let page = try HelpPage.text("reminders", language)
    for reminder in ReminderID.allCases {
      let start = try #require(page.firstRange(of: "  " + reminder.rawValue + "  "), "\(reminder.rawValue)")
      let rest = page[start.upperBound...]
      for requirement in reminder.rule.requirements { #expect(rest.contains(requirement)) }
      if let setting = reminder.rule.clock.setting { #expect(rest.contains(setting.rawValue)) }
    }
    #expect(try HelpPage.text("提醒", language) == page)
  }

  @Test func `the command tells how the book has settled each clock, to machines too`() throws {
    let desk = try RuleDesk()
    try desk.run("setting set sample-days 7")
    guard case .array(let rows)? = try desk.desk.json("reminders")["rows"] else {
      Issue.record("no rows")
      return
    }
    #expect(rows.count == ReminderID.allCases.count)
    let sample = try #require(rows.first { $0["id"] == "sample-unanswered" })
    #expect(sample["count"] == 7)
    #expect(sample["standard"] == 3)
    #expect(sample["unit"] == "days")
    #expect(sample["setting"] == "sample-days")
    #expect(sample["requirements"] == ["R-122"])
    #expect(sample["for"] == ["clerk"])
    #expect(try desk.desk.run("reminders --width 200").out.contains("7 days after the sample was sent"))
    #expect(try desk.desk.run("提醒 --width 200", lang: "zh-Hans").out.contains("寄样后 7 天"))
    #expect(try desk.desk.run("reminders --width 200", lang: "zh-Hant").out.contains("寄樣後 7 天"))
  }

  static let cases: [ReminderCase] = [
    ReminderCase(
      .replyDue, "SO2603-0002", given: ["new C-1 FL-50 5 --channel phone --received '2026-03-16 08:00'"],
      isQuiet: "2026-03-17 07:59", asks: "2026-03-17 08:00"),
    ReminderCase(
      .unacknowledged, "SO2603-0001", given: ["release 0001", "setting set flow trading"],
      isQuiet: "2026-03-16 13:04", asks: "2026-03-16 13:05"),
    ReminderCase(
      .changeUnacknowledged, "SO2603-0001",
      given: [
        "confirm 0001", "release 0001", "setting set flow trading", "setting set gate.amend.documented off",
        "amend 0001 qty=120 --reason x --yes",
      ], isQuiet: "2026-03-16 13:04", asks: "2026-03-16 13:05"),
    ReminderCase(
      .questionOpen, "SO2603-0001", given: ["ask 0001 仓库 用哪种纸箱 --due 2026-03-18"],
      isQuiet: "2026-03-17 23:59", asks: "2026-03-18 00:00"),
    ReminderCase(
      .startStarved, "SO2603-0001",
      given: ["release 0001 --start 2026-03-18", "problem 0001 shortage 棒料没到"], isQuiet: "2026-03-17 23:59",
      asks: "2026-03-18 00:00"),
    ReminderCase(
      .problemOverdue, "SO2603-0001", given: ["problem 0001 machine 主轴坏 --until 2026-03-18"],
      isQuiet: "2026-03-18 23:59", asks: "2026-03-19 00:00"),
    ReminderCase(
      .problemOpen, "SO2603-0001", isQuiet: "2026-03-16 08:05", until: ["problem 0001 machine 主轴坏"],
      asks: "2026-03-16 08:06"),
    ReminderCase(
      .remedyDue, "SO2603-0001",
      given: ["problem 0001 machine 主轴坏", "problem remedy PB2603-0001 换主轴 --due 2026-03-18"],
      isQuiet: "2026-03-17 23:59", asks: "2026-03-18 00:00"),
    ReminderCase(
      .delayUnexplained, "SO2603-0001", given: ["delay open 0001 磨床坏"], isQuiet: "2026-03-16 13:04",
      asks: "2026-03-16 13:05"),
    ReminderCase(
      .delayUntold, "SO2603-0001",
      given: ["delay open 0001 磨床坏", "delay cause Y2603-0001 machine 主轴坏 --dept 机加车间"],
      isQuiet: "2026-03-16 13:04", asks: "2026-03-16 13:05"),
    ReminderCase(
      .delayUnclosed, "SO2603-0001",
      given: [
        "delay open 0001 磨床坏", "delay cause Y2603-0001 machine 主轴坏 --dept 机加车间",
        "delay told Y2603-0001 --keep",
      ], isQuiet: "2026-03-16 13:04", asks: "2026-03-16 13:05"),
    ReminderCase(
      .contactDue, "L2603-0001", given: ["contact log C-1 问新款 --next 2026-03-20"],
      isQuiet: "2026-03-19 23:59", asks: "2026-03-20 00:00"),
    ReminderCase(
      .customerFlagged, "C-1", isQuiet: "2026-03-16 08:05", until: ["customer flag C-1 --reason 年需求50万件"],
      asks: "2026-03-16 08:06"),
    ReminderCase(
      .returnCallDue, "SO2603-0001", given: ["ship 0001", "arrive 0001", "setting set flow trading"],
      isQuiet: "2026-03-22 23:59", asks: "2026-03-23 00:00"),
    ReminderCase(
      .sampleUnreturned, "SO2603-0001",
      given: ["sample add 0001 --require 拉丝", "sample lend S2603-0001 --to 林芳 --back 2026-03-20"],
      isQuiet: "2026-03-19 23:59", asks: "2026-03-20 00:00"),
    ReminderCase(
      .enquiryUnanswered, "E2603-0001", given: ["enquiry add C-1 法兰 --at 8:00"], isQuiet: "2026-03-17 07:59",
      asks: "2026-03-17 08:00"),
    ReminderCase(
      .unpromised, "SO2603-0002", given: ["new C-1 FL-50 5"], isQuiet: "2026-03-17 23:59",
      asks: "2026-03-18 00:00"),
    ReminderCase(
      .chaseDue, "SO2603-0001", given: ["chase 0001 催料 --next 2026-03-20"], isQuiet: "2026-03-19 23:59",
      asks: "2026-03-20 00:00"),
    ReminderCase(
      .ownDue, "SO2603-0001", given: ["remind 0001 2026-03-20 问挂具"], isQuiet: "2026-03-19 23:59",
      asks: "2026-03-20 00:00"),
    ReminderCase(.nearDue, "SO2603-0001", isQuiet: "2026-04-26 23:59", asks: "2026-04-27 00:00"),
    ReminderCase(
      .staleProduction, "SO2603-0001", given: ["release 0001", "progress 0001 备料 1"],
      isQuiet: "2026-03-17 23:59", asks: "2026-03-18 00:00"),
    ReminderCase(
      .arrivalUnconfirmed, "SO2603-0001", given: ["ship 0001"], isQuiet: "2026-03-20 23:59",
      asks: "2026-03-21 00:00"),
    ReminderCase(
      .sampleUnanswered, "SO2603-0001", given: ["sample add 0001 --require 拉丝", "sample send S2603-0001"],
      isQuiet: "2026-03-18 23:59", asks: "2026-03-19 00:00"),
    ReminderCase(
      .firstRunUnanswered, "SO2603-0001", given: ["release 0001", "sample first 0001 --on 8:05"],
      isQuiet: "2026-03-16 08:04", asks: "2026-03-16 08:05"),
    ReminderCase(
      .claimUnconfirmed, "SO2603-0001", given: ["pay 0001 100"], isQuiet: "2026-03-17 23:59",
      asks: "2026-03-18 00:00"),
    ReminderCase(
      .balanceUnasked, "SO2603-0002", given: ["new C-1 FL-50 5 --price 10 --terms 款到发货 --promise 2026-04-30"],
      isQuiet: "2026-04-26 23:59", asks: "2026-04-27 00:00"),
    ReminderCase(
      .paidUnshipped, "SO2603-0002",
      given: ["new C-1 FL-50 5 --price 10 --terms 款到发货 --promise 2026-04-30", "pay 0002 50"],
      isQuiet: "2026-03-16 08:06", until: ["payment confirm P2603-0001 --as sunli"], asks: "2026-03-16 08:06"),
    ReminderCase(
      .finishedUndecided, "SO2603-0001",
      given: ["release 0001", "done 0001 备料", "setting set flow trading"], isQuiet: "2026-03-16 08:05",
      until: ["done 0001 机加"], asks: "2026-03-16 08:06"),
    ReminderCase(
      .monthlyUnsubmitted, "2026-03", given: ["setting set flow trading"], isQuiet: "2026-04-03 23:59",
      asks: "2026-04-04 00:00"),
    ReminderCase(
      .planWeekUnsettled, "2026-W13", given: ["release 0001", "plan run"], isQuiet: "2026-03-22 23:59",
      asks: "2026-03-23 00:00"),
    ReminderCase(
      .planDayUnsettled, "2026-03-18", given: ["release 0001", "plan run"], isQuiet: "2026-03-17 14:59",
      asks: "2026-03-17 15:00"),
    ReminderCase(
      .scheduleUnanswered, "SO2603-0001",
      given: ["work stock FL-50 20", "plan reply MO2603-0001 2026-03-17 2026-03-25", "release 0001"],
      isQuiet: "2026-03-16 23:59", asks: "2026-03-17 00:00"),
    ReminderCase(
      .receivableDue, "SO2603-0001", given: ["ship 0001"], isQuiet: "2026-04-13 23:59",
      asks: "2026-04-14 00:00"),
    ReminderCase(
      .receivableOverdue, "SO2603-0001", given: ["ship 0001"], isQuiet: "2026-04-15 23:59",
      asks: "2026-04-16 00:00"),
  ]
}
