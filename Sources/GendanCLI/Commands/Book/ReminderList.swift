import ArgumentParser
import Gendan
import GendanOutput

/// The rules that ask people for something: when, and whom.
struct ReminderList: BookCommand {
  static let sheet = CommandSheet(
    id: "reminder.list", word: "reminders", chinese: ["提醒"],
    about: Text("the rules that remind", "会提醒的规则", "會提醒的規則"),
    usage: "", examples: ["reminders", "reminders --json"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let settings = try desk.read { try $0.settings() }
    var answer = Answer("reminders", ReminderList.listing(settings, desk.language).list(ReminderList.all))
    answer.columns = ["id", "asks", "setting", "requirements", "for"]
    return answer
  }

  /// Every reminder that is built, in the order in which their tasks are shown.
  static var all: [ReminderID] { Reminder.all.map(\.id) }

  /// As a book has settled them.
  static func listing(_ settings: Settings, _ language: Language) -> Listing<ReminderID> {
    Listing(
      id: "reminders", language: language,
      fields: [
        .init("id", Text("Rule", "规则", "規則")) { Cell($0.rawValue) },
        .init("about", Text("What it asks", "提醒什么", "提醒什麼"), shrinks: true) { Cell($0.words[language]) },
        .init("asks", Text("When", "什么时候", "什麼時候"), shrinks: true) {
          Cell($0.clockWords(settings)[language])
        },
        .init("count", Text("Count", "数", "數"), .trailing, priority: 6) {
          Cell(number: $0.rule.clock.count(settings))
        },
        .init("unit", Text("Unit", "单位", "單位"), priority: 6) { Cell(id: $0.rule.clock.unit, language) },
        .init("before", Text("Before", "之前", "之前"), priority: 6) {
          Cell(flag: $0.rule.clock.isBefore, language)
        },
        .init("standard", Text("Standard", "默认", "預設"), .trailing, priority: 4) {
          Cell(number: $0.rule.clock.count)
        },
        .init("setting", Noun.setting.heading, priority: 1) {
          Cell(optional: $0.rule.clock.setting?.rawValue)
        },
        .init("requirements", Text("Requirement", "要求", "要求"), priority: 2) { reminder in
          Cell(
            reminder.rule.requirements.joined(separator: " "),
            value: .array(reminder.rule.requirements.map { .string($0) }))
        },
        .init("for", Text("For", "给谁", "給誰"), priority: 3, shrinks: true) { reminder in
          Cell(
            reminder.rule.readers.map(\.words).joined(", ")[language],
            value: .array(reminder.rule.readers.map { .string($0.rawValue) }))
        },
      ])
  }
}

extension TopicPage {
  /// Every reminder that is built, told by the reminders themselves.
  static var reminders: TopicPage {
    TopicPage(
      title: Text(
        "Reminders: when each asks, its setting, its requirement, and for whom",
        "提醒: 什么时候, 由哪个设置定, 哪条要求, 给谁", "提醒: 什麼時候, 由哪個設定定, 哪條要求, 給誰"),
      rows: ReminderList.all.map { reminder in
        let rule = reminder.rule
        return (
          reminder.rawValue,
          [
            reminder.clockWords(Settings()),
            Text(verbatim: (rule.clock.setting.map { [$0.rawValue] } ?? []).joined()),
            Text(verbatim: rule.requirements.joined(separator: " ")), rule.readers.map(\.words).joined(", "),
          ].filter { !$0.english.isEmpty }.joined("; ")
        )
      },
      notes: [
        Text(
          "today lists them, morning sends them; gendan reminders tells the book's own clocks.",
          "today 列出, morning 发出; 本账本定的时限: gendan reminders",
          "today 列出, morning 發出; 本帳本定的時限: gendan reminders")
      ])
  }
}

extension ReminderClock.Unit: Worded {
  var words: Text {
    switch self {
    case .hours: Text("h", "小时", "小時")
    case .workingHours: Text("working hours", "个工作小时", "個工作小時")
    case .days: Text("days", "天", "天")
    case .workingDays: Text("working days", "个工作日", "個工作日")
    }
  }
}

extension ReminderID {
  /// `4 working hours after the department was told`.
  func clockWords(_ settings: Settings) -> Text {
    let (clock, count) = (rule.clock, rule.clock.count(settings))
    guard count > 0 else { return Text("when ", "", "") + moment + Text("", "时", "時") }
    let unit = clock.unit.words
    let span = Text(
      "\(count) "
        + (count == 1 && unit.english.hasSuffix("s") ? String(unit.english.dropLast()) : unit.english),
      "\(count) \(unit.simplified)", "\(count) \(unit.traditional)")
    let order = clock.isBefore ? Text(" before ", "前 ", "前 ") : Text(" after ", "后 ", "後 ")
    return Text(
      span.english + order.english + moment.english,
      moment.simplified + order.simplified + span.simplified,
      moment.traditional + order.traditional + span.traditional)
  }

  /// From when its clock counts.
  private var moment: Text {
    switch self {
    case .replyDue: Text("the order came", "来单", "來單")
    case .changeUnacknowledged: Text("a department was told of the change", "通知变更", "通知變更")
    case .contactDue: Text("the day to talk again has come", "到再联络日", "到再聯絡日")
    case .customerFlagged: Text("the customer was flagged", "标为重点", "標為重點")
    case .returnCallDue: Text("the goods arrived", "到货", "到貨")
    case .sampleUnreturned: Text("the day to give back has come", "到归还日", "到歸還日")
    case .startStarved: Text("the planned start has come", "到计划开工日", "到計畫開工日")
    case .problemOverdue: Text("the expected last day", "预计解决日", "預計解決日")
    case .problemOpen: Text("the problem was opened", "登记异常", "登記異常")
    case .remedyDue: Text("the remedy's day has come", "到对策期限", "到對策期限")
    case .delayUnexplained: Text("the delay was reported", "上报延误", "上報延誤")
    case .delayUntold: Text("the department gave the cause", "部门说明原因", "部門說明原因")
    case .delayUnclosed: Text("the customer answered", "客户答复", "客戶答覆")
    case .planWeekUnsettled: Text("the week begins", "到每周首个工作日", "到每週首個工作日")
    case .planDayUnsettled:
      Text("0:00 on the working day before", "前一工作日零点", "前一工作日零點")
    case .monthlyUnsubmitted: Text("the month's end", "月底", "月底")
    case .finishedUndecided: Text("the goods are finished", "完工", "完工")
    case .scheduleUnanswered: Text("the release", "下达", "下達")
    case .questionOpen: Text("the day to answer has come", "到答复日", "到答覆日")
    case .unacknowledged: Text("the department was told", "通知部门", "通知部門")
    case .enquiryUnanswered: Text("the enquiry came", "询盘", "詢盤")
    case .unpromised: Text("the order was taken", "接单", "接單")
    case .chaseDue: Text("the day to chase has come", "到跟催日", "到跟催日")
    case .ownDue: Text("the day that one has set has come", "到自己设的日子", "到自己設的日子")
    case .nearDue: Text("the due day", "交期", "交期")
    case .staleProduction: Text("the last report", "上次报工", "上次報工")
    case .arrivalUnconfirmed: Text("the goods left", "发货", "出貨")
    case .sampleUnanswered: Text("the sample was sent", "寄样", "寄樣")
    case .firstRunUnanswered: Text("the first run was taken", "取首件样", "取首件樣")
    case .claimUnconfirmed: Text("the customer told of it", "客户说已付", "客戶說已付")
    case .balanceUnasked: Text("the goods are made", "完工", "完工")
    case .paidUnshipped: Text("all is paid", "款齐", "款齊")
    case .receivableDue, .receivableOverdue: Text("the payment's day", "到期日", "到期日")
    }
  }
}
