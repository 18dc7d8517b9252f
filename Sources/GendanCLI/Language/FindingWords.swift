import Gendan

extension BookRuleID: Worded {
  var words: Text {
    switch self {
    case .engine: Text("stored data", "数据文件", "資料檔案")
    case .journal: Text("journal", "流水", "流水")
    case .figures: Text("kept figures", "留存数字", "留存數字")
    case .shipped: Text("shipped", "超发", "超出貨")
    case .steps: Text("steps", "工序顺序", "工序順序")
    case .dates: Text("dates", "日期先后", "日期先後")
    case .future: Text("future", "未来日期", "未來日期")
    case .paid: Text("overpaid", "多收款", "多收款")
    case .delays: Text("delay cases", "延误", "延誤")
    case .calendar: Text("calendar", "日历", "日曆")
    }
  }
}

extension Finding {
  /// The kind, as `--json` names it.
  var kind: String {
    switch self {
    case .damaged: "damaged"
    case .unreadable: "unreadable"
    case .chainBroken: "chain_broken"
    case .altered: "altered"
    case .missing: "missing"
    case .unrecorded: "unrecorded"
    case .figure: "figure"
    case .overshipped: "overshipped"
    case .stepAhead: "step_ahead"
    case .tooEarly: "too_early"
    case .future: "future"
    case .overpaid: "overpaid"
    case .delayUntold: "delay_untold"
    case .acceptedUnpromised: "accepted_unpromised"
    case .calendarMissing: "calendar_missing"
    }
  }

  /// The event, rows or document that it is about.
  var about: String {
    switch self {
    case .damaged, .unreadable: ""
    case .chainBroken(let event): "e\(event)"
    case .altered(let rows), .missing(let rows), .unrecorded(let rows): rows.text
    case .figure(let figure): figure.name
    case .overshipped(let order, _, _): order
    case .stepAhead(let production, _, _): production
    case .tooEarly(let order, _, _): order
    case .future(let about, _, _): about
    case .overpaid(let order, _, _): order
    case .delayUntold(let no): no
    case .acceptedUnpromised(let no, _, _): no
    case .calendarMissing(let year): String(year)
    }
  }

  var words: Text {
    switch self {
    case .damaged(let words): Text("damaged: \(words)", "已损坏: \(words)", "已損壞: \(words)")
    case .unreadable(let value):
      Text("a value that means nothing: \"\(value)\"", "无意义的值: \"\(value)\"", "無意義的值: \"\(value)\"")
    case .chainBroken:
      Text(
        "the chain of events breaks here: this one or one before it was altered",
        "流水链在此断开: 这一笔或之前的被改过", "流水鏈在此斷開: 這一筆或之前的被改過")
    case .altered(let rows):
      rows.isOne
        ? Text("altered behind the program's back", "被绕过程序改动", "被繞過程式改動")
        : Text("one of these rows was altered behind the program's back", "其中有行被绕过程序改动", "其中有列被繞過程式改動")
    case .missing: Text("taken away behind the program's back", "被绕过程序删除", "被繞過程式刪除")
    case .unrecorded: Text("written by no event", "流水里没有记录", "流水裡沒有記錄")
    case .figure(let figure):
      Text(
        "\(figure.field) is \(figure.stored.plain ?? "-"), should be \(figure.right.plain ?? "-")",
        "\(figure.field) 是 \(figure.stored.plain ?? "-"), 应为 \(figure.right.plain ?? "-")",
        "\(figure.field) 是 \(figure.stored.plain ?? "-"), 應為 \(figure.right.plain ?? "-")")
    case .overshipped(_, let ordered, let delivered):
      Text(
        "\(delivered.text) delivered of \(ordered.text) ordered", "已交 \(delivered.text), 只订 \(ordered.text)",
        "已交 \(delivered.text), 只訂 \(ordered.text)")
    case .stepAhead(_, let step, let before):
      Text(
        "\(step) is finished, \(before) before it is not", "\(step) 已完工, 前道 \(before) 未完工",
        "\(step) 已完工, 前道 \(before) 未完工")
    case .tooEarly(_, let ended, let ordered):
      Text(
        "ended \(ended), before it was ordered \(ordered)", "\(ended) 结束, 早于接单 \(ordered)",
        "\(ended) 結束, 早於接單 \(ordered)")
    case .future(_, let table, let day):
      Text("\(table) dated \(day), after today", "\(table) 日期 \(day) 晚于今天", "\(table) 日期 \(day) 晚於今天")
    case .overpaid(_, let payable, let paid):
      Text(
        "\(paid.grouped) paid of \(payable.grouped), the surplus is not booked",
        "应付 \(payable.grouped), 已收 \(paid.grouped), 多收未记余账",
        "應付 \(payable.grouped), 已收 \(paid.grouped), 多收未記餘帳")
    case .delayUntold:
      Text("ended before the customer had answered", "客户答复前就已结束", "客戶答覆前就已結束")
    case .acceptedUnpromised(_, let order, let day):
      Text(
        "the customer accepted \(day), which \(order) never promised", "客户接受了 \(day), \(order) 却没有这个交期",
        "客戶接受了 \(day), \(order) 卻沒有這個交期")
    case .calendarMissing(let year):
      Text(
        "the calendar has no holidays for \(year)", "日历里还没有 \(year) 年的放假安排", "日曆裡還沒有 \(year) 年的放假安排")
    }
  }
}

extension RowSpan {
  var isOne: Bool { first == last }

  /// `schedules 12` or `schedules 12-17`.
  var text: String { isOne ? "\(table) \(first)" : "\(table) \(first)-\(last)" }
}
