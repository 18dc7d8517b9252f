import Gendan

extension Fault {
  /// What is lacking, in a few words.
  var words: Text {
    switch self {
    case .unsaid(let term, let line): at(line) + term.words + Text(" is not given", "没有填", "沒有填")
    case .wantedBeforeOrdered(let line, let want):
      at(line) + Text("wanted \(want), before it was ordered", "要求日 \(want) 早于接单日", "要求日 \(want) 早於接單日")
    case .productRetired(let line, let code):
      at(line) + Text("\(code) is no longer current", "\(code) 已停用", "\(code) 已停用")
    case .tooSoon(let line, let want, let earliest):
      at(line)
        + Text(
          "wanted \(want), the earliest is \(earliest)", "要求 \(want), 最早 \(earliest)",
          "要求 \(want), 最早 \(earliest)")
    case .documentMissing(let kind): Text("not attached: ", "缺附件: ", "缺附件: ") + kind.words
    case .unanswered(let item): Text("not confirmed: ", "未确认: ", "未確認: ") + item.words
    case .denied(let item, let note):
      Text("answered no: ", "答复否: ", "答覆否: ") + item.words + (note.map { " (\($0))" } ?? "")
    case .answeredLate(let item, let other):
      Text("answered only after ", "晚于", "晚於") + other.words + ": " + item.words
    case .proposedLater(let line, let due, let proposed):
      at(line)
        + Text(
          "\(proposed) is proposed, \(due) stands", "有人建议 \(proposed), 现交期 \(due)",
          "有人建議 \(proposed), 現交期 \(due)")
    case .askedOpen(let question): Text("open question: ", "待答: ", "待答: ") + question
    case .quoteMissing(let trigger, let line):
      at(line) + Text("needs a confirmed quote: ", "要有已确认的报价: ", "要有已確認的報價: ") + trigger.words
    case .priceDiffers(let line, let price, let confirmed, let source):
      at(line)
        + Text(
          "price \(Self.price(price)) is not the confirmed \(Self.price(confirmed))",
          "单价 \(Self.price(price)) 不等于已确认的 \(Self.price(confirmed))",
          "單價 \(Self.price(price)) 不等於已確認的 \(Self.price(confirmed))") + (source.map { " (\($0))" } ?? "")
    case .priceUndecided(let line):
      at(line)
        + Text(
          "new material: the general manager has not decided on the price", "新材料, 价格变不变要总经理定",
          "新材料, 價格變不變要總經理定")
    case .requoteMissing(let line):
      at(line)
        + Text(
          "new material: a new quote must be confirmed", "新材料, 要有新确认的报价", "新材料, 要有新確認的報價")
    case .quoteUnsaid(let terms): Text("not given: ", "没有填: ", "沒有填: ") + terms.map(\.words).joined(", ")
    case .quoteSettled(let version):
      Text(
        "version \(version) was handed in or confirmed and stays as it is", "第 \(version) 版已提交或确认, 不再改动",
        "第 \(version) 版已提交或確認, 不再更動")
    case .unconfirmed: Text("the customer has not confirmed it", "客户未确认", "客戶未確認")
    case .unsubmitted: Text("not submitted for review", "未提交评审", "未提交評審")
    case .unsigned(let roles): Text("missing: ", "缺签字: ", "缺簽字: ") + roles.map(\.words).joined(", ")
    case .rejected(let role, let reason):
      Text("sent back by ", "被退回: ", "被退回: ") + role.words + (reason.map { ": \($0)" } ?? "")
    case .unpromised: Text("no date is promised", "没有答复交期", "沒有答覆交期")
    case .depositShort(let due, let confirmed):
      Text(
        "deposit \(due.grouped), confirmed \(confirmed.grouped), short \(due.less(confirmed).grouped)",
        "订金 \(due.grouped), 到账 \(confirmed.grouped), 还差 \(due.less(confirmed).grouped)",
        "訂金 \(due.grouped), 到帳 \(confirmed.grouped), 還差 \(due.less(confirmed).grouped)")
    case .balanceOpen(let amount):
      Text("balance \(amount.grouped) open", "余款 \(amount.grouped) 未付", "餘款 \(amount.grouped) 未付")
    case .creditExceeded(let limit, let exposure):
      Text(
        "credit limit \(limit.grouped), with this \(exposure.grouped)",
        "信用额度 \(limit.grouped), 加上这单 \(exposure.grouped)", "信用額度 \(limit.grouped), 加上這單 \(exposure.grouped)")
    case .sampleMissing(let product):
      Text("no approved sample of \(product)", "\(product) 没有客户确认的样品", "\(product) 沒有客戶確認的樣品")
    case .sampleOpen(let no, let round):
      Text(
        "sample \(no) round \(round) not approved", "样品 \(no) 第 \(round) 轮未确认", "樣品 \(no) 第 \(round) 輪未確認")
    case .sampleRejected(let no, let round, let note):
      Text(
        "sample \(no) round \(round) rejected", "样品 \(no) 第 \(round) 轮被退", "樣品 \(no) 第 \(round) 輪被退")
        + (note.map { " (\($0))" } ?? "")
    case .sampleUndescribed:
      Text("nobody has said what the sample must show", "没有写样品要求", "沒有寫樣品要求")
    case .firstRunMissing(let no, let trigger):
      Text("\(no) has no first-run sample (", "\(no) 没有首件样 (", "\(no) 沒有首件樣 (") + trigger.words + ")"
    case .inspectionUnsaid(let product):
      Text(
        "\(product): nobody said what the statutory inspection asks", "\(product): 没有写商检要求",
        "\(product): 沒有寫商檢要求")
    case .retainedMissing(let no):
      Text("nothing of \(no) is retained", "\(no) 没有首次印刷留样", "\(no) 沒有首次印刷留樣")
    case .dueAfterPromise(let due, let promise):
      Text(
        "finished \(due), after the promised \(promise)", "完工 \(due), 晚于答复的 \(promise)",
        "完工 \(due), 晚於答覆的 \(promise)")
    case .problemOpen(let no, let kind, let text):
      Text("\(no) is open: ", "\(no) 未关闭: ", "\(no) 未關閉: ") + kind.words + ", " + text
    case .problemUnexplained:
      Text("its cause and who answers for it are missing", "没有写原因和责任部门", "沒有寫原因和責任部門")
    case .problemUnremedied:
      Text("nothing was decided about it: a batch defect or serious", "批量不良或严重异常, 没有对策", "批量不良或嚴重異常, 沒有對策")
    case .delayOpen(let no): Text("delay case \(no) is open", "延误 \(no) 未结束", "延誤 \(no) 未結束")
    case .delayWaits(_, let stage): stage.awaited
    case .delayUnanswered(let no, _):
      Text(
        "delay case \(no) waits for the customer; no later day is used before", "延误 \(no) 等客户同意, 在此之前不改更晚的交期",
        "延誤 \(no) 等客戶同意, 在此之前不改更晚的交期")
    case .decidedToStay(let by, let note):
      Text("decided to stay by \(by)", "\(by) 决定暂不发货", "\(by) 決定暫不出貨") + (note.map { ": \($0)" } ?? "")
    case .promiseTooSoon(let promise, let no, let finish, let possible):
      Text(
        "\(promise) is before \(possible): production finishes \(no) on \(finish)",
        "\(promise) 早于 \(possible): 生产答复 \(no) \(finish) 完工",
        "\(promise) 早於 \(possible): 生產答覆 \(no) \(finish) 完工")
    case .inProduction(let no): Text("\(no) is in production", "\(no) 正在生产", "\(no) 正在生產")
    }
  }

  /// What settles it, for the document of this kind and number; what is agreed with the customer is amended.
  func remedy(_ no: String, of kind: ApprovalSubject, isAgreed: Bool) -> String {
    func change(_ line: Int?, _ term: OrderTerm, to value: String) -> String {
      let words = "\(no)\(line.map { ".\($0)" } ?? "") \(term.rawValue)=\(value)"
      return isAgreed && AgreedField(rawValue: term.rawValue) != nil
        ? "gendan amend \(words) --reason TEXT" : "gendan set \(words)"
    }
    return switch self {
    case .unsaid(let term, let line): change(line, term, to: "…")
    case .wantedBeforeOrdered(let line, _): change(line, .want, to: "DATE")
    case .productRetired(_, let code): "gendan product set \(code) active=yes"
    case .tooSoon(let line, _, let earliest): change(line, .want, to: earliest.description)
    case .documentMissing(let kind): "gendan attach \(no) \(kind.rawValue) FILE"
    case .unanswered(let item), .denied(let item, _): "gendan review set \(no) \(item.rawValue)=ok"
    case .askedOpen(let question):
      "gendan answer \(no) \(question.prefix { $0 != " " }) TEXT"
    case .answeredLate: "gendan review show \(no)"
    case .proposedLater(let line, _, let proposed): "gendan promise \(no).\(line) \(proposed)"
    case .quoteMissing: "gendan quote add CUSTOMER PRODUCT QTY"
    case .priceDiffers(let line, _, let confirmed, _): change(line, .price, to: OrderTable.price(confirmed))
    case .priceUndecided: "gendan quote decide \(no) keep|change"
    case .requoteMissing: "gendan quote list --open"
    case .quoteUnsaid(let terms):
      "gendan quote set \(no) " + terms.map { "\($0.rawValue)=…" }.joined(separator: " ")
    case .quoteSettled: "gendan quote revise \(no) price=…"
    case .unconfirmed: "gendan confirm \(no) --told WHO --via phone"
    case .unsubmitted: kind == .quote ? "gendan quote submit \(no)" : "gendan submit \(no)"
    case .unsigned: kind == .production ? "gendan sign \(no)" : kind.page(no)
    case .rejected: kind == .production ? "gendan work reissue \(no) --reason TEXT" : kind.page(no)
    case .unpromised: "gendan promise \(no) DATE"
    case .depositShort, .balanceOpen: "gendan payment list \(no)"
    case .creditExceeded: "gendan payment due"
    case .sampleMissing: "gendan sample add \(no)"
    case .sampleOpen(let sample, _), .sampleRejected(let sample, _, _): "gendan sample show \(sample)"
    case .sampleUndescribed(let sample): "gendan sample send \(sample) --require TEXT"
    case .firstRunMissing(let production, _): "gendan sample first \(production) --machine 3"
    case .inspectionUnsaid: "gendan release \(no) --inspection TEXT"
    case .retainedMissing(let production): "gendan sample retain \(production) --place PLACE"
    case .decidedToStay: "gendan decide \(no) ship"
    case .promiseTooSoon(_, _, _, let possible): "gendan promise \(no) \(possible) --cause KIND"
    case .dueAfterPromise: "gendan promise \(no) DATE --cause KIND"
    case .problemOpen(let problem, _, _): "gendan problem show \(problem)"
    case .problemUnexplained(let problem): "gendan problem cause \(problem) TEXT --dept DEPARTMENT"
    case .problemUnremedied(let problem): "gendan problem remedy \(problem) TEXT --due +2wd"
    case .delayOpen(let delay): "gendan delay report \(delay)"
    case .delayWaits(let delay, let stage), .delayUnanswered(let delay, let stage): stage.next(delay)
    case .inProduction(let production): "gendan work cancel \(production) --reason TEXT"
    }
  }

  private func at(_ line: Int?) -> Text {
    line.map { Text("line \($0): ", "第 \($0) 行: ", "第 \($0) 行: ") } ?? Text(verbatim: "")
  }

  private static func price(_ price: Int64?) -> String { price.map { OrderTable.price($0) } ?? "-" }
}

extension Money {
  func less(_ other: Money) -> Money {
    Money(tenThousandths: tenThousandths - other.tenThousandths, currency: currency)
  }
}

extension OrderTerm: Worded {
  var words: Text {
    switch self {
    case .price: OrderField.price.words
    case .want: Text("Wanted day", "要求交期", "要求交期")
    case .terms: Text("Terms", "付款方式", "付款方式")
    case .requirement: Text("Requirement", "产品要求", "產品要求")
    case .spec: Text("Spec", "规格", "規格")
    case .color: Text("Colour", "颜色", "顏色")
    case .clerk: OrderField.clerk.words
    }
  }
}

extension DocumentKind: Worded {
  var words: Text {
    switch self {
    case .customerOrder: Text("customer's order", "客户订单", "客戶訂單")
    case .contract: Text("contract", "合同", "合約")
    case .change: Text("change request", "变更文件", "變更文件")
    case .drawing: Text("drawing", "图纸", "圖紙")
    case .process: Text("process sheet", "生产工艺", "生產製程")
    case .swatch: Text("swatch card", "面辅料样卡", "面輔料樣卡")
    case .sample: Text("final sample", "最终确认样", "最終確認樣")
    case .confirmation: Text("confirmation", "确认意见", "確認意見")
    case .film: Text("film", "菲林", "菲林")
    case .other: Text("other", "其他", "其他")
    }
  }
}

extension ReviewItem: Worded {
  var words: Text {
    switch self {
    case .callback: Text("call-back", "电话回复确认", "電話回覆確認")
    case .delivery: Text("delivery clause", "交期条款", "交期條款")
    case .payment: Text("payment clause", "付款条款", "付款條款")
    case .quality: Text("quality clause", "质量条款", "品質條款")
    case .salesperson: Text("salesperson consulted", "已问业务员", "已問業務員")
    case .capacity: Text("capacity", "产能", "產能")
    case .process: Text("process", "工艺能力", "製程能力")
    case .material: Text("special material", "特殊材料", "特殊材料")
    case .genuine: Text("contract genuine", "合同真实", "合約真實")
    case .color: Text("colour", "颜色", "顏色")
    case .quantity: Text("quantity", "数量", "數量")
    case .counted: Text("stock counted", "库存数量", "庫存數量")
    case .sound: Text("stock sound", "库存质量无异议", "庫存品質無異議")
    case .ready: Text("ready to leave", "出库准备", "出庫準備")
    case .processSheet: Text("process sheet", "工艺单", "製程單")
    case .pattern: Text("pattern", "纸板", "紙板")
    case .sampleGarment: Text("sample garment", "样衣", "樣衣")
    case .consumption: Text("unit consumption", "单用量核算", "單用量核算")
    }
  }
}

extension QuoteTrigger: Worded {
  var words: Text {
    switch self {
    case .newCustomer: Text("new customer", "新客户", "新客戶")
    case .changedProduct: Text("new product for this customer", "该客户的新产品", "該客戶的新產品")
    case .special: Text("special demand", "特殊要求", "特殊要求")
    }
  }
}

extension ApprovalState: Worded {
  var words: Text {
    switch self {
    case .draft: Text("draft", "待确认", "待確認")
    case .confirmed: Text("confirmed", "已确认", "已確認")
    case .inReview: Text("in review", "评审中", "評審中")
    case .returned: Text("sent back", "已退回", "已退回")
    case .approved: Text("approved", "已批准", "已核准")
    case .handedOver: Text("handed over", "已交跟单", "已交跟單")
    }
  }
}

extension ApprovalSubject: Worded {
  var words: Text {
    switch self {
    case .order: Noun.order.words
    case .quote: Noun.quote.words
    case .production: Noun.production.words
    }
  }
}

extension ApprovalSubject {
  /// The command that tells who signed a document, and who is awaited.
  func page(_ no: String) -> String {
    switch self {
    case .order: "gendan review show \(no)"
    case .quote: "gendan quote show \(no)"
    case .production: "gendan work show \(no)"
    }
  }
}

extension SignerCondition: Worded {
  var words: Text {
    switch self {
    case .always: Text("always", "每单", "每單")
    case .amount: Text("large amount", "金额大", "金額大")
    case .prepayment: Text("paid ahead", "有预付款", "有預付款")
    case .commission: Text("commission", "有佣金", "有佣金")
    case .special: Text("special contract", "特殊合同", "特殊合約")
    }
  }
}

extension Flow: Worded {
  var words: Text {
    switch self {
    case .simple: Text("simple", "简单", "簡單")
    case .trading: Text("trading house", "贸易", "貿易")
    case .factory: Text("factory", "工厂", "工廠")
    }
  }
}
