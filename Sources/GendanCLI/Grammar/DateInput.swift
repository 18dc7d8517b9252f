import Gendan

extension Desk {
  /// Reads a date as a person types it.
  func day(
    _ text: String, _ direction: DateContext.Direction, of order: Order? = nil, line: LinePart? = nil,
    in reading: Reading
  ) throws -> Day {
    var context = DateContext(
      today: reading.today, calendar: try reading.calendar(), direction: direction)
    if let order {
      let schedules = try Schedule.of(order.id, line: line, in: reading.db)
      let shipments = try ShipmentLine.of(order.id, in: reading.db)
      context.anchors = { anchor in
        switch anchor {
        case .today: reading.today
        case .order: order.orderedOn
        case .due: schedules.compactMap(\.dueOn).min()
        case .want: schedules.compactMap(\.requestedOn).min()
        case .promise: schedules.compactMap(\.promisedOn).min()
        case .ship: shipments.map(\.shippedOn).max()
        case .start: nil
        }
      }
    }
    return try DatePhrase.parse(text, in: context)
  }

  /// Takes a date from the end of the words: the longest of one to three words that is one.
  func trailingDay(
    _ words: inout [String], _ direction: DateContext.Direction, of order: (any Sequence<Referenced>)? = nil,
    in reading: Reading
  ) throws -> Day {
    var reason: (any Error)?
    for count in stride(from: min(3, words.count), to: 0, by: -1) {
      do {
        let day = try day(words.suffix(count).joined(separator: " "), direction, in: reading)
        words.removeLast(count)
        return day
      } catch {
        reason = error
      }
    }
    throw reason
      ?? Complaint(.usage, Text("a date is missing", "缺少日期", "缺少日期"), try: "+3wd   下周五   2026-03-20")
  }

  /// The words for days in this reading.
  func dateWords(_ reading: Reading) throws -> DateWords {
    DateWords(today: reading.today, calendar: try reading.calendar())
  }

  /// A warning where a date lies in a year without known holidays.
  func warning(_ days: [Day], in reading: Reading) throws -> [Complaint] {
    let calendar = try reading.calendar()
    let years = Set(days.map(\.year)).filter { !calendar.covers(year: $0) && $0 >= 2024 }.sorted()
    return years.map { year in
      Complaint(
        .ok,
        Text(
          "note: the calendar has no holidays for \(year); the weekly rest days are assumed",
          "注意: 日历里还没有 \(year) 年的放假安排, 按每周休息日算", "注意: 日曆裡還沒有 \(year) 年的放假安排, 按每週休息日算"),
        try: "gendan calendar import \(year)-cn.csv")
    }
  }
}
