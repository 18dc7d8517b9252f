extension Reading {
  /// How forecasts would have done in this book: of the production orders begun from a day on, each as of several
  /// days of its life from what was known then. Days count as working days.
  public func forecastRecord(from day: Day? = nil) throws -> Forecast.Backtest {
    let record = try WorkshopRecord(isWhole: true, in: self)
    let calendar = try calendar()
    return Forecast.Shop(record.orders.map(\.order)).backtest(from: day.map(calendar.count(of:)))
  }
}
