import Gendan

extension QuoteState: Worded {
  var words: Text {
    switch self {
    case .draft: Text("draft", "草稿", "草稿")
    case .inReview: Text("in review", "审核中", "審核中")
    case .returned: Text("sent back", "已退回", "已退回")
    case .approved: Text("approved", "已批准", "已核准")
    case .confirmed: Text("confirmed", "已确认", "已確認")
    case .won: Text("won", "已成交", "已成交")
    case .lost: Text("lost", "未成交", "未成交")
    case .expired: Text("expired", "已过期", "已過期")
    case .replaced: Text("replaced by a later version", "已有新版", "已有新版")
    }
  }
}

extension QuoteTerm: Worded {
  var words: Text {
    switch self {
    case .maker: Text("maker", "生产厂家", "生產廠家")
    case .quantity: Text("quantity", "数量", "數量")
    case .leadTime: Text("lead time, working days", "交货期(工作日)", "交貨期(工作日)")
    case .terms: Text("terms", "付款方式", "付款方式")
    case .packing: Text("packing", "包装规格", "包裝規格")
    case .price: Text("price", "单价", "單價")
    }
  }
}

extension PricePart: Worded {
  var words: Text {
    switch self {
    case .material: Text("material", "材料", "材料")
    case .labour: Text("labour", "人工", "人工")
    case .packaging: Text("packaging", "包装费", "包裝費")
    case .other: Text("other costs", "其他成本", "其他成本")
    case .margin: Text("margin", "毛利", "毛利")
    }
  }
}

extension ApprovalAct: Worded {
  var words: Text {
    switch self {
    case .confirm: Text("confirmed by the customer", "客户确认", "客戶確認")
    case .submit: Text("handed in", "提交", "提交")
    case .sign: Text("signed", "签字", "簽字")
    case .reject: Text("sent back", "退回", "退回")
    case .approve: Text("approved", "批准", "核准")
    case .handOver: Text("handed over", "移交跟单", "移交跟單")
    }
  }
}

extension QuoteRuling: Worded {
  var words: Text {
    switch self {
    case .keep: Text("keep", "不变", "不變")
    case .change: Text("change", "要改", "要改")
    }
  }
}
