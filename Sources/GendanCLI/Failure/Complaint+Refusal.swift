import Gendan

extension Complaint {
  static func of(_ refusal: Refusal) -> Complaint {
    switch refusal {
    case .customerIncomplete(let fields):
      incomplete(fields)
    case .customerNeeds(let field, let code):
      Complaint(
        .refused,
        Text("a customer is not without its ", "客户资料不能没有: ", "客戶資料不能沒有: ") + field.words,
        try: "gendan customer set \(code) \(field.rawValue)=…")
    case .productRetired(let code):
      Complaint(
        .refused, Text("\(code) is no longer current", "\(code) 已停用", "\(code) 已停用"),
        try: "gendan product list", "gendan product set \(code) active=yes")
    case .orderNotOpen(let no, let state):
      Complaint(
        .refused, Text("\(no) is ", "\(no) ", "\(no) ") + state.words,
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan show \(no)")
    case .orderUnfinished(let no, let unshipped, let unreceived):
      Complaint(
        .refused, Text("\(no) cannot be closed yet", "\(no) 还不能结案", "\(no) 還不能結案"),
        facts: (unshipped > 0
          ? [
            Text(
              "\(unshipped) deliver\(unshipped == 1 ? "y" : "ies") still owed", "还有 \(unshipped) 行未交",
              "還有 \(unshipped) 行未交")
          ] : [])
          + (unreceived.isEmpty
            ? []
            : [Text("not received: ", "未签收: ", "未簽收: ") + unreceived.prefix(5).joined(separator: ", ")]),
        tries: unshipped > 0 ? ["gendan ship \(no)"] : ["gendan arrive \(unreceived.first ?? no)"])
    case .moreThanOpen(let no, let open, let asked):
      Complaint(
        .refused,
        Text(
          "more than is owed of \(no): \(asked.text) of \(open.text) \(open.unit)",
          "\(no) 发货数超出: \(asked.text), 只欠 \(open.text) \(open.unit)",
          "\(no) 出貨數超出: \(asked.text), 只欠 \(open.text) \(open.unit)"),
        try: "gendan ship \(no)=\(open.plain)",
        "gendan ship \(no)=\(asked.plain) --override --reason TEXT")
    case .moreThanShipped(let no, let shipped, let asked):
      Complaint(
        .refused,
        Text(
          "short and damaged \(asked.text) are more than the \(shipped.text) shipped in \(no)",
          "\(no) 短少和损坏 \(asked.text), 多于发出的 \(shipped.text)",
          "\(no) 短少和損壞 \(asked.text), 多於出貨的 \(shipped.text)"))
    case .moreThanOrdered(let no, let step, let done, let asked, let ordered):
      Complaint(
        .refused,
        Text(
          "more than ordered: \(step) \(done.text) + \(asked.text) of \(ordered.text)",
          "报工数超出: \(step) \(done.text) + \(asked.text), 生产单只有 \(ordered.text)",
          "報工數超出: \(step) \(done.text) + \(asked.text), 生產單只有 \(ordered.text)"),
        facts: [
          Text(
            "say so if it is over-production, or report the remaining \(ordered.with(max(0, ordered.smallest - done.smallest)).text)",
            "超产请写明, 或只报剩下的 \(ordered.with(max(0, ordered.smallest - done.smallest)).text)",
            "超產請寫明, 或只報剩下的 \(ordered.with(max(0, ordered.smallest - done.smallest)).text)")
        ],
        tries: (done.smallest < ordered.smallest ? ["gendan done \(no) \(step)"] : [])
          + ["gendan progress \(no) \(step) \(asked.plain) --override --reason TEXT"])
    case .aheadOfStep(let no, let step, let before, let passed, let asked):
      Complaint(
        .refused,
        Text(
          "\(step) would have \(asked.text), but only \(passed.text) have passed \(before)",
          "\(step) 将到 \(asked.text), 但 \(before) 只完成 \(passed.text)",
          "\(step) 將到 \(asked.text), 但 \(before) 只完成 \(passed.text)"),
        try: "gendan progress \(no) \(before) \(asked.with(asked.smallest - passed.smallest).plain)",
        "gendan progress \(no) \(step) QTY --override --reason TEXT")
    case .usedByNext(let no, let step, let next, let used, let left):
      Complaint(
        .refused,
        Text(
          "\(step) would have \(left.text), but \(next) has used \(used.text)",
          "\(step) 只剩 \(left.text), 但 \(next) 已用 \(used.text)",
          "\(step) 只剩 \(left.text), 但 \(next) 已用 \(used.text)"),
        facts: [
          Text("take back the later report first", "请先冲销后面的报工", "請先沖銷後面的報工")
        ], try: "gendan step list \(no) \(next)", "--override --reason TEXT")
    case .moreThanToMake(let no, let left, let asked):
      Complaint(
        .refused,
        Text(
          "more than is to be made of \(no): \(asked.text) of \(left.text)",
          "\(no) 下达数超出: \(asked.text), 待产只有 \(left.text)", "\(no) 下達數超出: \(asked.text), 待產只有 \(left.text)"),
        try: "gendan release \(no)", "gendan release \(no) --qty \(asked.plain) --override --reason TEXT")
    case .productionHeld(let no, let reason):
      Complaint(
        .refused, Text("\(no) is held: ", "\(no) 停产: ", "\(no) 停產: ") + reason,
        try: "gendan work resume \(no)")
    case .tooManyBags(let no, let asked, let limits, let isNewVersion):
      Complaint.tooManyBags(no, asked, limits, isNewVersion: isNewVersion)
    case .cartonsDiffer(let no, let asked, let limits, let perCarton):
      Complaint.cartonsDiffer(no, asked, limits, perCarton: perCarton)
    case .moreThanFree(let product, let free, let asked):
      Complaint(
        .refused,
        Text(
          "more than is free of \(product): \(asked.text) of \(free.text) \(free.unit)",
          "\(product) 预留超出: \(asked.text), 可用只有 \(free.text) \(free.unit)",
          "\(product) 預留超出: \(asked.text), 可用只有 \(free.text) \(free.unit)"),
        try: "gendan stock show \(product)")
    case .belowShipped(let no, let shipped, let asked):
      Complaint(
        .refused,
        Text(
          "\(asked.text) is less than the \(shipped.text) already shipped of \(no)",
          "\(asked.text) 少于 \(no) 已发的 \(shipped.text)", "\(asked.text) 少於 \(no) 已出的 \(shipped.text)"),
        try: "gendan set \(no) qty=\(shipped.plain)")
    case .lacking(let gates, let no, let faults, let kind, let isAgreed):
      lacking(gates, no, faults, kind, isAgreed: isAgreed)
    case .tooOld(let day, let limit):
      unexplained(
        Text(
          "\(day) is more than \(limit) days back: say why it is entered now",
          "\(day) 已过 \(limit) 天: 补录要写原因", "\(day) 已過 \(limit) 天: 補錄要寫原因"))
    case .dayClosed(let day, let by):
      unexplained(
        Text(
          "\(day) was closed by \(by): say why it is entered now", "\(day) 已由 \(by) 日结: 补录要写原因",
          "\(day) 已由 \(by) 日結: 補錄要寫原因"))
    }
  }

  /// What is entered so late only with a reason.
  private static func unexplained(_ what: Text) -> Complaint {
    var complaint = Complaint(.refused, what)
    complaint.lacking = ["--override --reason TEXT"]
    return complaint
  }

  /// A customer without some of its six fields: the line as it was typed, with what is missing.
  private static func incomplete(_ fields: [CustomerField]) -> Complaint {
    var complaint = Complaint(
      .refused,
      Text("the customer is incomplete: ", "客户资料不全: ", "客戶資料不全: ") + fields.map(\.words).joined(", "))
    complaint.lacking = [fields.map { $0 == .name ? "NAME" : "--\($0.rawValue) …" }.joined(separator: " ")]
    return complaint
  }

  /// All that is lacking at once, and what settles the first of it.
  private static func lacking(
    _ gates: [GateID], _ no: String, _ faults: [Fault], _ kind: ApprovalSubject, isAgreed: Bool
  ) -> Complaint {
    let what = Text(verbatim: "\(no): ") + (faults.first?.words ?? Text(verbatim: ""))
    var facts = faults.dropFirst().prefix(2).map(\.words)
    if faults.count > 3 {
      let more = faults.count - 3
      facts.append(
        Text(
          "and \(more) more: gendan review check \(no)", "还有 \(more) 项: gendan review check \(no)",
          "還有 \(more) 項: gendan review check \(no)"))
    }
    var tries = faults.prefix(1).map { $0.remedy(no, of: kind, isAgreed: isAgreed) }
    if let role = gates.compactMap(\.rule.overridableBy).first,
      gates.allSatisfy({ $0.rule.overridableBy != nil })
    {
      tries.append("--override --reason TEXT (\(role.rawValue))")
    }
    return Complaint(.refused, what, facts: Array(facts), tries: tries)
  }
}
