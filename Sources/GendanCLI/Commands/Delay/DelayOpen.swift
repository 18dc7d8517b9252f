import ArgumentParser
import Gendan
import GendanOutput

/// Step 1: a promise cannot be kept, and the department hears of it at once (R-175).
struct DelayOpen: BookCommand {
  static let sheet = CommandSheet(
    id: "delay.open", word: "open", chinese: ["上报", "上報"],
    about: Text("report a delay to the department", "上报交期延误", "上報交期延誤"),
    usage: "REF[.LINE] [DATE] TEXT [--at \"DATE HH:MM\"] [--dept D]",
    examples: ["delay open 118 2026-03-31 供应商改到3/20交料 --dept 采购", "delay 118 磨床坏 --at 9:30"], part: .follow,
    right: .report)

  @Argument var words: [String] = []
  @Option var at: String?
  @Option var dept: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let referenced = try desk.reference(&words, in: writing)
      let forecast = try expected(&words, of: referenced.order, at: desk, in: writing)
      var new = NewDelay(
        referenced.order, line: try referenced.wholeLine(),
        try words.name(
          Text("what was found", "延误内容", "延誤內容"), try: "gendan delay open \(referenced.order.no) TEXT"))
      new.forecastOn = forecast
      new.foundAt = try at.flatMap { try desk.moment($0, in: writing).began(utcOffset: writing.utcOffset) }
      new.department = try dept.map { try Department.named($0, in: writing.db).id }
      let delay = try writing.open(new)
      let dates = try desk.dateWords(writing)
      var text =
        Noun.delay.words + " \(delay.no)" + Text(" reported, promised ", " 已上报, 原交期 ", " 已上報, 原交期 ")
        + dates.full(delay.dueOn)
      if let forecast {
        text = text + Text(", expected ", ", 预计 ", ", 預計 ") + dates.full(forecast) + delay.later
      }
      if try DelayClock(writing).isReportedLate(delay) {
        text =
          text + Text("; late: ", "; 超时: ", "; 超時: ") + Elapsed.text(minutes: delay.minutesToReport)
          + Text(" after it was found", " 才上报", " 才上報")
      }
      answer.echo = [referenced.order.label + text] + delay.nextEcho
      answer.touched = [delay.orderNo]
      answer.extra = [.init("delay", .string(delay.no))]
    }
  }

  /// Takes the expected day from the front of the words, where text follows it; one or two figures alone begin
  /// the text.
  private func expected(
    _ words: inout [String], of order: Order, at desk: Desk, in writing: Writing
  ) throws -> Day? {
    guard words.count > 1, !(words[0].count < 3 && words[0].allSatisfy(\.isNumber)) else { return nil }
    do {
      let day = try desk.day(words[0], .plan, of: order, in: writing)
      words.removeFirst()
      return day
    } catch DateError.unreadable {
      return nil
    }
  }
}

extension DelayCase {
  /// ` (+4 天)`: by how many calendar days the new day is later.
  var later: Text {
    guard let days else { return Text(verbatim: "") }
    let sign = days > 0 ? "+" : ""
    return Text(" (\(sign)\(days) days)", " (\(sign)\(days) 天)", " (\(sign)\(days) 天)")
  }
}

/// Step 2: the department gives the cause and computes the day anew (R-176).
struct DelayExplain: BookCommand {
  static let sheet = CommandSheet(
    id: "delay.cause", word: "cause", chinese: ["原因"],
    about: Text("give the cause and the new day", "说明原因和新交期", "說明原因和新交期"),
    usage: "NO KIND TEXT [--dept D] [--new DATE] [--remedy TEXT] [--say TEXT] [--at \"DATE HH:MM\"]",
    examples: ["delay cause Y2603-0001 缺料 304棒料晚到 --dept 采购 --new 2026-03-31 --remedy 加班两天"],
    part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var dept: String?
  @Option var new: String?
  @Option var remedy: String?
  @Option var say: String?
  @Option var at: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnDelay(words) { delay, words, writing, dates in
      let example = "gendan delay cause \(delay.no) shortage TEXT --dept DEPARTMENT --new DATE"
      guard let kind = words.first else { throw Complaint.missing(OrderField.cause.words, try: example) }
      let cause = try Cause.read(kind)
      let text = try Array(words.dropFirst()).name(Text("the cause", "原因", "原因"), try: example)
      let department = try desk.department(
        dept ?? delay.explanation?.department ?? delay.department, try: example, in: writing)
      var explanation = NewExplanation(cause, text, department.id)
      let order = try Order.numbered(delay.orderNo, in: writing.db)
      explanation.newOn = try new.map { try desk.day($0, .plan, of: order, in: writing) } ?? delay.newOn
      explanation.remedy = remedy.filled
      explanation.outward = say.filled
      explanation.at = try desk.instant(at, in: writing)
      let after = try writing.explain(delay, explanation)
      var line = cause.words + ", \(text) (\(department.name))"
      if let day = after.newOn {
        line = line + Text(", new day ", ", 新交期 ", ", 新交期 ") + dates.echo(day) + after.later
      }
      return (after, line)
    }
  }
}

/// Step 3: the customer is told, and says what is to be (R-173, R-177).
struct DelayTold: BookCommand {
  static let sheet = CommandSheet(
    id: "delay.told", word: "told", chinese: ["告知"],
    about: Text("note what the customer said", "登记客户的答复", "登記客戶的答覆"),
    usage:
      "NO --accept DATE | --keep | --split | --refused [TEXT] [--via phone|email…] [--told WHO] [--note TEXT] [--at \"DATE HH:MM\"]",
    examples: [
      "delay told Y2603-0001 --accept 2026-03-31 --via phone --told 刘工",
      "delay told Y2603-0001 --keep --told 刘工",
    ], part: .follow)

  @Argument var words: [String] = []
  @Option var accept: String?
  @Flag var keep = false
  @Flag var split = false
  @Flag var refused = false
  @Option var via: String?
  @Option var told: String?
  @Option var note: String?
  @Option var at: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnDelay(words) { delay, words, writing, dates in
      let replies: [DelayReply] =
        (accept == nil ? [] : [.accepted]) + (keep ? [.kept] : []) + (split ? [.split] : [])
        + (refused ? [.refused] : [])
      guard let reply = replies.first, replies.count == 1 else {
        throw Complaint.missing(
          Text(
            "one of --accept DATE, --keep, --split, --refused", "--accept 日期, --keep, --split, --refused 之一",
            "--accept 日期, --keep, --split, --refused 之一"),
          try: "gendan delay told \(delay.no) --accept \(delay.newOn?.description ?? "DATE") --told WHO")
      }
      var answer = NewAnswer(reply)
      let order = try Order.numbered(delay.orderNo, in: writing.db)
      answer.acceptedOn = try accept.map { try desk.day($0, .plan, of: order, in: writing) }
      // How it was told; `--by` groups lists everywhere else, but here there is nothing to group.
      answer.via = via.filled
      answer.told = told.filled
      answer.note = words.continuing(note)
      answer.at = try desk.instant(at, in: writing)
      let (after, promises) = try writing.tell(delay, answer)
      var line =
        Noun.customer.words + (answer.told.map { " \($0)" } ?? "") + " "
        + (answer.acceptedOn.map { reply.words + " " + dates.echo($0) } ?? reply.words)
      if reply == .split {
        let place = delay.orderNo + (delay.line.map { ".\($0)" } ?? "")
        let cause = after.explanation?.cause.rawValue ?? "KIND"
        line =
          line
          + Text(
            ", what when: gendan split \(place) QTY=DATE --cause \(cause)",
            ", 每批的数量和日期: gendan split \(place) 数量=日期 --cause \(cause)",
            ", 每批的數量和日期: gendan split \(place) 數量=日期 --cause \(cause)")
      }
      if let promise = promises.last, let before = promise.before {
        line =
          line + Text(", due ", ", 交期 ", ", 交期 ") + "\(dates.short(before)) -> "
          + (answer.acceptedOn.map(dates.short) ?? "")
          + Text(
            ", re-promise \(promise.repromises)", ", 第 \(promise.repromises) 次改期",
            ", 第 \(promise.repromises) 次改期")
      }
      return (after, line)
    }
  }
}

/// Step 4: the supervisor hears what came of it, which ends the case (R-178).
struct DelayClose: BookCommand {
  static let sheet = CommandSheet(
    id: "delay.close", word: "close", chinese: ["反馈", "回報"],
    about: Text("feed it back to the supervisor", "反馈主管, 结束", "回報主管, 結束"),
    usage: "NO [TEXT] [--note TEXT] [--at \"DATE HH:MM\"]",
    examples: ["delay close Y2603-0001 --note 3/31按新交期跟进"], part: .follow, right: .supervise)

  @Argument var words: [String] = []
  @Option var note: String?
  @Option var at: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnDelay(words) { delay, words, writing, _ in
      let after = try writing.close(
        delay, note: words.continuing(note), at: try desk.instant(at, in: writing))
      let minutes = ((after.closedAt ?? writing.now) - after.reportedAt) / 60
      var text = Text("fed back, ended after ", "已反馈, 历时 ", "已回報, 歷時 ") + Elapsed.text(minutes: minutes)
      if let answer = after.answer { text = text + ": " + Noun.customer.words + " " + answer.words }
      return (after, text)
    }
  }
}
