import Gendan
import GendanOutput

/// Some whole months of the calendar, for people and for programs.
struct CalendarSheet {
  private let months: [[Day]]
  private let today: Day
  private let calendar: WorkingCalendar
  private let weeklyRest: Set<Weekday>
  private let language: Language

  init(_ months: [Period], _ reading: Reading, _ language: Language) throws {
    self.months = months.map { month in month.split(every: .day).compactMap(\.first) }
    self.language = language
    today = reading.today
    calendar = try reading.calendar()
    weeklyRest = try reading.settings().weeklyRest
  }

  /// The figures of the whole in JSON's head.
  var figures: [JSON.Member] {
    let days = months.flatMap { $0 }
    let working = days.count(where: calendar.isWorking)
    return [
      .init("working_days", .integer(Int64(working))),
      .init("rest_days", .integer(Int64(days.count - working))),
      .init("years_without_facts", .array(unknownYears.map { .integer(Int64($0)) })),
    ]
  }

  /// For people: one month as a grid, more as a line each.
  var page: Document {
    let notes = unknownYears.map { year in
      Text(
        "no holidays are known for \(year): the weekly rest days are assumed",
        "还没有 \(year) 年的放假安排, 按每周休息日算", "還沒有 \(year) 年的放假安排, 按每週休息日算")
    }
    let table = months.count == 1 ? grid(months[0]) : overview
    return Document(
      (months.count == 1 ? [.line(heading(months[0])[language], .strong)] : [])
        + [.table(table)] + notes.map { .line($0[language], .attention) })
  }

  /// For programs: a row for every day, which `calendar import` reads again.
  var days: Document {
    let listing = Listing<Day>(
      id: "calendar", language: language,
      fields: [
        .init("date", Text("Date", "日期", "日期")) { Cell($0.description) },
        .init("weekday", Text("Weekday", "星期", "星期")) { day in
          Cell(day.weekday.words[language], value: .integer(Int64(day.weekday.rawValue)))
        },
        .init("working", Text("Working", "上班", "上班")) { Cell(flag: calendar.isWorking($0), language) },
        .init("kind", Text("Kind", "类别", "類別")) { Cell(id: kind($0), language) },
        .init("name", Text("Name", "名称", "名稱")) { Cell(optional: calendar.name(of: $0)) },
      ])
    return listing.list(months.flatMap { $0 })
  }

  private var unknownYears: [Int] {
    Set(months.compactMap { $0.first?.year }).filter { !calendar.covers(year: $0) }.sorted()
  }

  private func kind(_ day: Day) -> DayKind { DayKind(day, calendar, weeklyRest) }

  /// `2026-04: 21 working days, 9 days off`.
  private func heading(_ month: [Day]) -> Text {
    let working = month.count(where: calendar.isWorking)
    let off = month.count - working
    return Text(verbatim: (month.first?.description.dropLast(3)).map(String.init) ?? "")
      + Text(
        ": \(working) working days, \(off) days off", ": \(working) 个工作日, 休 \(off) 天",
        ": \(working) 個工作日, 休 \(off) 天")
  }

  /// A row for each ISO week.
  private func grid(_ month: [Day]) -> Table {
    let columns =
      [Column("week", Text("Week", "周", "週")[language], .trailing)]
      + Weekday.allCases.map { Column("d\($0.rawValue)", $0.words[language], shrinks: true) }
    let weeks = Period(first: month.first, last: month.last).split(every: .week)
    let rows = weeks.compactMap { week -> Table.Row? in
      guard let monday = week.first else { return nil }
      let days = (0..<7).map { monday.adding(days: $0) }
      let cells = days.map { $0.month == month.first?.month ? cell($0) : .none }
      return .cells([Cell(number: monday.isoWeek.week)] + cells)
    }
    return Table("calendar", columns: columns, rows: rows)
  }

  /// ` 4 off 清明节`: a day of the grid; today has a star.
  private func cell(_ day: Day) -> Cell {
    let kind = kind(day)
    let number = (day.dayOfMonth < 10 ? " " : "") + String(day.dayOfMonth)
    let parts = [number + (day == today ? "*" : ""), kind.mark?[language], calendar.name(of: day)]
    let style: Style? = day == today ? .strong : kind.isWorking ? nil : .faint
    return Cell(parts.compactMap { $0 }.joined(separator: " "), value: .string(day.description), style: style)
  }

  /// A line for each month: its working days, and what departs from the week.
  private var overview: Table {
    let columns = [
      Column("month", Text("Month", "月份", "月份")[language]),
      Column("working_days", Text("Working", "工作日", "工作日")[language], .trailing),
      Column("rest_days", Text("Off", "休息", "休息")[language], .trailing),
      Column("holidays", Text("Holidays", "放假", "放假")[language], priority: 1, shrinks: true),
      Column("makeup_days", Text("Make-up days", "调休上班", "補班")[language], priority: 2, shrinks: true),
    ]
    let rows = months.map { month in
      Table.Row.cells([
        Cell((month.first?.description.dropLast(3)).map(String.init) ?? ""),
        Cell(number: month.count(where: calendar.isWorking)),
        Cell(number: month.count { !calendar.isWorking($0) }),
        Cell(runs(month.filter { kind($0) == .holiday })),
        Cell(month.filter { kind($0) == .makeup }.map { DateWords.short($0) }.joined(separator: ", ")),
      ])
    }
    let days = months.flatMap { $0 }
    let total = [
      Cell(Text("Total", "合计", "合計")[language]), Cell(number: days.count(where: calendar.isWorking)),
      Cell(number: days.count { !calendar.isWorking($0) }),
    ]
    return Table("calendar", columns: columns, rows: rows, total: total)
  }

  /// `04-04..04-06 清明节`: days that follow each other under one name.
  private func runs(_ days: [Day]) -> String {
    var runs: [(first: Day, last: Day, name: String)] = []
    for day in days {
      let name = calendar.name(of: day) ?? ""
      if let run = runs.last, run.name == name, day - run.last == 1 {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day, name))
      }
    }
    return runs.map { run in
      let end = run.first == run.last ? "" : ".." + DateWords.short(run.last)
      return DateWords.short(run.first) + end + (run.name.isEmpty ? "" : " " + run.name)
    }.joined(separator: ", ")
  }
}

extension DateWords {
  /// `04-06`.
  fileprivate static func short(_ day: Day) -> String { String(day.description.dropFirst(5)) }
}
