import Gendan

/// How days are written for people.
struct DateWords {
  let today: Day
  let calendar: WorkingCalendar

  /// `2026-03-20 周五 (还有 4 个工作日)`: what a typed date was understood as.
  func echo(_ day: Day) -> Text {
    let left = calendar.workingDays(from: today, to: day)
    let distance =
      if day == today {
        Text("today", "今天", "今天")
      } else if day > today {
        Text(
          "in \(left) working day\(left == 1 ? "" : "s")", "还有 \(left) 个工作日", "還有 \(left) 個工作日")
      } else {
        Text(
          "\(-left) working day\(left == -1 ? "" : "s") ago", "\(-left) 个工作日前", "\(-left) 個工作日前")
      }
    let rest = calendar.isWorking(day) ? Text("", "", "") : restDay(day)
    return Text(verbatim: day.description + " ") + day.weekday.words + " (" + distance + rest + ")"
  }

  /// `, a rest day`: said of a plan that falls on one.
  private func restDay(_ day: Day) -> Text {
    let name = calendar.name(of: day) ?? ""
    return Text(", a rest day", ", 休息日", ", 休息日") + (name.isEmpty ? "" : " " + name)
  }

  /// `2026-03-20 周五`.
  func full(_ day: Day) -> Text { Text(verbatim: day.description + " ") + day.weekday.words }

  /// `03-20`, with the year where it is not this one.
  func short(_ day: Day) -> String {
    day.year == today.year ? String(day.description.dropFirst(5)) : day.description
  }

  /// `03-20 09:50` at the site.
  func time(_ at: Instant, utcOffset: Int) -> String {
    short(at.day(utcOffset: utcOffset)) + " " + Self.clock(at, utcOffset: utcOffset)
  }

  /// `09:50` at the site.
  static func clock(_ at: Instant, utcOffset: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return padded(at.hour(utcOffset: utcOffset)) + ":" + padded(at.minute(utcOffset: utcOffset))
  }

  /// `3月16日 周一` or `Mon 16 Mar`.
  func heading(_ day: Day) -> Text {
    Text(
      "\(day.weekday.words.english) \(day.dayOfMonth) \(Self.months[day.month - 1])",
      "\(day.month)月\(day.dayOfMonth)日 \(day.weekday.words.simplified)",
      "\(day.month)月\(day.dayOfMonth)日 \(day.weekday.words.traditional)")
  }

  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `4 天` or `4d`: working days, the unit of every screen.
  static func days(_ number: Int) -> Text { Text("\(number)d", "\(number) 天", "\(number) 天") }

  /// How late something is, in working days; `<1d` over rest days alone, nothing where it is not.
  static func late(_ late: Lateness) -> Text {
    if late.workingDays > 0 { return days(late.workingDays) }
    return late.isLate ? Text("<1d", "<1 天", "<1 天") : Text(verbatim: "")
  }
}
