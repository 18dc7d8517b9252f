/// Deliveries due after today and expected late by the kept forecasts, the worst first; what is due
/// today or late stands in lists of its own.
public struct RiskList: Sendable {
  /// Those that nobody knows of yet, or that got worse since.
  public let loud: [OrderRow]
  /// How many there are besides of which those who answer for them know.
  public let quiet: Int
  /// The forecast of each.
  public let forecasts: [Identifier<Schedule>: DeliveryForecast]
  /// Those of `loud` about which there is something to tell since a moment.
  public let news: [OrderRow]
  /// Those that were at risk and are not any more, since that moment.
  public let recovered: [OrderRow]
  /// The day as of which forecasts were told last; nil where they never were.
  public let toldOn: Day?

  /// Reads the deliveries that pass a filter; what is new is told from a moment on, everything where it is nil.
  public static func read(
    _ filter: OrderFilter, since moment: Instant? = nil, in reading: Reading
  ) throws -> RiskList {
    let calendar = try reading.calendar()
    let kept = try KeptForecast.atRisk(in: reading.db)
    let gone = try moment.map { try KeptForecast.recovered(after: $0, in: reading.db) } ?? [:]
    var forecasts = kept.merging(gone) { kept, _ in kept }.compactMapValues(\.forecast)
    func read(_ state: OrderFilter) throws -> [OrderRow] {
      var list = OrderList(.now(reading.today))
      list.rollsUp = false
      list.filter = .all([state, filter])
      return try list.rows(in: reading)
    }
    let rows =
      kept.isEmpty
      ? []
      : try read(.all([.state(.risk), .days(.due, from: reading.today.adding(days: 1), to: nil)]))
        .worstFirst(by: forecasts, calendar)
    let loud = rows.filter { kept[$0.schedule]?.risk.isQuiet == false }
    let news = loud.filter { row in
      moment.map { moment in (kept[row.schedule]?.risk.newsAt).map { $0 > moment } ?? false } ?? true
    }
    let recovered = gone.isEmpty ? [] : try read(.deliveries(Set(gone.keys)))
    // What was expected of a delivery that is done is past.
    for row in recovered where !row.isOpen { forecasts[row.schedule] = nil }
    return RiskList(
      loud: loud, quiet: rows.count - loud.count, forecasts: forecasts, news: news,
      recovered: recovered,
      toldOn: try KeptForecast.lastTold(in: reading.db))
  }
}

extension [OrderRow] {
  /// By the working days they are expected late, then by worth, then the key customers.
  public func worstFirst(
    by forecasts: [Identifier<Schedule>: DeliveryForecast], _ calendar: WorkingCalendar
  ) -> [OrderRow] {
    func rank(_ row: OrderRow) -> (Int, Int64, Int) {
      let days = forecasts[row.schedule]?.daysBehind(calendar) ?? .min
      return (days, row.amount?.cents ?? 0, row.customerClass == .key ? 1 : 0)
    }
    return map { ($0, rank($0)) }
      .sorted { a, b in a.1 == b.1 ? (a.0.no, a.0.lineNo) < (b.0.no, b.0.lineNo) : a.1 > b.1 }
      .map(\.0)
  }
}
