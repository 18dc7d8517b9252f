import Gendan

/// A list of holidays, or of all days of a year: columns date, working and, if it likes, name.
struct CalendarFile {
  private(set) var facts: [CalendarFact] = []
  private let header: [String]
  private let date: Int
  private let working: Int
  private let name: Int?
  private var seen: [Day: Bool] = [:]
  private var problems: [Text] = []

  private static let columns: [String: [String]] = [
    "date": ["day", "日期"],
    "working": ["is_workday", "off_or_work", "上班", "是否上班"],
    "name": ["holiday_name", "holiday", "名称", "名稱", "节日", "節日"],
  ]

  /// Reads every row of the file at `path`; throws one complaint that names each bad one.
  init(_ path: String, _ options: TableFile.Options) throws {
    let headings = CalendarFile.columns.flatMap { [$0.key] + $0.value }
    let file = try TableFile.read(path, headings: headings, options)
    header = file.header
    let map = ColumnMap(header: header, fields: CalendarFile.columns)
    guard let date = map["date"], let working = map["working"] else {
      throw Complaint(
        .data,
        Text(
          "\"\(path)\" has no columns date and working", "\"\(path)\" 没有 date 和 working 两列",
          "\"\(path)\" 沒有 date 和 working 兩欄"),
        facts: [Text("its header: ", "表头: ", "表頭: ") + header.prefix(8).joined(separator: ", ")],
        try: "gendan calendar show 2026 -O csv")
    }
    self.date = date
    self.working = working
    name = map["name"]
    for record in file.records { take(record) }
    problems += file.faults.map { Complaint.of($0).what }
    guard problems.isEmpty else { throw CalendarFile.complaint(problems, path) }
  }

  private mutating func take(_ record: TableRecord) {
    let day = CalendarFile.day(record.trimmed(date))
    let mark = DayMark(spelled: record.trimmed(working))
    if day == nil { note(record, date, Text("no such day", "没有这一天", "沒有這一天")) }
    if mark == nil { note(record, working, Text("neither work nor off", "不是上班也不是休息", "不是上班也不是休息")) }
    guard let day, let mark else { return }
    let isWorking = mark == .work
    if seen.updateValue(isWorking, forKey: day) == !isWorking {
      note(record, working, Text("an earlier row says otherwise", "和前面的行矛盾", "和前面的行矛盾"))
    }
    facts.append(
      CalendarFact(day: day, isWorking: isWorking, name: name.map { record.trimmed($0) }.filled))
  }

  /// `row 17 column G date  "2026.2.30"  no such day`.
  private mutating func note(_ record: TableRecord, _ column: Int, _ why: Text) {
    let (row, letters) = (record.row, ColumnMap.letters(of: column))
    problems.append(
      Text("row \(row) column \(letters) ", "第 \(row) 行 \(letters) 列 ", "第 \(row) 行 \(letters) 欄 ")
        + "\(header[column])  \"\(record.text(column))\"  " + why)
  }

  /// A day with its year, as spreadsheets write it: 2027-01-01, 2027/1/1, 20270101.
  private static func day(_ text: String) -> Day? {
    let text = folded(text)
    guard text.count >= 8, text.prefix(4).allSatisfy(\.isWholeNumber), let any = Day("2000-01-01") else {
      return nil
    }
    let context = DateContext(today: any, calendar: WorkingCalendar(), direction: .view)
    do { return try DatePhrase.parse(text, in: context) } catch { return nil }
  }

  private static func complaint(_ problems: [Text], _ path: String) -> Complaint {
    let count = problems.count
    return Complaint(
      .data,
      Text(
        "\(count) row\(count == 1 ? "" : "s") of \(path) cannot be read; nothing was written",
        "\(path) 有 \(count) 行读不了, 一行也没写入", "\(path) 有 \(count) 行讀不了, 一行也沒寫入"),
      facts: problems, try: "gendan calendar import \(path)")
  }
}
