import ArgumentParser
import Gendan
import GendanOutput

/// How far the open orders are, by customer and product, for who leads or sells (R-389, R-483, P6).
struct ReportProgress: BookCommand {
  static let sheet = CommandSheet(
    id: "report.progress", word: "progress", chinese: ["生产进度", "生產進度"],
    about: Text("how far orders are, by customer and product", "生产进度, 按客户和产品", "生產進度, 按客戶和產品"),
    usage: "[FILTER…] [--for gm|sales-manager|PERSON]",
    examples: ["report progress --for gm", "report progress 客户:宏达 --for chenting"], part: .supervisor)

  @Argument var words: [String] = []
  @Option(name: .customLong("for")) var reader: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let (mine, name) = try whose(at: desk, in: reading)
      let lines = try CustomerProgress.all(.all([try desk.filter(words, in: reading)] + mine), in: reading)
      let dates = try desk.dateWords(reading)
      var page = try ReportPage(
        "progress",
        Text("Production progress  as of ", "生产进度  截至 ", "生產進度  截至 ") + dates.full(reading.today)
          + (name.map { Text("   for ", "   呈 ", "   呈 ") + $0 } ?? Text(verbatim: "")), at: desk)
      let isForecast = try KeptForecast.lastTold(in: reading.db) != nil
      try page.table(
        Self.listing(desk.language, dates, isForecast: isForecast).table(lines),
        numbers: lines.map { $0.orders.first })
      let late = lines.reduce(0) { $0 + $1.overdue }
      let risk = lines.reduce(0) { $0 + $1.atRisk }
      page.line(
        Text(
          "rows \(lines.count), deliveries late \(late)", "\(lines.count) 行, 超期 \(late)",
          "\(lines.count) 行, 逾期 \(late)")
          + (isForecast
            ? Text(", at risk \(risk)", ", 有风险 \(risk)", ", 有風險 \(risk)") : Text(verbatim: "")))
      page.note(try KeptForecast.basis(in: reading, dates))
      return page.answer()
    }
  }

  /// Who leads sees every order, a clerk the own ones.
  private func whose(at desk: Desk, in reading: Reading) throws -> ([OrderFilter], Text?) {
    guard let reader else { return ([], nil) }
    if let role: Role = Spelling.match(reader) { return ([], role.words) }
    let user = try User.named(reader, in: reading.db)
    return (
      user.readsOwn ? [.text(.clerk, [.equals(user.login)])] : [], Text(verbatim: user.name)
    )
  }

  private static func listing(
    _ language: Language, _ dates: DateWords, isForecast: Bool
  ) -> Listing<CustomerProgress> {
    Listing(
      id: "progress", language: language,
      fields: [
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.product) },
        .init("orders", Text("Orders", "订单", "訂單"), priority: 3, shrinks: true) { line in
          let numbers = line.orders.sorted()
          return Cell(
            (numbers.first ?? "") + (numbers.count > 1 ? " +\(numbers.count - 1)" : ""),
            value: .array(numbers.map { .string($0) }))
        },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.quantity) },
        .init("done", Text("Done", "已完", "已完"), .trailing) { Cell($0.quantity.with($0.made)) },
        .init("unit", Text("Unit", "单位", "單位"), priority: 4) { Cell($0.quantity.unit) },
        .init("percent", Text("%", "完成率", "完成率"), .trailing) { Cell(percent: $0.share) },
        .init("due", Text("First due", "最早交期", "最早交期")) { line in
          var cell = Cell(day: line.dueOn, dates)
          if line.overdue > 0 { cell.style = .overdue }
          return cell
        },
        .init("forecast", Text("Last forecast", "最晚预计", "最晚預計")) { Cell(day: $0.forecastOn, dates) },
        .init("late", Text("Late", "超期", "逾期"), .trailing) { Cell(count: $0.overdue, style: .overdue) },
        .init("at_risk", Text("At risk", "有风险", "有風險"), .trailing) {
          isForecast ? Cell(count: $0.atRisk, style: .attention) : .none
        },
      ])
  }
}

extension KeptForecast {
  /// As of when forecasts were told, below a table that shows them.
  static func basis(in reading: Reading, _ dates: DateWords) throws -> Text {
    guard let told = try lastTold(in: reading.db) else {
      return Text(
        "at risk: no forecast yet, gendan forecast run", "风险: 还没有预测, gendan forecast run",
        "風險: 還沒有預測, gendan forecast run")
    }
    return Text("at risk by the forecasts of ", "风险按 ", "風險按 ") + dates.short(told)
      + Text("", " 的预测", " 的預測")
  }
}
