import Gendan

extension Desk {
  /// What speaks against a day that was promised all the same: it is past, it is after the day that the customer
  /// asks for, or the goods are finished only later.
  func doubts(promised day: Day, of referenced: Referenced, in reading: Reading) throws -> [Complaint] {
    let order = referenced.order
    let dates = try dateWords(reading)
    let open = try Schedule.of(order.id, line: referenced.line, in: reading.db).filter(\.isOpen)
    func note(_ text: Text, try tries: String...) -> Complaint {
      Complaint(.ok, order.label + Text("note: ", "注意: ", "注意: ") + text, tries: tries)
    }
    var notes: [Complaint] = []
    if day < reading.today, !open.isEmpty {
      notes.append(
        note(Text("that day is past: it is overdue at once", "这一天已经过了, 马上就是超期", "這一天已經過了, 馬上就是逾期")))
    }
    let latest = order.latestShipDay(for:)
    if let wanted = open.compactMap(\.requestedOn).min(), wanted < day {
      var text = Text("after the customer's ", "晚于客户要求 ", "晚於客戶要求 ") + dates.full(wanted)
      if latest(wanted) != wanted {
        text = text + Text(", to ship by ", ", 最迟发货 ", ", 最遲出貨 ") + dates.full(latest(wanted))
      }
      notes.append(note(text))
    }
    if let planned = try PlannedFinish.last(of: open, in: reading.db), planned.finishOn > latest(day) {
      notes.append(
        note(
          Text("the plan finishes it on ", "计划完工 ", "計劃完工 ") + dates.full(planned.finishOn)
            + Text(" (\(planned.no)), after this day", " (\(planned.no)), 晚于这一天", " (\(planned.no)), 晚於這一天"),
          try: "gendan why \(order.no)"))
    }
    return notes
  }
}
