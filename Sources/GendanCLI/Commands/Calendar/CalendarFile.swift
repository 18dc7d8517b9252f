import Gendan

/// A list of holidays, or of all days of a year: columns date, working and, if it likes, name.
struct CalendarFile {
  let facts: [CalendarFact]

  private static let columns: [String: [String]] = [
    "date": ["day", "日期"],
    "working": ["is_workday", "off_or_work", "isoffday", "上班", "是否上班", "工作日"],
    "name": ["holiday_name", "holiday", "名称", "名稱", "节日", "節日"],
  ]

  /// Reads every row; throws one complaint that names each bad one.
  init(_ file: TextFile) throws {
    var reader = try CSVReader(bytes: file.bytes)
    let map = ColumnMap(header: reader.header, fields: CalendarFile.columns)
    guard let date = map["date"], let working = map["working"] else {
      throw Complaint(
        .data,
        Text(
          "\"\(file.path)\" has no columns date and working", "\"\(file.path)\" 没有 date 和 working 两列",
          "\"\(file.path)\" 沒有 date 和 working 兩欄"),
        facts: [Text("its header: ", "表头: ", "表頭: ") + reader.header.prefix(8).joined(separator: ", ")],
        try: "date,working,name")
    }
    var facts: [CalendarFact] = []
    var seen: [Day: Bool] = [:]
    var problems: [Text] = []
    while true {
      do throws(CSVError) {
        guard let record = try reader.next() else { break }
        if record.isEmpty { continue }
        let day = CalendarFile.day(record.trimmed(date))
        let mark = DayMark(spelled: record.trimmed(working))
        func problem(_ column: Int, _ why: Text) {
          let place = (row: record.row, column: ColumnMap.letters(of: column))
          problems.append(
            Text(
              "row \(place.row) column \(place.column) ", "第 \(place.row) 行 \(place.column) 列 ",
              "第 \(place.row) 行 \(place.column) 欄 ")
              + "\(reader.header[column])  \"\(record.text(column))\"  " + why)
        }
        if day == nil { problem(date, Text("no such day", "没有这一天", "沒有這一天")) }
        if mark == nil { problem(working, Text("neither work nor off", "不是上班也不是休息", "不是上班也不是休息")) }
        guard let day, let mark else { continue }
        if seen.updateValue(mark == .work, forKey: day) == (mark != .work) {
          problem(working, Text("an earlier row says otherwise", "和前面的行矛盾", "和前面的列矛盾"))
        }
        let name = map["name"].map { record.trimmed($0) } ?? ""
        facts.append(CalendarFact(day: day, isWorking: mark == .work, name: name.isEmpty ? nil : name))
      } catch {
        problems.append(Complaint.of(error).what)
      }
    }
    guard problems.isEmpty else { throw CalendarFile.complaint(problems, file.path) }
    self.facts = facts
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
