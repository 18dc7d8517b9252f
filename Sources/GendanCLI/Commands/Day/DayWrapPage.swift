import Gendan
import GendanOutput

/// The page of a day at its end.
struct DayWrapPage {
  private let desk: Desk
  private let reading: Reading
  private let dates: DateWords
  private let tables: OrderTable

  init(_ desk: Desk, _ reading: Reading) throws {
    (self.desk, self.reading) = (desk, reading)
    dates = try desk.dateWords(reading)
    tables = try OrderTable(desk, reading)
  }

  /// What is left, and with it what was done and what comes where the whole is asked for. Where anything is left of
  /// what alone was asked for, the exit code says so.
  func answer(_ user: User?, isWhole: Bool) throws -> Answer {
    let day = try DayWrap.read(
      clerk: user?.login, login: user?.login ?? (isWhole ? desk.actor.login : nil), in: reading)
    let name = isWhole ? Text("The day  ", "日结  ", "日結  ") : Text("Left of today  ", "今日未办  ", "今日未辦  ")
    var page = try ReportPage(
      isWhole ? "wrap" : "left", name + dates.full(reading.today) + (user?.name ?? "").spaced, at: desk)
    if isWhole { page.section(Text("Done", "已办", "已辦"), try Self.done(day.done, desk)) }
    page.section(Text("Due, still owed", "到期未交", "到期未交"), orders("orders_left", day.ordersLeft))
    page.section(Text("Still to do", "未办", "未辦"), tasks("tasks_left", day.tasksLeft))
    if isWhole {
      let next = dates.full(day.next)
      page.section(Text("Due by ", "到期, 至 ", "到期, 至 ") + next, orders("orders_next", day.ordersNext))
      page.section(Text("To do by ", "要办, 至 ", "要辦, 至 ") + next, tasks("tasks_next", day.tasksNext))
    }
    if page.count == 0 { page.line(Text("nothing is left", "都办完了", "都辦完了")) }
    page.extra = [.init("left", .integer(Int64(day.left)))]
    var answer = page.answer(columns: [
      "subject", "no", "customer", "lines", "product", "qty", "due", "late", "step", "what", "about", "text",
      "day",
    ])
    answer.rows = day.ordersLeft.map(\.no)
    if !isWhole && day.left > 0 { answer.exit = .attention }
    return answer
  }

  /// What was worked on, a thing a row; people read each line of it in its own.
  static func done(_ done: [DayWrap.Done], _ desk: Desk) throws -> Table {
    var table = Listing<DayWrap.Done>(
      id: "done", language: desk.language,
      fields: [
        .init("subject", Text("About", "对象", "對象")) { Cell($0.subject) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell(optional: $0.customer) },
        .init("lines", Text("Done", "已办", "已辦"), shrinks: true) { done in
          Cell(done.lines.joined(separator: "; "), value: .array(done.lines.map { .string($0) }))
        },
      ]
    ).table(done)
    guard try Presentation(desk).format().isForPeople else { return table }
    table.rows = done.flatMap { thing in
      thing.lines.enumerated().map { place, line in
        .cells(
          place == 0
            ? [Cell(thing.subject), Cell(optional: thing.customer), Cell(line)] : [.none, .none, Cell(line)])
      }
    }
    return table
  }

  private func orders(_ id: String, _ rows: [OrderRow]) -> Table {
    tables.table(id, rows).selecting(["no", "customer", "product", "qty", "due", "late", "step"])
  }

  private func tasks(_ id: String, _ tasks: [Task]) -> Table {
    var table = TaskTable(language: desk.language, dates: dates, reading: reading).table(
      tasks, numberedFrom: nil)
    table.id = id
    table.indent = 0
    return table
  }
}
