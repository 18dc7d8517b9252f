import ArgumentParser
import Gendan
import GendanOutput

/// Shows what was changed, by whom and when.
struct EventLog: BookCommand {
  static let sheet = CommandSheet(
    id: "event.list", word: "log", chinese: ["流水"],
    about: Text("who changed what, newest first", "谁改了什么, 新的在上", "誰改了什麼, 新的在上"),
    usage: "[REF | eNUMBER | WORD] [-p PERIOD] [--by USER] [-L N] [--field] [-f]",
    examples: [
      "log", "log 118 -v", "log e18452", "log -p today --by chenting", "log shortage -L 20", "log -f --json",
    ],
    part: .evening)

  @Argument var words: [String] = []
  @Flag var field = false
  @Flag(name: [.customShort("f"), .long]) var follow = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    if follow {
      let filter = try desk.read { reading in try self.filter(at: desk, in: reading) }
      return try EventFeed(filter, isFull: field || desk.options.verbose, at: desk).run()
    }
    return try desk.read { reading in
      let filter = try filter(at: desk, in: reading)
      let entries = try Journal.log(filter, in: reading)
      if let id = filter.event, entries.isEmpty { throw JournalError.noSuchEvent(id) }
      if entries.isEmpty {
        var answer = Self.answer(try EventLines(desk, reading).table([], withFields: false), isFull: false)
        try answer.sayNothing(Text("nothing fits", "没有符合的记录", "沒有符合的記錄"), at: desk)
        return answer
      }
      let isFull = field || desk.options.verbose || filter.event != nil
      return Self.answer(try EventLines(desk, reading).table(entries, withFields: isFull), isFull: isFull)
    }
  }

  /// A table of events, with the columns that people see of it.
  static func answer(_ table: Table, isFull: Bool) -> Answer {
    var answer = Answer("events", Document([.table(table)]))
    answer.columns = isFull ? EventLines.fullColumns : EventLines.columns
    answer.title = Text("Log", "流水", "流水")
    return answer
  }

  private func filter(at desk: Desk, in reading: Reading) throws -> LogFilter {
    var filter = LogFilter()
    if let word = words.first.map(folded), word.hasPrefix("e"), let id = Int64(word.dropFirst()) {
      filter.event = id
    } else if let word = words.first, words.count == 1, let reference = Reference(word) {
      let found = try desk.orders(reference, typed: word, in: reading)
      filter.order = found.first?.order.no
    } else if let word = words.first, words.count == 1, DatePhrase.isDate(word), desk.options.period == nil {
      // Looked for as a text it would be nowhere, as if nothing had happened.
      var complaint = Complaint(
        .usage,
        Text(
          "\"\(word)\" is a day: -p \(word)", "\"\(word)\" 是日期, 写成 -p \(word)",
          "\"\(word)\" 是日期, 寫成 -p \(word)"))
      complaint.mend = Complaint.placing(word, behind: "-p")
      throw complaint
    } else if !words.isEmpty {
      filter.word = words.joined(separator: " ")
    }
    if let text = desk.options.by {
      filter.login = try Journal.login(text, in: reading) ?? User.named(text, in: reading.db).login
    }
    if let text = desk.options.period {
      let context = DateContext(
        today: reading.today, calendar: try reading.calendar(), direction: .view)
      let period = try PeriodPhrase.parse(text, in: context)
      filter.from = try period.first.flatMap { try instant($0, at: desk, in: reading) }
      filter.to = try period.last.flatMap {
        try instant($0, at: desk, in: reading)?.adding(seconds: 86_399)
      }
    }
    if let text = desk.options.limit {
      guard let limit = Int(folded(text)), limit > 0 else {
        throw Complaint(
          .usage, Text("-L \"\(text)\" is no number", "-L \"\(text)\" 不是数字", "-L \"\(text)\" 不是數字"),
          try: "gendan log -L 20")
      }
      filter.limit = limit
    } else if filter.from != nil {
      // Whoever names a period wants all of it.
      filter.limit = 1_000_000
    }
    return filter
  }

  /// The first instant of a day at the site.
  private func instant(_ day: Day, at desk: Desk, in reading: Reading) throws -> Instant? {
    guard let near = Instant(day, hour: 0, minute: 0) else { return nil }
    return Instant(day, hour: 0, minute: 0, utcOffset: desk.utcOffset(near))
  }
}

/// The rows of a log.
struct EventLines {
  private let desk: Desk
  private let reading: Reading

  init(_ desk: Desk, _ reading: Reading) {
    self.desk = desk
    self.reading = reading
  }

  static let columns = ["event", "at", "user", "line", "subject", "undone_by"]
  static let fullColumns = ["event", "at", "user", "line", "row", "field", "old", "new", "undone_by"]

  func table(_ entries: [LogEntry], withFields: Bool) throws -> Table {
    var columns = [
      Column("event", say("Event", "流水号", "流水號")), Column("at", say("Time", "时间", "時間")),
      Column("user", say("User", "用户", "使用者"), priority: 2),
      Column("line", say("Command", "命令", "命令"), shrinks: true, minimumWidth: 16),
      Column("subject", say("About", "对象", "對象"), priority: 3, shrinks: true),
      Column("undone_by", say("Undone", "撤销", "復原"), priority: 1),
      Column("command", say("Verb", "动作", "動作")), Column("reason", say("Reason", "原因", "原因")),
      Column("source", say("Source", "来源", "來源")), Column("host", say("Host", "机器", "機器")),
      Column("undoes", say("Undoes", "撤销的", "復原的")),
      Column("overrides", say("Overrides", "越过规则", "越過規則")),
    ]
    if withFields {
      columns += [
        Column("act", say("Act", "动作", "動作")), Column("row", say("Row", "数据行", "資料列")),
        Column("field", say("Field", "字段", "欄位")),
        Column("old", say("Old", "原值", "原值"), shrinks: true),
        Column("new", say("New", "新值", "新值"), shrinks: true),
      ]
    }
    var table = Table("events", columns: columns)
    for entry in entries {
      let changes = withFields ? try Journal.fields(of: entry.event.id, in: reading) : []
      table.rows.append(.cells(try cells(entry) + (changes.first.map(cells) ?? [])))
      for change in changes.dropFirst() {
        // People read the event once; programs read it in every row.
        let event = try cells(entry).map { Cell("", value: $0.value) }
        table.rows.append(.cells(event + cells(change)))
      }
    }
    return table
  }

  private func cells(_ entry: LogEntry) throws -> [Cell] {
    let event = entry.event
    let offset = desk.utcOffset(event.at)
    let day = try desk.dateWords(reading).short(event.at.day(utcOffset: offset))
    let (hour, minute) = (event.at.hour(utcOffset: offset), event.at.minute(utcOffset: offset))
    let time = "\(day) \(String(100 + hour).dropFirst()):\(String(100 + minute).dropFirst())"
    let style: Style? = entry.undoneBy == nil ? nil : .faint
    func optional(_ text: String?) -> Cell { text.map { Cell($0, style: style) } ?? .none }
    return [
      Cell("e\(event.id)", style: style), Cell(time, value: .string(event.at.description), style: style),
      Cell(event.login, style: style), Cell(event.line, style: style), optional(event.subject),
      optional(entry.undoneBy.map { "e\($0)" }), Cell(event.command), optional(event.reason),
      Cell(event.source.rawValue), Cell(event.host), optional(event.undoes.map { "e\($0)" }),
      optional(event.overrides),
    ]
  }

  private func cells(_ change: ColumnChange) -> [Cell] {
    let rows = RowSpan(change.table, change.id, change.id + change.rows - 1)
    let added = say("added", "新增", "新增")
    let deleted = say("deleted", "删除", "刪除")
    return [
      Cell(change.act.rawValue), Cell(rows.text), change.field.map { Cell($0) } ?? .none,
      change.old.map { Cell($0) } ?? .none,
      change.new.map { Cell($0) }
        ?? Cell(change.act == .insert ? added : change.act == .delete ? deleted : "-", value: .null),
    ]
  }

  private func say(_ english: String, _ simplified: String, _ traditional: String) -> String {
    desk.say(Text(english, simplified, traditional))
  }
}
