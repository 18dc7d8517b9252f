import ArgumentParser
import Gendan
import GendanOutput

/// `remind`: what one wants to be reminded of.
struct RemindCommand: NounCommand {
  static let word = "remind"
  static let chinese = ["提醒我"]
  static let about = Text("one's own reminders", "自己设的提醒", "自己設的提醒")
  static let verbs: [any BookCommand.Type] = [RemindAdd.self, RemindList.self, RemindDone.self]
  static let ofOrder: String? = RemindAdd.sheet.word
}

/// Asks to be reminded of something about an order from a day on.
struct RemindAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "remind.add", word: "add", chinese: ["新增"],
    about: Text("be reminded of an order on a day", "到那天提醒我", "到那天提醒我"),
    usage: "REF DATE TEXT [--every 2wd]",
    examples: ["remind 118 周三 问挂具到了没有", "remind add 118 +2wd check the label --every 2wd"], part: .follow)

  @Argument var words: [String] = []
  @Option var every: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let every = try every.map(Self.distance)
    return try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      let example = "gendan remind \(order.no) +2wd TEXT"
      guard !words.isEmpty else { throw Complaint.missing(Text("the day", "日期", "日期"), try: example) }
      let day = try desk.day(words.removeFirst(), .plan, of: order, in: writing)
      let text = try OrderNote.text(words, example)
      try writing.remind(of: order, on: day, text: text, every: every)
      answer.echo = [
        order.label + Text("reminder on ", "提醒日 ", "提醒日 ") + (try desk.dateWords(writing).echo(day))
          + (every.map { Text(", then every ", ", 以后每 ", ", 以後每 ") + $0.words } ?? Text("", "", ""))
      ]
      answer.touched = [order.no]
    }
  }

  /// `2wd`, `1w`, `3天`: how often it comes again.
  static func distance(_ text: String) throws -> OwnReminder.Every {
    let word = folded(text)
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let unit = word.dropFirst(digits.count)
    let known = OwnReminder.Every.Unit.allCases.first { $0.spellings.contains(String(unit)) }
    guard let count = Int(digits), 1...365 ~= count, let known else {
      throw Complaint(
        .usage, Text("\"\(text)\" is no distance", "\"\(text)\" 不是间隔", "\"\(text)\" 不是間隔"),
        facts: [Text("2wd, 3d, 1w, 1m", "2工作日, 3天, 1周, 1月", "2工作日, 3天, 1週, 1月")], try: "--every 2wd")
    }
    return OwnReminder.Every(count, known)
  }
}

/// The reminders that are not done.
struct RemindList: BookCommand {
  static let sheet = CommandSheet(
    id: "remind.list", word: "list", chinese: ["列表"],
    about: Text("list one's own reminders", "列出自己设的提醒", "列出自己設的提醒"), usage: "[--all]",
    examples: ["remind list", "remind list --all"], part: .follow)

  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let reminders = try OwnReminder.open(of: all ? nil : desk.actor.login, in: reading.db)
      let dates = try desk.dateWords(reading)
      let language = desk.language
      var answer = Answer(
        "reminders-own",
        Listing<OwnReminder>(
          id: "reminders", language: language,
          fields: [
            .init("no", OrderField.no.words) { Cell($0.orderNo) },
            .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
            .init("day", Text("Day", "日期", "日期")) {
              Cell(dates.short($0.dueOn), value: .string($0.dueOn.description))
            },
            .init("text", Text("Text", "内容", "內容"), shrinks: true) { Cell($0.text) },
            .init("every", Text("Every", "每隔", "每隔")) { own in
              own.every.map { Cell($0.words[language], value: .string("\($0.count)\($0.unit.rawValue)")) }
                ?? .none
            },
            .init("who", Text("Who", "谁", "誰"), priority: 1) { Cell($0.login) },
          ]
        ).list(reminders))
      answer.rows = reminders.map(\.orderNo)
      answer.title = Self.sheet.about
      return answer
    }
  }
}

/// Notes that what was to be done of an order by today is done.
struct RemindDone: BookCommand {
  static let sheet = CommandSheet(
    id: "remind.done", word: "done", chinese: ["完成"],
    about: Text("settle what one is reminded of", "提醒的事已办", "提醒的事已辦"), usage: "REF…",
    examples: ["remind done 118"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.act(on: words) { acting in
      try acting.writing.settleReminders(of: acting.order).map { settled in
        Text(verbatim: settled.reminder.text)
          + (settled.nextOn.map { Text(", next ", ", 下次 ", ", 下次 ") + acting.dates.echo($0) }
            ?? Text(", done", ", 已办", ", 已辦"))
      }.joined("; ")
    }
  }
}

extension OwnReminder.Every {
  /// `2 working days`.
  var words: Text {
    switch unit {
    case .days: Text("\(count) d", "\(count) 天", "\(count) 天")
    case .workingDays: Text("\(count) wd", "\(count) 工作日", "\(count) 工作日")
    case .weeks: Text("\(count) w", "\(count) 周", "\(count) 週")
    case .months: Text("\(count) m", "\(count) 个月", "\(count) 個月")
    }
  }
}

extension OwnReminder.Every.Unit {
  /// What may stand after the number.
  fileprivate var spellings: [String] {
    switch self {
    case .days: ["d", "day", "days", "天", "日"]
    case .workingDays: ["wd", "工作日", "个工作日", "工"]
    case .weeks: ["w", "week", "weeks", "周", "週"]
    case .months: ["m", "month", "months", "月", "个月", "個月"]
    }
  }
}
