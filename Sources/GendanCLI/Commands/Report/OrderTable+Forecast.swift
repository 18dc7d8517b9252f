import Gendan
import GendanOutput

/// What a list shows of forecasts, beside an order's own fields.
extension OrderTable {
  /// The columns of a forecast; none where nothing is forecast.
  var forecastColumns: [Column] {
    guard forecasts != nil else { return [] }
    return [
      Column("forecast", Text("Forecast", "预计", "預計")[language]),
      Column("behind", Text("Gap", "差", "差")[language], .trailing),
      Column("range", Text("80 % within", "八成把握", "八成把握")[language], priority: 2),
      Column("ground", Text("From", "依据", "依據")[language], priority: 3),
      Column("n", "n", .trailing, priority: 5),
    ]
  }

  /// A table of deliveries at risk, with widths of its own; people see what it is about, machines every field.
  func risks(
    _ id: String, _ rows: [OrderRow], numberedFrom first: Int? = nil,
    _ forecasts: [Identifier<Schedule>: DeliveryForecast], isForPeople: Bool
  ) -> Table {
    var tables = self
    tables.forecasts = forecasts
    let table = tables.table(id, rows, numberedFrom: first, group: "risk")
    guard isForPeople else { return table }
    return table.selecting(
      ["row", "no", "customer", "product", "qty", "due", "forecast", "behind", "step"]
        .filter { first != nil || $0 != "row" })
  }

  /// The cells of one delivery's forecast.
  func forecastCells(_ row: OrderRow) -> [Cell] {
    guard let forecasts else { return [] }
    guard let forecast = forecasts[row.schedule] else {
      return [Cell](repeating: .none, count: forecastColumns.count)
    }
    let dates = DateWords(today: asOf, calendar: calendar)
    let range = forecast.interval.map { range in
      Cell(
        range.lowerBound == range.upperBound
          ? dates.short(range.lowerBound)
          : "\(dates.short(range.lowerBound))..\(dates.short(range.upperBound))",
        value: .array([.string(range.lowerBound.description), .string(range.upperBound.description)]))
    }
    return [
      Cell(dates.short(forecast.day), value: .string(forecast.day.description)), gap(forecast),
      range ?? .none, Cell(forecast.ground.words[language], code: forecast.ground.rawValue),
      Cell(number: forecast.count == 0 ? nil : forecast.count),
    ]
  }

  /// `+2 天`: working days after it is needed, or how many are left.
  private func gap(_ forecast: DeliveryForecast) -> Cell {
    guard let days = forecast.daysBehind(calendar) else { return .none }
    let words = DateWords.days(abs(days))
    let text =
      forecast.isBehind ? Text(verbatim: "+") + words : days == 0 ? words : Text(verbatim: "-") + words
    return Cell(
      text[language], value: .integer(Int64(days)), style: forecast.isBehind ? .attention : nil)
  }
}

extension DeliveryForecast.Ground: Worded {
  var words: Text {
    switch self {
    case .made: Text("made", "已做完", "已做完")
    case .product: Text("the product's orders", "同产品历史", "同產品歷史")
    case .route: Text("orders of its route", "同工艺历史", "同製程歷史")
    case .shop: Text("all orders", "全厂历史", "全廠歷史")
    case .plan: Text("the plan", "计划", "計劃")
    case .leadTime: Text("the lead time", "标准周期", "標準週期")
    }
  }
}
