import Gendan

/// Filters: `客户:宏达,华威 交期:本周 is:overdue not:is:held 法兰`. Terms are joined by AND; an unknown
/// field is an error with the nearest names, never a search for its text.
struct FilterPhrase {
  let context: DateContext
  /// The terms of a saved filter; where nil, none may be named.
  var view: ((_ name: String) throws -> [String])?

  /// Reads the terms of a line.
  func parse(_ words: [String]) throws -> OrderFilter {
    .all(try words.filter { !$0.isEmpty }.map(term))
  }

  private func term(_ word: String) throws -> OrderFilter {
    let text = foldedKey(word)
    guard let colon = text.firstIndex(of: ":") else {
      if let meant = Self.meant(by: text) { throw Self.unspelled(word, meant) }
      if let state = Spelling.match(text) as StateWord? { throw Self.unmarked(word, state) }
      return .word(word)
    }
    let key = String(text[..<colon])
    let value = String(text[text.index(after: colon)...])
    switch key {
    case "is": return .state(try Spelling.read(value, as: Text("state", "状态", "狀態")))
    case "not": return .not(try term(value))
    case "no" where OrderField.named(value) != nil:
      return .missing(OrderField.named(value) ?? .note)
    case "has": return .not(.missing(try field(value)))
    case "where": return try WherePhrase(value).parse(term)
    case _ where ViewCommand.words.contains(key):
      guard let view else { fallthrough }
      return try FilterPhrase(context: context).parse(try view(value))
    default: return try fieldTerm(try field(key), value, typed: word)
    }
  }

  /// `prio=H` and `qty>500`, as other programs spell them: what they are here; nil where no field stands before the sign.
  private static func meant(by word: String) -> String? {
    guard let sign = word.firstIndex(where: { "=<>＝＜＞≥≤".contains($0) }), sign > word.startIndex,
      let field = OrderField.named(String(word[..<sign]))
    else { return nil }
    let value = word[sign...].drop { "=<>＝＜＞≥≤".contains($0) }
    return switch word[sign] {
    case ">", "＞", "≥": "\(field.rawValue):\(value).."
    case "<", "＜", "≤": "\(field.rawValue):..\(value)"
    default: "\(field.rawValue):\(value)"
    }
  }

  private static func unspelled(_ word: String, _ meant: String) -> Complaint {
    var complaint = Complaint(
      .usage,
      Text(
        "a filter has a colon: \(meant), not \(word)", "筛选用冒号: \(meant), 不是 \(word)",
        "篩選用冒號: \(meant), 不是 \(word)"),
      try: "gendan list \(meant)")
    complaint.meant = (word, [meant])
    return complaint
  }

  /// A state's name alone would be looked for as a text, and none fits: as if nothing were late.
  private static func unmarked(_ word: String, _ state: StateWord) -> Complaint {
    var complaint = Complaint(
      .usage,
      Text(
        "\"\(word)\" is a state: is:\(word)", "\"\(word)\" 是状态, 写成 is:\(word)",
        "\"\(word)\" 是狀態, 寫成 is:\(word)"),
      tries: ["gendan find \(word)"])
    complaint.meant = (word, ["is:\(state.rawValue)"])
    return complaint
  }

  /// The word with its field part folded; the value keeps its case and width.
  private func foldedKey(_ word: String) -> String {
    guard let colon = word.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return word }
    let value = word[word.index(after: colon)...]
    return folded(String(word[..<colon])) + ":" + value.replacing("：", with: ":").replacing("，", with: ",")
  }

  private func field(_ name: String) throws -> OrderField {
    if let field = OrderField.named(name) { return field }
    let names = OrderField.allCases.flatMap { [$0.rawValue] + $0.words.all.dropFirst() }
    let near = nearest(to: name, among: names)
    let close = near.map { name in
      OrderField.named(name).map { field in
        func beside(_ word: String) -> String { word == name ? name : "\(name) \(word)" }
        return Text(name, beside(field.words.simplified), beside(field.words.traditional))
      } ?? Text(verbatim: name)
    }
    var complaint = Complaint(
      .usage,
      Text("no filter field \"\(name)\"", "筛选里没有字段 \"\(name)\"", "篩選裡沒有欄位 \"\(name)\""),
      facts: [
        close.isEmpty
          ? Text("fields: ", "字段: ", "欄位: ") + "no, customer, product, due, late, step, clerk, status …"
          : Text("close: ", "相近: ", "相近: ") + close.joined(", ")
            + Text(
              ". All fields: gendan list -c help", "。全部字段: gendan list -c help", "。全部欄位: gendan list -c help")
      ], tries: near.isEmpty ? ["gendan list -c help"] : [])
    complaint.meant = (name, near)
    throw complaint
  }

  private func fieldTerm(_ field: OrderField, _ value: String, typed: String) throws -> OrderFilter {
    if field.isDay || field == .late { return try dayTerm(field, value) }
    if field.isNumber { return try numberTerm(field, value, typed: typed) }
    if field == .status { return .state(try Spelling.read(value, as: field.words)) }
    let matches = try value.split(separator: ",").map { part -> TextMatch in
      let text = String(part)
      if field == .cause {
        return .equals((try Spelling.read(text, as: field.words) { $0.initials } as Cause).rawValue)
      }
      if field == .kind { return .equals((try Spelling.read(text, as: field.words) as OrderKind).rawValue) }
      if field == .channel { return .equals((try Spelling.read(text, as: field.words) as Channel).rawValue) }
      if field == .prio { return .equals(try Priority.read(text).rawValue) }
      if field == .type {
        return .equals((try Spelling.read(text, as: field.words) as CustomerType).rawValue)
      }
      if text.hasPrefix("=") { return .equals(String(text.dropFirst())) }
      if text.hasSuffix("~") { return .begins(String(text.dropLast())) }
      return [.no, .po, .clerk].contains(field) && field != .no ? .equals(text) : .contains(text)
    }
    guard !matches.isEmpty else {
      throw Complaint(
        .usage, Text("\"\(typed)\" has no value", "\"\(typed)\" 没有值", "\"\(typed)\" 沒有值"),
        try: "gendan list no:\(field.rawValue)")
    }
    return .text(field, matches)
  }

  private func dayTerm(_ field: OrderField, _ value: String) throws -> OrderFilter {
    if field == .late { return try lateTerm(value) }
    let period = try PeriodPhrase.parse(value, in: context)
    return .days(field, from: period.first, to: period.last)
  }

  /// `late:3wd..`: days late are days since the due day, so the term is a range of due days.
  private func lateTerm(_ value: String) throws -> OrderFilter {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    let isRange = parts.count == 3 && parts[1].isEmpty
    let (low, high) = (String(parts.first ?? ""), String(isRange ? parts[2] : parts.first ?? ""))
    // Not later than so much is due after the last day that is later.
    return .all([
      .state(.overdue),
      .days(
        .due, from: high.isEmpty ? nil : try lateDay(high, more: 1).adding(days: 1),
        to: low.isEmpty ? nil : try lateDay(low)),
    ])
  }

  /// The last due day of what is at least so late today, or so many days more.
  private func lateDay(_ text: String, more: Int = 0) throws -> Day {
    let word = folded(text)
    let digits = word.prefix { $0.isNumber }
    let unit = String(word.dropFirst(digits.count))
    if let number = Int(digits), number <= 36500 {
      if ["wd", "工作日", "工", ""].contains(unit) {
        let (calendar, today) = (context.calendar, context.today)
        var day = calendar.day(-(number + more), workingDaysAfter: today)
        // A rest day counts for nothing: what is due on it, or seen on it, is as late as the working day before.
        while calendar.workingDays(from: day, to: today) < number + more { day = day.adding(days: -1) }
        while day < today, calendar.workingDays(from: day.adding(days: 1), to: today) >= number + more {
          day = day.adding(days: 1)
        }
        return day
      }
      if ["d", "天"].contains(unit) { return context.today.adding(days: -(number + more)) }
    }
    throw Complaint(
      .usage, Text("cannot read the delay \"\(text)\"", "看不懂天数 \"\(text)\"", "看不懂天數 \"\(text)\""),
      try: "late:3wd..   late:5d..10d")
  }

  private func numberTerm(_ field: OrderField, _ value: String, typed: String) throws -> OrderFilter {
    let decimals = field == .price || field == .amount ? 4 : 0
    func number(_ text: Substring) throws -> Int64? {
      text.isEmpty ? nil : try DecimalText.parse(String(text), decimals: decimals)
    }
    if let range = value.range(of: "..") {
      return .numbers(
        field, from: try number(value[..<range.lowerBound]), to: try number(value[range.upperBound...]))
    }
    let exact = try number(value[...])
    return .numbers(field, from: exact, to: exact)
  }
}

extension OrderField {
  /// The field that a word names: its id, or its heading in any language.
  static func named(_ word: String) -> OrderField? {
    let text = folded(word)
    return allCases.first { $0.rawValue == text || $0.words.all.contains { folded($0) == text } }
  }
}

extension StringProtocol {
  /// The first place of a text, without Foundation.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
