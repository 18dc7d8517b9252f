import ArgumentParser
import Gendan

/// `calendar`: the days that are worked (D-01).
struct CalendarCommand: NounCommand {
  static let word = "calendar"
  static let chinese = ["日历", "日曆"]
  static let about = Text("working days and holidays", "工作日和节假日", "工作日和節假日")
  static let verbs: [any BookCommand.Type] = [
    CalendarShow.self, CalendarSet.self, CalendarClear.self, CalendarImport.self,
  ]
}

/// What kind of day it is.
enum DayKind: String, Worded {
  case workday, rest, holiday, makeup

  /// The kind of a day under a calendar and the week's rest days.
  init(_ day: Day, _ calendar: WorkingCalendar, _ weeklyRest: Set<Weekday>) {
    let isWeeklyRest = weeklyRest.contains(day.weekday)
    if calendar.isWorking(day) {
      self = isWeeklyRest ? .makeup : .workday
    } else {
      self = !isWeeklyRest || calendar.name(of: day) != nil ? .holiday : .rest
    }
  }

  var isWorking: Bool { self == .workday || self == .makeup }

  var words: Text {
    switch self {
    case .workday: Text("working day", "工作日", "工作日")
    case .rest: Text("rest day", "休息日", "休息日")
    case .holiday: Text("holiday", "放假", "放假")
    case .makeup: Text("make-up day", "调休上班", "補班")
    }
  }

  /// The sign beside a day's number; none for what every working day is.
  var mark: Text? {
    switch self {
    case .workday: nil
    case .rest, .holiday: Text("off", "休", "休")
    case .makeup: Text("work", "班", "班")
    }
  }
}

/// Whether a day is worked, as people and files write it.
enum DayMark: String, CaseIterable, Worded {
  case work, rest

  var words: Text {
    switch self {
    case .work: Text("work", "上班", "上班")
    case .rest: Text("off", "休息", "休息")
    }
  }

  /// What files write besides, in lower case.
  private static let others: [String: DayMark] = [
    "1": .work, "yes": .work, "true": .work, "workday": .work, "makeup": .work, "班": .work, "是": .work,
    "工作日": .work, "调休上班": .work, "補班": .work,
    "0": .rest, "no": .rest, "false": .rest, "holiday": .rest, "weekend": .rest, "休": .rest, "否": .rest,
    "休息日": .rest, "放假": .rest,
  ]

  /// What a text means; nil for one that means neither.
  init?(spelled text: String) {
    let word = folded(text)
    let match = DayMark.allCases.first { mark in
      mark.rawValue == word || mark.words.all.contains(word)
    }
    guard let mark = match ?? DayMark.others[word] else { return nil }
    self = mark
  }
}
