import Gendan

extension ContactKind: Worded {
  var words: Text {
    switch self {
    case .chase: Text("chase", "跟催", "跟催")
    case .note: Text("note", "备注", "備註")
    case .phone: Text("phone", "电话", "電話")
    case .mail: Text("mail", "邮件", "郵件")
    case .visit: Text("visit", "来访", "來訪")
    case .question: Text("question", "咨询", "諮詢")
    case .service: Text("service", "售后", "售後")
    case .returnCall: Text("return call", "回访", "回訪")
    case .survey: Text("survey", "满意度", "滿意度")
    case .flag: Text("flag", "重点提出", "重點提出")
    case .discussion: Text("discussion", "部门讨论", "部門討論")
    }
  }
}

extension ProspectStage: Worded {
  var words: Text {
    switch self {
    case .new: Text("new", "新登记", "新登記")
    case .contacted: Text("contacted", "已联络", "已聯絡")
    case .sampled: Text("sampled", "已下样", "已下樣")
    case .quoted: Text("quoted", "已报价", "已報價")
    case .ordered: Text("ordered", "已下单", "已下單")
    }
  }
}

extension CopyRecipient: Worded {
  var words: Text {
    switch self {
    case .supervisor: Role.supervisor.words
    case .billing: Role.billing.words
    case .warehouse: Role.warehouse.words
    }
  }
}
