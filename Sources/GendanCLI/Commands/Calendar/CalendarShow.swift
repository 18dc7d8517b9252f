import ArgumentParser
import Gendan
import GendanOutput

/// A month as a grid, or several months as a line each; programs get a row for every day.
struct CalendarShow: BookCommand {
  static let sheet = CommandSheet(
    id: "calendar.show", word: "show", chinese: ["看"],
    about: Text("show working days and holidays", "看工作日和节假日", "看工作日和節假日"),
    usage: "[PERIOD]",
    examples: ["calendar show", "calendar show 2026-04", "calendar show 2026", "calendar show 2026 -O csv"],
    part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let sheet = try CalendarSheet(months(in: reading), reading, desk.language)
      let format = try Presentation(desk).format()
      let isForPrograms = [.csv, .tsv, .json, .ndjson].contains(format)
      var answer = Answer("calendar", isForPrograms ? sheet.days : sheet.page)
      answer.extra = sheet.figures
      return answer
    }
  }

  /// The months that have a day of the period: this one where nothing is said.
  private func months(in reading: Reading) throws -> [Period] {
    if words.isEmpty { return [.month(of: reading.today)] }
    let text = words.joined(separator: " ")
    let context = DateContext(today: reading.today, calendar: try reading.calendar(), direction: .view)
    let period = try PeriodPhrase.parse(text, in: context)
    guard let first = period.first, let last = period.last, last - first < 366 * 10 else {
      throw Complaint(
        .usage, Text("\"\(text)\" is too long a period", "\"\(text)\" 这段时间太长", "\"\(text)\" 這段時間太長"),
        try: "gendan calendar show 2026")
    }
    return period.split(every: .month)
  }
}
