import Gendan

extension SampleKind: Worded {
  var words: Text {
    switch self {
    case .customer: Text("customer", "客户样", "客戶樣")
    case .firstRun: Text("first run", "首件样", "首件樣")
    case .retained: Text("retained", "留样", "留樣")
    case .carton: Text("carton", "纸箱样", "紙箱樣")
    }
  }
}

extension SampleAnswer: Worded {
  var words: Text {
    switch self {
    case .approved: Text("approved", "确认", "確認")
    case .rejected: Text("rejected", "退回", "退回")
    }
  }
}

extension SampleState: Worded {
  var words: Text {
    switch self {
    case .requested: Text("to be made", "待制", "待製")
    case .sent: Text("sent", "已寄出", "已寄出")
    case .made: Text("taken", "已取样", "已取樣")
    case .approved: Text("approved", "已确认", "已確認")
    case .rejected: Text("rejected", "已退回", "已退回")
    case .kept: Text("kept", "留存", "留存")
    }
  }
}

extension SampleParty: Worded {
  var words: Text {
    switch self {
    case .own: Text("us", "本厂", "本廠")
    case .customer: Noun.customer.words
    case .salesperson: Role.salesperson.words
    }
  }
}

extension FirstRunTrigger: Worded {
  var words: Text {
    switch self {
    case .newCustomer: Text("new customer", "新客户", "新客戶")
    case .newProduct: Text("never made before", "首次生产", "首次生產")
    case .largeBatch: Text("large batch", "大批量", "大批量")
    }
  }
}
