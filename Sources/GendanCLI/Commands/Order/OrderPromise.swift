import ArgumentParser
import Gendan

/// Promises a date, or moves a promise with its cause; the first promise stays for ever.
struct OrderPromise: BookCommand {
  static let sheet = CommandSheet(
    id: "order.promise", word: "promise", chinese: ["改交期"],
    about: Text("promise a date, or move it", "答复或改交期", "答覆或改交期"),
    usage: "REF[.LINE]… DATE [--cause KIND] [--told WHO] [--note TEXT] [--on DATE]",
    examples: [
      "promise 118 +3wd --cause shortage --told 刘工", "promise 118.2 2026-04-03", "promise 1 下周五 --cause 返工",
    ],
    part: .follow)

  @Argument var words: [String] = []
  @Option var cause: String?
  @Option var told: String?
  @Option var note: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (orders, days, made) = try desk.read { try plan(at: desk, in: $0) }
    let cause = try cause.map(Cause.read)
    if orders.count > 3 {
      try desk.confirm(
        Text(
          "this moves the due date of \(orders.count) orders", "要改 \(orders.count) 张订单的交期",
          "要改 \(orders.count) 張訂單的交期"))
    }
    return try desk.write { writing, answer in
      for (referenced, day) in zip(orders, days) {
        let changes = try writing.promise(
          referenced.order, line: referenced.line, day, cause: cause, told: told, note: note, madeOn: made)
        answer.touched.append(referenced.order.no)
        answer.echo.append(
          try echo(referenced, day, changes, cause, desk.dateWords(writing)))
      }
      answer.warnings = try desk.warning(days, in: writing)
      for (referenced, day) in zip(orders, days) {
        answer.warnings += try desk.doubts(promised: day, of: referenced, in: writing)
      }
    }
  }

  /// The orders and the day of each: `promise+3wd` counts from every order's own promise.
  private func plan(at desk: Desk, in reading: Reading) throws -> ([Referenced], [Day], Day?) {
    var words = words
    let typed = try dateWords(&words, at: desk, in: reading)
    let orders = try desk.references(only: words, in: reading)
    return (
      orders, try orders.map { try desk.day(typed, .plan, of: $0.order, line: $0.line, in: reading) },
      try on.map { try desk.day($0, .fact, in: reading) }
    )
  }

  /// The words of the date: the longest end of the line that reads as one, after at least one order.
  private func dateWords(_ words: inout [String], at desk: Desk, in reading: Reading) throws -> String {
    guard words.count > 1 else {
      if words.isEmpty { throw desk.missingReference(nil) }
      throw Complaint(
        .usage, Text("a date is missing", "缺少日期", "缺少日期"),
        try: "gendan promise \(words[0]) +3wd --cause shortage")
    }
    var probe = words
    // An anchor such as promise+3wd needs the order: the first one stands for all.
    let first = try Reference(words[0]).map { try desk.orders($0, typed: words[0], in: reading) }?.first
    for count in stride(from: min(3, words.count - 1), to: 1, by: -1) {
      let text = words.suffix(count).joined(separator: " ")
      do {
        _ = try desk.day(text, .plan, of: first?.order, in: reading)
        probe.removeLast(count)
        words = probe
        return text
      } catch is DateError {
        continue
      }
    }
    return words.removeLast()
  }

  private func echo(
    _ referenced: Referenced, _ day: Day, _ changes: [PromiseMade], _ cause: Cause?, _ dates: DateWords
  ) throws -> Text {
    let head = referenced.label
    guard let change = changes.last else {
      return head + Text("due ", "交期 ", "交期 ") + dates.echo(day) + Text(", as it was", ", 没有变", ", 沒有變")
    }
    // Of several deliveries some may have been promised before.
    guard let before = changes.compactMap(\.before).first else {
      return head + Text("promised ", "答复交期 ", "答覆交期 ") + dates.echo(day)
    }
    // Several deliveries that move from different days are each named.
    let moved =
      Set(changes.map(\.before)).count == 1
      ? dates.short(before)
      : changes.map { ".\($0.place) \($0.before.map(dates.short) ?? "-")" }.joined(separator: ", ")
    var text = head + Text("due ", "交期 ", "交期 ") + "\(moved) -> " + dates.echo(day)
    text =
      text
      + Text(
        ", re-promise \(change.repromises)", ", 第 \(change.repromises) 次改期", ", 第 \(change.repromises) 次改期")
    if let cause { text = text + Text(", cause ", ", 原因 ", ", 原因 ") + cause.words }
    if let told { text = text + Text(", told ", ", 已告知 ", ", 已告知 ") + told }
    if change.wasPast { text = text + Text(", after it had passed", ", 过期后才改", ", 過期後才改") }
    return text
  }
}

extension Referenced {
  /// `SO2602-0118.2 宏达机械: `: the order with the line that is meant.
  var label: Text { line == nil ? order.label : Text(verbatim: "\(order.named(line)) \(order.customer): ") }
}

extension Order {
  /// `SO2602-0118 宏达机械: `, with which every line about an order begins.
  var label: Text { Text(verbatim: "\(no) \(customer): ") }
}
