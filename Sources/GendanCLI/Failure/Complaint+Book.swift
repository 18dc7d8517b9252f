import Gendan

extension Complaint {
  static func of(_ error: BookError) -> Complaint {
    switch error {
    case .notFound(let noun, let text, let near): notFound(noun, text, near)
    case .ambiguous(let noun, let text, let candidates): ambiguous(noun, text, candidates)
    case .unknownUser(let login):
      Complaint(
        .noPermission,
        Text("the book does not know the user \"\(login)\"", "账本里没有用户 \"\(login)\"", "帳本裡沒有使用者 \"\(login)\""),
        try: "gendan user add \(login) --name NAME --as ADMIN")
    case .notAllowed(let roles):
      Complaint(
        .noPermission,
        Text("this is not yours to do; ask: ", "你没有这个权限; 请找: ", "你沒有這個權限; 請找: ")
          + roles.words, try: "gendan user list")
    case .reasonMissing(let gate):
      Complaint(
        .usage,
        Text("an override needs a reason: ", "越过规则要写原因: ", "越過規則要寫原因: ") + gate.words,
        try: "--override --reason TEXT")
    case .taken(.hold, let name):
      Complaint(
        .refused, Text("\(name) is on hold already", "\(name) 已经暂停", "\(name) 已經暫停"),
        try: "gendan resume \(name)")
    case .taken(let noun, let name):
      Complaint(
        .refused,
        noun.words + Text(" \"\(name)\" is there already", " \"\(name)\" 已经有了", " \"\(name)\" 已經有了"),
        try: page(of: noun, name))
    case .gateFixed(let gate):
      Complaint(
        .refused,
        Text(
          "\(gate.rawValue) protects the facts and is always in force", "\(gate.rawValue) 保护事实, 一直有效",
          "\(gate.rawValue) 保護事實, 一直有效"), try: "gendan gates")
    case .wrongState(let no, let state, .quote): of(.quoteState(no: no, QuoteState(state)))
    case .wrongState(let no, let state, let kind):
      Complaint(
        .refused, Text("\(no) is ", "\(no) ", "\(no) ") + state.words,
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")],
        try: page(of: kind == .production ? .production : .order, no))
    case .agreed(let no):
      Complaint(
        .refused,
        Text(
          "the customer has confirmed \(no): what was agreed is amended", "客户已确认 \(no): 已约定的内容要走变更",
          "客戶已確認 \(no): 已約定的內容要走變更"),
        try: "gendan amend \(no) FIELD=VALUE --reason TEXT")
    case .ownSlip(let no):
      Complaint(
        .refused,
        Text(
          "\(no): a date that we move ourselves is promised, not amended", "\(no): 本厂自己延期是改交期, 不是变更",
          "\(no): 本廠自己延期是改交期, 不是變更"),
        try: "gendan promise \(no) DATE --cause KIND")
    case .lastLine(let no):
      Complaint(
        .refused,
        Text("\(no) would have no line left", "\(no) 一行也不剩了", "\(no) 一行也不剩了"),
        facts: [Text("an order without lines is cancelled", "整单不要请用取消", "整單不要請用取消")],
        try: "gendan cancel \(no) --reason TEXT")
    case .unchanged(let no):
      Complaint(
        .refused, Text("nothing of \(no) would change", "\(no) 没有变化", "\(no) 沒有變化"), try: "gendan show \(no)")
    case .sampleState(let no, let state):
      Complaint(
        .refused, Text("\(no) is ", "\(no) ", "\(no) ") + state.words,
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan sample show \(no)")
    case .outOfTurn(let no, let day, let since):
      Complaint(
        .refused,
        Text(
          "\(no): \(day) is before \(since), when it left us", "\(no): \(day) 早于寄出或取样的 \(since)",
          "\(no): \(day) 早於寄出或取樣的 \(since)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "--on \(since)")
    case .quoteState(let no, let state):
      Complaint(
        .refused, Text("\(no) is ", "\(no) ", "\(no) ") + state.words,
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")],
        try: state == .expired ? "gendan quote revise \(no) valid=DATE" : "gendan quote show \(no)")
    case .answeredBefore(let no):
      Complaint(
        .refused,
        Text("\(no) came later than this answer", "\(no) 的答复早于询盘", "\(no) 的答覆早於詢盤"),
        try: "gendan enquiry answer \(no) TEXT --at \"DATE 9:30\"")
    case .badSetting(let setting, let value):
      Complaint(
        .usage,
        Text(
          "\"\(value)\" is no value of \(setting.rawValue)", "\"\(value)\" 不能作 \(setting.rawValue) 的值",
          "\"\(value)\" 不能作 \(setting.rawValue) 的值"),
        try: "gendan setting set \(setting.rawValue) \(setting.standard)")
    case .noSuchStep(let step, let order, let steps, let kind):
      Complaint(
        .notFound,
        Text("\(order) has no step \"\(step)\"", "\(order) 没有工序 \"\(step)\"", "\(order) 沒有工序 \"\(step)\""),
        facts: [Text("its steps: ", "它的工序: ", "它的工序: ") + steps.joined(separator: ", ")],
        try: page(of: kind, order))
    case .notReleased(let order):
      Complaint(
        .refused, Text("\(order) is not in production", "\(order) 还没下生产单", "\(order) 還沒下生產單"),
        try: "gendan release \(order)")
    case .notMergeable(let no, let target, let obstacle):
      Complaint(
        .refused,
        Text(
          "\(no) cannot be made with \(target): ", "\(no) 不能并入 \(target): ", "\(no) 不能併入 \(target): ")
          + obstacle.words, try: "gendan work suggest")
    case .noRoute(let product):
      Complaint(
        .refused, Text("\(product) has no route", "\(product) 没有工艺路线", "\(product) 沒有製程"),
        try: "gendan product set \(product) route=ROUTE", "gendan route list")
    case .nothingLeft(let noun, let name, let kind): nothingLeft(noun, name, of: kind)
    case .tooLarge(let text):
      Complaint(.usage, Text("\"\(text)\" is too large", "\"\(text)\" 太大", "\"\(text)\" 太大"))
    case .beyond(let no, let most):
      Complaint(
        .refused,
        Text("\(no): at most \(most.grouped)", "\(no): 最多 \(most.grouped)", "\(no): 最多 \(most.grouped)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")])
    case .confirmedAlready(let no, let amount):
      Complaint(
        .refused,
        Text(
          "\(amount.grouped) of \(no) is confirmed; finance takes it back first",
          "\(no) 已到账 \(amount.grouped), 要先由财务冲回", "\(no) 已到帳 \(amount.grouped), 要先由財務沖回"),
        try: "gendan payment confirm \(no) \(Decimal.text(-amount.cents, decimals: 2))")
    case .unscored:
      Complaint(
        .usage, Text("a survey needs its three marks", "满意度调查要写三项分数", "滿意度調查要寫三項分數"),
        try: "--quality 4 --delivery 3 --service 5")
    case .lentOut(let no, let borrower):
      Complaint(
        .refused, Text("\(no) is with \(borrower)", "\(no) 已借给 \(borrower)", "\(no) 已借給 \(borrower)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan sample return \(no)")
    case .discountBeyond(let asked, let limit, let roles):
      Complaint(
        .noPermission,
        Text(
          "\(Percent.text(asked)) % below the standing price; you may go \(Percent.text(limit)) %",
          "比现行价低 \(Percent.text(asked)) %, 你的权限是 \(Percent.text(limit)) %",
          "比現行價低 \(Percent.text(asked)) %, 你的權限是 \(Percent.text(limit)) %"),
        facts: [
          roles.isEmpty
            ? Text("nobody may go so far", "没有人有这个权限", "沒有人有這個權限")
            : Text("ask: ", "请找: ", "請找: ") + roles.words
        ], try: "gendan setting list")
    case .causeMissing(let order):
      Complaint(
        .usage,
        Text(
          "\(order) was promised before: say why the date moves", "\(order) 已答复过交期: 改期要写原因",
          "\(order) 已答覆過交期: 改期要寫原因"),
        facts: [
          Text("causes: ", "原因: ", "原因: ")
            + Cause.allCases.map { Text($0.rawValue, $0.words.simplified, $0.words.traditional) }.joined(", ")
        ], try: "gendan promise \(order) +3wd --cause shortage")
    }
  }

  private static func nothingLeft(_ noun: Noun, _ name: String, of kind: Noun) -> Complaint {
    let what =
      switch noun {
      case .order: Text("nothing of \(name) is still owed", "\(name) 没有未交的", "\(name) 沒有未交的")
      case .production:
        Text("nothing of \(name) is still to be made", "\(name) 没有待产的", "\(name) 沒有待產的")
      case .shipment: Text("all of \(name) has arrived", "\(name) 已全部签收", "\(name) 已全部簽收")
      case .step: Text("the step \(name) is done", "工序 \(name) 已完工", "工序 \(name) 已完工")
      case .reservation:
        Text(
          "nothing of \(name) is held or can be held", "\(name) 没有预留或可预留的", "\(name) 沒有預留或可預留的")
      case .notice:
        Text("\(name) has nothing to acknowledge", "\(name) 没有待签收的通知", "\(name) 沒有待簽收的通知")
      case .payment: Text("nothing of \(name) is to be paid", "\(name) 没有待收的款", "\(name) 沒有待收的款")
      case .customer: Text("\(name) has nothing to net", "\(name) 没有可冲平的旧账", "\(name) 沒有可沖平的舊帳")
      case .hold: Text("\(name) is not on hold", "\(name) 没有暂停", "\(name) 沒有暫停")
      case .enquiry: Text("\(name) is answered", "\(name) 已答复", "\(name) 已答覆")
      case .contact: Text("\(name) has its result", "\(name) 已有结果", "\(name) 已有結果")
      case .sample: Text("\(name) is not lent", "\(name) 没有借出", "\(name) 沒有借出")
      case .price: Text("\(name) has no new material", "\(name) 没有新材料", "\(name) 沒有新材料")
      default: Text("nothing is left of \(name)", "\(name) 没有剩下的", "\(name) 沒有剩下的")
      }
    let next =
      switch noun {
      case .order, .hold: page(of: kind, name)
      case .price: "gendan show \(name)"
      case .payment, .contact, .sample: "gendan \(noun.rawValue) list"
      case .customer: "gendan customer show \(name)"
      default: "gendan list"
      }
    return Complaint(.refused, what, try: next)
  }

  private static func notFound(_ noun: Noun, _ text: String, _ near: [Candidate]) -> Complaint {
    let shown = near.count > 5 ? nearest(text, near) : near
    let what =
      switch noun {
      case .order: Text("no order ends in \"\(text)\"", "找不到订单 \"\(text)\"", "找不到訂單 \"\(text)\"")
      default:
        Text("no ", "找不到", "找不到") + noun.words + Text(" \"\(text)\"", " \"\(text)\"", " \"\(text)\"")
      }
    var complaint = Complaint(.notFound, what)
    if !shown.isEmpty {
      complaint.facts = [Text("close: ", "相近: ", "相近: ") + shown.prefix(3).map(describe).joined(", ")]
    }
    complaint.tries =
      switch noun {
      case .order: ["gendan find \(text) --all"]
      case .customer: ["gendan customer add --name \(text) …", "gendan customer list"]
      case .product: ["gendan product add CODE --name \(text)", "gendan product list"]
      case .route: ["gendan route list"]
      case .user: ["gendan user list"]
      case .setting: ["gendan setting list"]
      case .profile: ["gendan profile list"]
      case .quote, .enquiry, .price, .sample, .payment, .signer, .question, .contact, .region:
        ["gendan \(noun.rawValue) list"]
      case .production: ["gendan work list"]
      case .department: ["gendan dept list"]
      case .shipment, .line, .step, .hold, .document, .notice, .reservation: ["gendan list"]
      }
    complaint.tries = complaint.tries.map { $0.replacing(" …", with: " --address … --contact …") }
    return complaint
  }

  private static func nearest(_ text: String, _ all: [Candidate]) -> [Candidate] {
    let names = all.map(\.name) + all.compactMap(\.details.first)
    return GendanCLI.nearest(to: text, among: names).compactMap { name in
      all.first { $0.name == name || $0.details.first == name }
    }
  }

  /// `SO2603-0042 宏达机械 (open)`.
  private static func describe(_ candidate: Candidate) -> Text {
    let name = Text(verbatim: ([candidate.name] + candidate.details.prefix(1)).joined(separator: " "))
    guard !candidate.isOpen else { return name }
    let day = candidate.day.map { " " + $0.description.dropFirst(5) } ?? ""
    return name + Text(" (closed\(day))", " (已结案\(day))", " (已結案\(day))")
  }

  private static func ambiguous(_ noun: Noun, _ text: String, _ candidates: [Candidate]) -> Complaint {
    var complaint = Complaint(
      .ambiguous,
      Text(
        "\"\(text)\" fits \(candidates.count) ", "\"\(text)\" 对上 \(candidates.count) 个",
        "\"\(text)\" 對上 \(candidates.count) 個") + noun.words
        + Text(candidates.count == 1 ? "" : "s", "", ""))
    complaint.facts = candidates.prefix(3).map { candidate in
      let due = candidate.day.map { Text("  due ", "  交期 ", "  交期 ") + String($0.description.dropFirst(5)) }
      return Text(verbatim: ([candidate.name] + candidate.details).joined(separator: "  "))
        + (due ?? Text("", "", ""))
    }
    if let first = candidates.first { complaint.tries = [page(of: noun, first.name)] }
    return complaint
  }

  /// The command that shows a thing, or the list it stands on.
  private static func page(of noun: Noun, _ name: String) -> String {
    switch noun {
    case .order, .line, .hold, .shipment, .step: "gendan show \(name)"
    case .production: "gendan work show \(name)"
    case .customer, .product, .route: "gendan \(noun.rawValue) show \(name)"
    case .quote, .sample: "gendan \(noun.rawValue) show \(name)"
    case .user, .setting, .profile, .enquiry, .price, .payment, .signer, .question, .contact, .region:
      "gendan \(noun.rawValue) list"
    case .department: "gendan dept list"
    case .document: "gendan doc list"
    case .notice, .reservation: "gendan list"
    }
  }

  static func of(_ refusal: Refusal) -> Complaint {
    switch refusal {
    case .customerIncomplete(let fields):
      Complaint(
        .refused,
        Text("the customer is incomplete: ", "客户资料不全: ", "客戶資料不全: ")
          + fields.map(\.words).joined(", "),
        try: "gendan customer add --name … "
          + fields.filter { $0 != .name }.map { "--\($0.rawValue) …" }.joined(separator: " "))
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
        try: "gendan done \(no) \(before)",
        "gendan progress \(no) \(step) QTY --override --reason TEXT")
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
    case .lacking(let gates, let no, let faults, let kind): lacking(gates, no, faults, kind)
    case .tooOld(let day, let limit):
      Complaint(
        .refused,
        Text(
          "\(day) is more than \(limit) days back: say why it is entered now",
          "\(day) 已过 \(limit) 天: 补录要写原因", "\(day) 已過 \(limit) 天: 補錄要寫原因"),
        try: "--override --reason TEXT")
    }
  }

  /// All that is lacking at once, and what settles the first of it.
  private static func lacking(
    _ gates: [GateID], _ no: String, _ faults: [Fault], _ kind: ApprovalSubject
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
    var tries = faults.prefix(1).map { $0.remedy(no, of: kind) }
    if let role = gates.compactMap(\.rule.overridableBy).first,
      gates.allSatisfy({ $0.rule.overridableBy != nil })
    {
      tries.append("--override --reason TEXT (\(role.rawValue))")
    }
    return Complaint(.refused, what, facts: Array(facts), tries: tries)
  }
}
