import ArgumentParser
import Gendan
import GendanOutput

/// What waits at each step, against what a day of it can do.
struct ReportLoad: BookCommand {
  static let sheet = CommandSheet(
    id: "report.load", word: "load", chinese: ["负荷", "負荷"],
    about: Text("what waits at each step, and for how many days", "各工序在等的活和要几天", "各工序在等的活和要幾天"), usage: "",
    examples: ["report load", "report load -s -orders"], part: .supervisor)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let loads = try StepLoad.all(in: reading)
      let dates = try desk.dateWords(reading)
      var page = try ReportPage(
        "load", Text("Load by step  as of ", "各工序负荷  截至 ", "各工序負荷  截至 ") + dates.full(reading.today), at: desk
      )
      try page.table(Self.listing(desk.language).table(loads))
      page.note(
        Text(
          "waiting: passed by the step before; days: minutes of work over minutes a day of the registered resources",
          "等着: 上道已完; 天: 工时除以已登记资源每天的分钟数", "等著: 上道已完; 天: 工時除以已登記資源每天的分鐘數"))
      return page.answer()
    }
  }

  private static func listing(_ language: Language) -> Listing<StepLoad> {
    func quantity(
      _ id: String, _ heading: Text, _ value: @escaping (StepLoad) -> Quantity?
    ) -> Listing<StepLoad>.Field {
      .init(id, heading, .trailing) { load in value(load).map { Cell($0) } ?? Cell("n/a", value: .null) }
    }
    func minutes(_ minutes: Int64?) -> Cell {
      minutes.map { Cell(Decimal.text($0, decimals: 0, grouped: true), value: .integer($0)) }
        ?? Cell("n/a", value: .null)
    }
    return Listing(
      id: "load", language: language,
      fields: [
        .init("step", Noun.step.heading) { Cell($0.step) },
        .init("dept", OrderField.dept.words, shrinks: true) { Cell(group: $0.department, language) },
        .init("orders", Noun.production.heading, .trailing) { Cell(number: $0.orders) },
        .init("waiting_orders", Text("Waiting", "等着的单", "等著的單"), .trailing) { Cell(count: $0.ordersWaiting) },
        quantity("waiting", Text("Pieces", "等着的件", "等著的件")) { $0.waiting },
        quantity("coming", Text("To come", "将到的件", "將到的件")) { $0.coming },
        .init("minutes", Text("Minutes", "工时分钟", "工時分鐘"), .trailing, priority: 2) { minutes($0.minutes) },
        .init("capacity", Text("A day", "每天分钟", "每天分鐘"), .trailing, priority: 2) { minutes($0.capacity) },
        .init("days", Text("Days", "天数", "天數"), .trailing) { load in
          load.tenthsOfDays.map {
            Cell(Decimal.text($0, decimals: 1), value: .decimal(Decimal.text($0, decimals: 1)))
          } ?? Cell("n/a", value: .null)
        },
      ])
  }
}
