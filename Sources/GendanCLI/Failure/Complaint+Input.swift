import Gendan

extension Complaint {
  static func of(_ error: DateError) -> Complaint {
    let forms = "2026-03-15   3/15   3月15日   +3d   +5wd   fri   下周五   eom   月底"
    switch error {
    case .unreadable(let text):
      // A bare number of days, which may be calendar or working days.
      let isCount = text.hasPrefix("+") && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      return Complaint(
        .usage, Text("cannot read the date \"\(text)\"", "看不懂日期 \"\(text)\"", "看不懂日期 \"\(text)\""),
        facts: isCount
          ? [Text("d are calendar days, wd working days", "d 是日历天, wd 是工作日", "d 是日曆天, wd 是工作日")] : [],
        try: isCount ? "\(text)d   \(text)wd" : forms)
    case .ambiguousOrder(let text, let readings):
      return Complaint(
        .usage,
        Text("cannot read the date \"\(text)\"", "看不懂日期 \"\(text)\"", "看不懂日期 \"\(text)\"")
          + " (" + readings.map { $0.description + "?" }.joined(separator: " ") + ")",
        facts: [
          Text(
            "put the year first, or give month/day only", "年份要写在前面, 或只写月/日", "年份要寫在前面, 或只寫月/日")
        ], try: (readings.first?.description).map { $0 + "   3/4   +5wd   下周五   eom" } ?? forms)
    case .noSuchDay(let text):
      return Complaint(
        .usage, Text("there is no day \"\(text)\"", "没有 \"\(text)\" 这一天", "沒有 \"\(text)\" 這一天"), try: forms)
    case .wrongSide(let text, let near, let other) where near > other:
      return Complaint(
        .usage, Text("\"\(text)\" is not yet", "\"\(text)\" 还没到", "\"\(text)\" 還沒到"),
        facts: [
          Text(
            "what happened has a day gone by, or today; the year before is written in full",
            "发生的事只能写今天或以前; 去年的请写全年份", "發生的事只能寫今天或以前; 去年的請寫全年份")
        ], tries: ["today", other.description])
    case .wrongSide(let text, let near, let other):
      return Complaint(
        .usage,
        Text("\"\(text)\" could be ", "\"\(text)\" 是 ", "\"\(text)\" 是 ") + near.description
          + Text(" or ", " 还是 ", " 還是 ") + other.description + Text("", "?", "?"),
        facts: [
          Text("write the year in full", "请写全年份", "請寫全年份")
        ], tries: [near.description, other.description])
    case .anchorMissing(let anchor):
      return Complaint(
        .usage,
        Text(
          "there is no \(anchor.rawValue) date to count from", "没有 \(anchor.rawValue) 日期可以起算",
          "沒有 \(anchor.rawValue) 日期可以起算"), try: "+3wd")
    case .factInFuture(let text, let day):
      return Complaint(
        .usage,
        Text(
          "\"\(text)\" is \(day): it has not happened yet", "\"\(text)\" 是 \(day), 还没到",
          "\"\(text)\" 是 \(day), 還沒到"),
        facts: [Text("a fact has a day gone by, or today", "事实只能写今天或以前", "事實只能寫今天或以前")], try: "--on today")
    case .planInPast(let text, let day):
      return Complaint(
        .usage,
        Text(
          "\"\(text)\" is \(day), which has passed", "\"\(text)\" 是 \(day), 已经过去",
          "\"\(text)\" 是 \(day), 已經過去"),
        facts: [
          Text("write the year in full to record a past date", "补录过去的日期请写全年份", "補錄過去的日期請寫全年份")
        ], try: day.description)
    case .noHolidayKnown(let text):
      return Complaint(
        .usage,
        Text(
          "\"\(text)\": the calendar knows no holiday there", "\"\(text)\": 日历里没有那边的假期",
          "\"\(text)\": 日曆裡沒有那邊的假期"),
        try: "gendan calendar import FILE.csv")
    case .outOfRange(let text):
      return Complaint(
        .usage, Text("the date \"\(text)\" is too far away", "日期 \"\(text)\" 太远", "日期 \"\(text)\" 太遠"),
        try: forms)
    }
  }

  static func of(_ error: PeriodError) -> Complaint {
    let forms = "today   week   lastmonth   2026-02   2026q1   本月   上周   2026-03-01..2026-03-15"
    switch error {
    case .date(let error): return of(error)
    case .unreadable(let text), .noSuchPeriod(let text), .outOfRange(let text):
      return Complaint(
        .usage, Text("cannot read the period \"\(text)\"", "看不懂期间 \"\(text)\"", "看不懂期間 \"\(text)\""),
        try: forms)
    case .backwards(let text, let first, let last):
      return Complaint(
        .usage,
        Text(
          "the period \"\(text)\" ends before it begins", "期间 \"\(text)\" 结束早于开始", "期間 \"\(text)\" 結束早於開始"),
        try: "\(last)..\(first)")
    }
  }

  static func of(_ error: TextFileError) -> Complaint {
    switch error {
    case .missing(let path):
      return Complaint(.noInput, Text("there is no file \"\(path)\"", "没有文件 \"\(path)\"", "沒有檔案 \"\(path)\""))
    case .unreadable(let path, let code), .readFailed(let path, let code):
      return Complaint(
        code == 5 ? .io : .noInput,
        Text(
          "cannot read \"\(path)\" (error \(code))", "读不了 \"\(path)\" (错误 \(code))",
          "讀不了 \"\(path)\" (錯誤 \(code))"))
    case .tooLarge(let path, let limit):
      return Complaint(
        .data,
        Text(
          "\"\(path)\" is larger than \(limit >> 20) MB", "\"\(path)\" 超过 \(limit >> 20) MB",
          "\"\(path)\" 超過 \(limit >> 20) MB"))
    case .badBytes(let path, let encoding, let offset, let line, let bytes):
      let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
      return Complaint(
        .data,
        Text(
          "\"\(path)\" is not \(encoding.rawValue): line \(line), byte \(offset): \(hex)",
          "\"\(path)\" 不是 \(encoding.rawValue): 第 \(line) 行, 第 \(offset) 字节: \(hex)",
          "\"\(path)\" 不是 \(encoding.rawValue): 第 \(line) 行, 第 \(offset) 位元組: \(hex)"),
        facts: [Text("nothing was written", "一行也没写入", "一行也沒寫入")],
        try: "gendan import \(path) --encoding gb18030", "gendan import \(path) --encoding utf-8")
    case .encodingUnavailable(_, let encoding):
      return Complaint(
        .unavailable,
        Text(
          "this machine cannot convert \(encoding.rawValue)", "这台机器不能转换 \(encoding.rawValue)",
          "這台機器不能轉換 \(encoding.rawValue)"))
    }
  }

  static func of(_ error: CSVError) -> Complaint {
    let nothing = [Text("nothing was written", "一行也没写入", "一行也沒寫入")]
    switch error {
    case .empty:
      return Complaint(.data, Text("the file is empty", "文件是空的", "檔案是空的"))
    case .noRows(let header):
      return Complaint(
        .data, Text("the file has a header but no rows", "文件只有表头, 没有数据", "檔案只有表頭, 沒有資料"),
        facts: [Text(verbatim: header.prefix(8).joined(separator: ", "))])
    case .fieldCount(let row, _, let expected, let found):
      return Complaint(
        .data,
        Text(
          "row \(row) has \(found) fields, the header has \(expected)",
          "第 \(row) 行有 \(found) 栏, 表头有 \(expected) 栏", "第 \(row) 行有 \(found) 欄, 表頭有 \(expected) 欄"),
        facts: nothing)
    case .unterminatedQuote(let row, let line):
      return Complaint(
        .data,
        Text(
          "row \(row): a quote that begins in line \(line) does not end",
          "第 \(row) 行: 从第 \(line) 行开始的引号没有结束", "第 \(row) 行: 從第 \(line) 行開始的引號沒有結束"),
        facts: nothing)
    case .textAfterQuote(let row, _, let column):
      return Complaint(
        .data,
        Text(
          "row \(row) column \(ColumnMap.letters(of: column)): text after a closing quote",
          "第 \(row) 行 \(ColumnMap.letters(of: column)) 列: 引号后面还有字",
          "第 \(row) 行 \(ColumnMap.letters(of: column)) 欄: 引號後面還有字"), facts: nothing)
    }
  }

  static func of(_ error: NumberError) -> Complaint {
    switch error {
    case .empty:
      return Complaint(.usage, Text("a number is missing", "缺少数字", "缺少數字"))
    case .notANumber(let text):
      return Complaint(
        .usage, Text("\"\(text)\" is not a number", "\"\(text)\" 不是数字", "\"\(text)\" 不是數字"),
        try: "1200   1,200.50")
    case .misplacedComma(let text):
      return Complaint(
        .usage, Text("a comma is misplaced in \"\(text)\"", "\"\(text)\" 的逗号位置不对", "\"\(text)\" 的逗號位置不對"),
        try: "1200   1,200.50")
    case .tooPrecise(let text, let decimals):
      return Complaint(
        .usage,
        Text(
          "\"\(text)\" has more than \(decimals) decimals", "\"\(text)\" 多于 \(decimals) 位小数",
          "\"\(text)\" 多於 \(decimals) 位小數"))
    case .outOfRange(let text):
      return Complaint(.usage, Text("\"\(text)\" is too large", "\"\(text)\" 太大", "\"\(text)\" 太大"))
    }
  }

  static func of(_ error: ColumnMapError) -> Complaint {
    switch error {
    case .malformed(let text):
      return Complaint(
        .usage,
        Text(
          "--map \"\(text)\" is not field=column", "--map \"\(text)\" 应写成 字段=列", "--map \"\(text)\" 應寫成 欄位=列"),
        try: "--map po=B,qty=E")
    case .unknownField(let name, let near):
      return Complaint(
        .usage, Text("no field \"\(name)\" can be imported", "没有可导入的字段 \"\(name)\"", "沒有可匯入的欄位 \"\(name)\""),
        facts: near.isEmpty ? [] : [Text("close: ", "相近: ", "相近: ") + near.joined(separator: ", ")],
        try: "gendan help import")
    case .unknownColumn(let name, _, let near):
      return Complaint(
        .usage, Text("the file has no column \"\(name)\"", "文件没有 \"\(name)\" 列", "檔案沒有 \"\(name)\" 欄"),
        facts: near.isEmpty ? [] : [Text("close: ", "相近: ", "相近: ") + near.joined(separator: ", ")])
    case .ambiguousColumn(let name, _, let columns):
      return Complaint(
        .usage, Text("several columns are called \"\(name)\"", "有几列都叫 \"\(name)\"", "有幾欄都叫 \"\(name)\""),
        facts: [
          Text("name one by its letter: ", "请用列号: ", "請用欄號: ")
            + columns.map { ColumnMap.letters(of: $0) }.joined(separator: ", ")
        ])
    case .repeatedField(let name):
      return Complaint(
        .usage, Text("the field \"\(name)\" is mapped twice", "字段 \"\(name)\" 对应了两次", "欄位 \"\(name)\" 對應了兩次"))
    }
  }
}

extension Complaint {
  /// A promise that stands is moved only with its cause.
  static func causeMissing(_ order: String) -> Complaint {
    let causes = Cause.allCases.map { Text($0.rawValue, $0.words.simplified, $0.words.traditional) }
    var complaint = Complaint(
      .usage,
      Text(
        "\(order) was promised before: say why the date moves", "\(order) 已答复过交期: 改期要写原因",
        "\(order) 已答覆過交期: 改期要寫原因"),
      facts: [Text("causes: ", "原因: ", "原因: ") + causes.joined(", ")],
      try: "gendan promise \(order) +3wd --cause shortage")
    complaint.lacking = ["--cause shortage"]
    complaint.asks = "--cause"
    return complaint
  }
}
