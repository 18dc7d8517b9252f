import ArgumentParser
import Gendan
import GendanOutput

/// Why an order is late or expected to be, link by link, with the evidence and who answers for it (R-171, R-184).
struct OrderWhy: BookCommand {
  static let sheet = CommandSheet(
    id: "order.why", word: "why", chinese: ["为什么", "為什麼"],
    about: Text("why an order is late", "为什么超期", "為什麼逾期"), usage: "REF[.LINE]",
    examples: ["why 118", "why 118.2 --json"], part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let found = try desk.reference(&words, in: reading)
      let accounts = try reading.delayAccounts(of: found.order).filter { account in
        found.line?.contains(account.schedule) ?? true
      }
      let page = WhyPage(desk: desk, dates: try desk.dateWords(reading))
      var blocks: [Document.Block] = []
      for account in accounts {
        if !blocks.isEmpty { blocks.append(.blank) }
        blocks += page.blocks(found.order, account)
      }
      blocks += [.blank, .line(desk.say(Self.method))]
      var answer = Answer("why", Document(blocks, json: page.json(found.order, accounts)))
      answer.touched = [found.order.no]
      answer.title = Self.sheet.about
      return answer
    }
  }

  /// The same facts give different answers by different methods: which one was used stands below.
  static let method = Text(
    "method: as planned against as built along the binding chain, in working days; spare days go to the first losses",
    "方法: 沿关键链比较原计划与实际, 按工作日; 富余天数先抵最早的损失", "方法: 沿關鍵鏈比較原計劃與實際, 按工作日; 富餘天數先抵最早的損失")
}

/// How an account of lost days is shown.
struct WhyPage {
  let desk: Desk
  let dates: DateWords

  func blocks(_ order: Order, _ account: DelayAccount) -> [Document.Block] {
    [.line(desk.say(heading(order, account)), .strong)]
      + (account.parts.isEmpty ? [] : [.table(table(account.parts))])
  }

  /// Whose day the goods are needed for: what we promised, what the customer asked, or where they travel, the last
  /// day on which they leave for it.
  private func needed(_ day: Day, _ schedule: Schedule) -> Text {
    switch day {
    case schedule.promisedOn: Text("promised ", "答复 ", "答覆 ")
    case schedule.requestedOn where schedule.promisedOn == nil: Text("wanted ", "要求 ", "要求 ")
    default: Text("to leave by ", "最迟发货 ", "最遲出貨 ")
    }
  }

  /// `SO2602-0118.1 不锈钢法兰: 迟 8 天 (答复 03-10, 预计 03-20)`.
  private func heading(_ order: Order, _ account: DelayAccount) -> Text {
    let name = Text(
      verbatim: "\(order.no).\(account.schedule.place)  \(order.customer)  \(account.schedule.product): ")
    guard let needed = account.neededOn else {
      return name + Text("no date is asked or promised", "没有要求交期, 也没有答复交期", "沒有要求交期, 也沒有答覆交期")
    }
    let dates = Text(verbatim: " (") + self.needed(needed, account.schedule) + self.dates.short(needed)
    let days = DateWords.days(account.daysLate)
    guard let ready = account.readyOn else {
      guard account.schedule.isOpen else {
        return name + Text("no longer owed", "不再交货", "不再交貨") + dates + ")"
      }
      let code = account.schedule.productCode
      let soFar =
        account.daysLate == 0
        ? Text("", "", "") : Text("late by ", "已迟 ", "已遲 ") + days + Text(" so far; ", "; ", "; ")
      return name + soFar
        + Text(
          "not, or not all, in production, and nobody knows how long it takes: gendan product set \(code) lead=DAYS",
          "没有全部下生产单, 无法预计: gendan product set \(code) lead=天数",
          "沒有全部下生產單, 無法預計: gendan product set \(code) lead=天數")
        + dates + ")"
    }
    let there =
      account.isComplete ? Text(", there ", ", 实际 ", ", 實際 ") : Text(", expected ", ", 预计 ", ", 預計 ")
    let late =
      switch (account.daysLate, account.isComplete) {
      case (0, true): Text("was in time", "按期", "按期")
      case (0, false): Text("is expected in time", "预计按期", "預計按期")
      case (_, true): Text("late by ", "迟交 ", "遲交 ") + days
      case (_, false): Text("expected late by ", "预计迟交 ", "預計遲交 ") + days
      }
    return name + late + dates + there + self.dates.short(ready) + ")"
  }

  private func table(_ parts: [DelayAccount.Part]) -> Table {
    Listing<DelayAccount.Part>(
      id: "links", language: desk.language,
      fields: [
        .init("link", Text(verbatim: "#"), .trailing) { part in
          Cell(number: parts.firstIndex { $0.link == part.link }.map { $0 + 1 })
        },
        .init("days", Text("Days", "天数", "天數"), .trailing) { Cell(number: $0.link.days) },
        .init("what", Text("What", "原因", "原因"), shrinks: true) { part in
          Cell(what(part.link)[desk.language], code: part.link.kind.rawValue)
        },
        .init("from", Text("From", "从", "從")) { Cell(dates.short($0.link.from)) },
        .init("to", Text("To", "到", "到")) { Cell(optional: $0.link.to.map(dates.short)) },
        .init("dept", Noun.department.heading) { Cell(optional: $0.department) },
        .init("side", Text("Whose", "责任方", "責任方")) { Cell(id: $0.side, desk.language) },
        .init("ruling", Text("Ruling", "裁定", "裁定"), priority: 1) { Cell(ruling($0)[desk.language]) },
        .init("evidence", Text("Evidence", "记录", "記錄"), shrinks: true) { part in
          Cell(part.evidence.suffix(2).map { words($0)[desk.language] }.joined(separator: "; "))
        },
      ]
    ).table(parts)
  }

  /// `SO2602-0118.1 机加 做得慢 3 天: 机加车间, 己方 (赵磊 确认)`, a line for each link.
  func rulings(_ order: Order, _ account: DelayAccount) -> [Text] {
    account.parts.map { part in
      Text(verbatim: "\(order.no).\(account.schedule.place)  ") + what(part.link) + " "
        + DateWords.days(part.link.days) + Text(verbatim: ": \(part.department.map { $0 + ", " } ?? "")")
        + part.side.words + " (" + ruling(part) + ")"
    }
  }

  private func what(_ link: DelayChain.Link) -> Text {
    (link.step.map { Text(verbatim: $0 + " ") } ?? Text(verbatim: "")) + link.kind.words
  }

  /// `赵磊 确认`, or why a person ruled otherwise.
  private func ruling(_ part: DelayAccount.Part) -> Text {
    guard let ruling = part.ruling else {
      return part.needsReview ? Text("to review", "待复核", "待覆核") : Text("proposed", "建议", "建議")
    }
    return Text(verbatim: ruling.by + " ")
      + (ruling.reason.map { Text(verbatim: $0) } ?? Text("confirmed", "确认", "確認"))
  }

  /// `03-13 陈婷 挂具不够`.
  private func words(_ evidence: DelayEvidence) -> Text {
    let head = [dates.short(evidence.from), evidence.by ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return Text(verbatim: head + " ") + evidence.kind.words + Text(verbatim: " " + evidence.text)
  }

  func json(_ order: Order, _ accounts: [DelayAccount]) -> JSON {
    func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    let rows = accounts.map { account -> JSON in
      [
        "line": .integer(Int64(account.schedule.lineNo)), "part": .integer(Int64(account.schedule.seq)),
        "needed": day(account.neededOn),
        "ready": day(account.readyOn), "is_complete": .bool(account.isComplete),
        "days_late": .integer(Int64(account.daysLate)),
        "links": .array(
          account.parts.map { part -> JSON in
            [
              "kind": .string(part.link.kind.rawValue), "step": text(part.link.step),
              "days": .integer(Int64(part.link.days)), "lost": .integer(Int64(part.link.lost)),
              "from": day(part.link.from), "to": day(part.link.to), "dept": text(part.department),
              "side": .string(part.side.rawValue),
              "ruling": part.ruling.map { ruling -> JSON in
                [
                  "by": .string(ruling.by), "at": .string(ruling.at.description),
                  "reason": text(ruling.reason),
                ]
              } ?? .null,
              "needs_review": .bool(part.needsReview),
              "evidence": .array(
                part.evidence.map { evidence -> JSON in
                  [
                    "kind": .string(evidence.kind.rawValue), "text": .string(evidence.text),
                    "from": day(evidence.from), "to": day(evidence.to), "by": text(evidence.by),
                    "about": text(evidence.about),
                  ]
                }),
            ]
          }),
      ]
    }
    return ["no": .string(order.no), "method": .string("as-planned-as-built"), "rows": .array(rows)]
  }
}

extension DelayChain.Kind: Worded {
  var words: Text {
    switch self {
    case .promise: Text("promised too short", "交期答复得太紧", "交期答覆得太緊")
    case .release: Text("released late", "下达晚", "下達晚")
    case .wait: Text("waited", "等待", "等待")
    case .work: Text("took longer", "做得慢", "做得慢")
    case .outlook: Text("as orders like it go", "按同类订单的历史", "按同類訂單的歷史")
    case .shipping: Text("made and not shipped", "做完未发", "做完未出")
    }
  }
}

extension DelayEvidence.Kind: Worded {
  var words: Text {
    switch self {
    case .hold: Text("hold:", "暂停:", "暫停:")
    case .stop: Text("stopped:", "停产:", "停產:")
    case .standstill: Text("standstill:", "停机:", "停機:")
    case .rework: Text("scrap, rework:", "报废返工:", "報廢重工:")
    case .promise: Text("promised", "答复交期", "答覆交期")
    case .review: Text("review:", "评审:", "評審:")
    case .chase: Text("chase:", "跟催:", "跟催:")
    case .problem: Text("problem", "异常", "異常")
    }
  }
}
