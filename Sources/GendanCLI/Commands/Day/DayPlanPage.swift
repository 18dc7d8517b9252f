import Gendan
import GendanOutput

/// One's own plan of the day: what it asked for when it was made, and how far that is (R-399).
struct DayPlanPage {
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// Takes what the day asks for into the plan, and shows it.
  func plan() throws -> Answer {
    try shown { try $0.planDay() }
  }

  /// Ticks lines of the plan, `1,3`, and shows it.
  func settle(_ text: String) throws -> Answer {
    let numbers = try text.split { ",， ".contains($0) }.map { try desk.number(String($0), "--done", 1...999) }
    return try shown { writing in
      guard let lines = try DayPlan.today(of: writing.user, in: writing)?.lines else {
        throw Complaint(
          .notFound, Text("nothing is planned for today", "今天还没有计划", "今天還沒有計劃"), try: "gendan today --plan")
      }
      for number in numbers {
        guard lines.indices.contains(number - 1) else {
          throw Complaint(
            .notFound,
            Text("the plan has no line \(number)", "计划里没有第 \(number) 项", "計劃裡沒有第 \(number) 項"),
            facts: [Text("lines: 1 to \(lines.count)", "共 \(lines.count) 项", "共 \(lines.count) 項")],
            try: "gendan today --plan")
        }
        if lines[number - 1].doneAt == nil { try writing.settle(lines[number - 1]) }
      }
      return try DayPlan.today(of: writing.user, in: writing)
    }
  }

  /// Writes, and shows the plan as it is then.
  private func shown(_ act: (Writing) throws -> DayPlan?) throws -> Answer {
    var page: Answer?
    let written = try desk.write { writing, answer in
      let plan = try act(writing)
      if let plan { answer.echo = [plan.words] }
      page = try self.page(plan, in: writing)
    }
    return page?.of(written) ?? written
  }

  private func page(_ plan: DayPlan?, in reading: Reading) throws -> Answer {
    let dates = try desk.dateWords(reading)
    var page = try ReportPage(
      "day-plan", Text("Plan of the day  ", "今日计划  ", "今日計劃  ") + dates.full(reading.today), at: desk)
    let lines = plan?.lines ?? []
    try page.table(listing(dates).table(Array(lines.enumerated())), numbers: lines.map(\.subject.no))
    page.extra = [
      .init("planned", .integer(Int64(lines.count))), .init("done", .integer(Int64(plan?.done ?? 0))),
    ]
    return page.answer()
  }

  private func listing(_ dates: DateWords) -> Listing<(offset: Int, element: DayPlan.Line)> {
    let language = desk.language
    return Listing(
      id: "plan", language: language,
      fields: [
        .init("line", Text(verbatim: "#"), .trailing) { Cell(number: $0.offset + 1) },
        .init("done", Text("Done", "已办", "已辦")) { Cell(flag: $0.element.isDone, language) },
        .init("no", OrderField.no.words) { Cell($0.element.subject.no) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.element.customer) },
        .init("what", Text("What", "事项", "事項"), shrinks: true) { line in
          line.element.subject.reminder.map { Cell(id: $0, language) }
            ?? Cell(Text("deliver", "交货", "交貨")[language], value: "delivery")
        },
        .init("about", Text("About", "对象", "對象"), priority: 1, shrinks: true) {
          Cell($0.element.subject.about)
        },
        .init("text", Text("Text", "内容", "內容"), priority: 2, shrinks: true) { Cell($0.element.text) },
        .init("day", Text("Since", "日期", "日期")) {
          Cell(dates.short($0.element.dueOn), value: .string($0.element.dueOn.description))
        },
      ])
  }
}

extension DayPlan {
  /// `planned 7, done 2`.
  var words: Text {
    Text(
      "planned \(lines.count), done \(done)", "计划 \(lines.count) 项, 已办 \(done)",
      "計劃 \(lines.count) 項, 已辦 \(done)")
  }
}
