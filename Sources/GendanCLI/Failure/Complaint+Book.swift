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
        try: "gendan user add \(login) NAME --as ADMIN")
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
    case .taken(.stop, let name):
      Complaint(
        .refused, Text("\(name) stands still already", "\(name) 已经停机", "\(name) 已經停機"),
        try: "gendan resource restart \(name)")
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
    case .partsShipped(let no, let shipped, let first):
      Complaint(
        .refused,
        Text(
          "\(no): \(shipped.text) have left, only \(first.text) would stay in the earliest part",
          "\(no): 已发 \(shipped.text), 最早一批只会剩 \(first.text)",
          "\(no): 已出 \(shipped.text), 最早一批只會剩 \(first.text)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan show \(no)")
    case .partsExceed(let no, let quantity, let asked):
      Complaint(
        .refused,
        Text(
          "\(no): the parts are \(asked.text), the delivery is \(quantity.text)",
          "\(no): 分批共 \(asked.text), 这一批只有 \(quantity.text)",
          "\(no): 分批共 \(asked.text), 這一批只有 \(quantity.text)"),
        facts: [
          Text(
            "what the parts leave keeps its day", "没写到的数量按原日期交", "沒寫到的數量按原日期交")
        ], try: "gendan show \(no)")
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
    case .severalCustomers(let orders):
      Complaint(
        .refused,
        Text(
          "a delivery note goes to one customer, these are \(orders.count)",
          "一张送货单只给一个客户, 这里有 \(orders.count) 个",
          "一張送貨單只給一個客戶, 這裡有 \(orders.count) 個"), tries: orders.map { "gendan ship \($0)" })
    case .tooLarge(let text):
      Complaint(.usage, Text("\"\(text)\" is too large", "\"\(text)\" 太大", "\"\(text)\" 太大"))
    case .beyond(let no, let most):
      Complaint(
        .refused,
        Text("\(no): at most \(most.grouped)", "\(no): 最多 \(most.grouped)", "\(no): 最多 \(most.grouped)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")])
    case .moreThanOpen(let name, let open, let paid):
      Complaint(
        .refused,
        Text(
          "the orders of \(name) leave \(open.withCurrency) open, not \(paid.grouped)",
          "\(name) 未付共 \(open.withCurrency), 不是 \(paid.grouped)",
          "\(name) 未付共 \(open.withCurrency), 不是 \(paid.grouped)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")],
        tries: [open.cents > 0 ? "gendan pay \(name) \(open.text) --spread" : "gendan pay list"])
    case .severalCurrencies(let name, let currencies):
      Complaint(
        .ambiguous,
        Text("\(name) owes in several currencies: ", "\(name) 有几种币别未付: ", "\(name) 有幾種幣別未付: ")
          + currencies.joined(separator: ", "),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")],
        tries: currencies.prefix(3).map { "--cur \($0)" })
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
    case .badPlan(let place):
      Complaint(
        .refused,
        Text("the work cannot be planned: see \(place)", "排不出计划: 请检查 \(place)", "排不出計劃: 請檢查 \(place)"),
        try: "gendan check")
    case .unpromised(let no):
      Complaint(
        .refused,
        Text("\(no) has no promised day that could be missed", "\(no) 没有交期, 谈不上延误", "\(no) 沒有交期, 談不上延誤"),
        try: "gendan promise \(no) DATE")
    case .notAtRisk(let no):
      Complaint(
        .refused,
        Text(
          "\(no) is not at risk, as far as the last forecast tells", "\(no) 没有风险 (按上次的预测)",
          "\(no) 沒有風險 (按上次的預測)"),
        try: "gendan forecast run")
    case .beforeLastStep(let no):
      Complaint(
        .refused, Text("\(no): this lies before its last step", "\(no): 早于上一步的时间", "\(no): 早於上一步的時間"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan delay report \(no)")
    case .notAbove(let no, let role):
      Complaint(
        .refused,
        Text("\(no) is with the ", "\(no) 已在", "\(no) 已在") + role.words
          + Text(": name somebody above", "手里, 要报给更上级", "手裡, 要報給更上級"),
        try: "gendan problem escalate \(no) --to gm", "gendan user list")
    case .reversed(let no, let by):
      Complaint(
        .refused, Text("\(no) was reversed by \(by)", "\(no) 已由 \(by) 冲销", "\(no) 已由 \(by) 沖銷"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan log")
    case .isReversal(let no, let reversed):
      Complaint(
        .refused,
        Text("\(no) itself reverses \(reversed)", "\(no) 就是 \(reversed) 的冲销", "\(no) 就是 \(reversed) 的沖銷"),
        facts: [
          Text(
            "take it back at once with undo, or report anew", "刚冲销的可撤销, 否则重新报工", "剛沖銷的可復原, 否則重新報工")
        ], try: "gendan undo", "gendan progress MO STEP QTY --on DATE")
    case .lessThanNothing(let no, let step, let done, let asked):
      Complaint(
        .refused,
        Text(
          "\(step) has \(done.text), \(asked.text) cannot be taken back",
          "\(step) 只报了 \(done.text), 冲不掉 \(asked.text)",
          "\(step) 只報了 \(done.text), 沖不掉 \(asked.text)"), try: "gendan step list \(no) \(step)")
    case .fedBefore(let no, let day, let by):
      Complaint(
        .data,
        Text("fed before as \(no), \(day)", "以前报过: \(no), \(day)", "以前報過: \(no), \(day)")
          + (by.map { ", " + $0 } ?? ""), try: "--again", "gendan step reverse \(no) --reason TEXT")
    case .planOver(let period):
      Complaint(
        .refused, Text("\(period) is over", "\(period) 已经过去", "\(period) 已經過去"),
        facts: [Text("a plan is settled ahead", "计划要事先商定", "計劃要事先商定")], try: "gendan plan settle day")
    case .reportAhead(let name):
      Complaint(
        .refused, Text("\(name) has not begun", "\(name) 还没开始", "\(name) 還沒開始"), try: "gendan report monthly")
    case .reportMarked(let name, let act, let who):
      Complaint(
        .refused,
        Text("\(name) is ", "\(name) 已", "\(name) 已") + act.words
          + Text(", by \(who)", ": \(who)", ": \(who)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan report monthly --month \(name)")
    case .reportUnready(let name, _, let needs):
      Complaint(
        .refused,
        Text("\(name) is not ", "\(name) 还没", "\(name) 還沒") + needs.words + Text(" yet", "", ""),
        try: "gendan report monthly --month \(name) --submit")
    case .dayAlreadyClosed(let day, let by):
      Complaint(
        .refused, Text("\(day) was closed by \(by)", "\(day) 已由 \(by) 日结", "\(day) 已由 \(by) 日結"),
        try: "gendan day show \(day)")
    case .dayNotClosed(let day, nil):
      Complaint(
        .refused, Text("\(day) is not closed for you", "\(day) 你没有日结", "\(day) 你沒有日結"),
        try: "gendan day show \(day)")
    case .dayNotClosed(let day, let by?):
      Complaint(
        .refused,
        Text("\(day) is closed for all, by \(by)", "\(day) 由 \(by) 为所有人日结", "\(day) 由 \(by) 為所有人日結"),
        try: "gendan day reopen \(day) --all --reason TEXT")
    case .endsBefore(let no, let start, let finish):
      Complaint(
        .usage,
        Text(
          "\(no): the end \(finish) is before the start \(start)", "\(no): 完工 \(finish) 早于开工 \(start)",
          "\(no): 完工 \(finish) 早於開工 \(start)"), try: "gendan plan reply \(no) \(start) DATE")
    case .notSooner(let no, let stands):
      Complaint(
        .refused,
        Text("\(no) is expected by \(stands) as it is", "\(no) 本来就是 \(stands)", "\(no) 本來就是 \(stands)"),
        facts: [Text("an urge asks for an earlier day", "加急要更早的日期", "加急要更早的日期")],
        try: "gendan work show \(no)")
    case .causeMissing(let order):
      Complaint.causeMissing(order)
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
      case .stop: Text("\(name) does not stand still", "\(name) 没有停机", "\(name) 沒有停機")
      case .enquiry: Text("\(name) is answered", "\(name) 已答复", "\(name) 已答覆")
      case .contact: Text("\(name) has its result", "\(name) 已有结果", "\(name) 已有結果")
      case .sample: Text("\(name) is not lent", "\(name) 没有借出", "\(name) 沒有借出")
      case .problem: Text("\(name) is closed", "\(name) 已关闭", "\(name) 已關閉")
      case .remedy: Text("\(name) has no open remedy", "\(name) 没有未完成的对策", "\(name) 沒有未完成的對策")
      case .price: Text("\(name) has no new material", "\(name) 没有新材料", "\(name) 沒有新材料")
      default: Text("nothing is left of \(name)", "\(name) 没有剩下的", "\(name) 沒有剩下的")
      }
    let next =
      switch noun {
      case .order, .hold: page(of: kind, name)
      case .price: "gendan show \(name)"
      case .problem, .remedy: "gendan problem show \(name)"
      case .payment, .contact, .sample: "gendan \(noun.rawValue) list"
      case .customer: "gendan customer show \(name)"
      case .stop: "gendan resource list"
      default: "gendan list"
      }
    return Complaint(.refused, what, try: next)
  }
}
