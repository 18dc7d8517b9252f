import Gendan

/// The words for the core's ids. Each switch is complete, so an id without its words does not compile.
protocol Worded {
  var words: Text { get }
}

extension Worded {
  /// Its word as a heading: English ones begin with a capital.
  var heading: Text {
    let words = words
    return Text(
      words.english.prefix(1).uppercased() + words.english.dropFirst(), words.simplified, words.traditional)
  }
}

extension Role: Worded {
  var words: Text {
    switch self {
    case .clerk: Text("clerk", "跟单员", "跟單員")
    case .salesperson: Text("salesperson", "业务员", "業務員")
    case .salesManager: Text("sales manager", "业务经理", "業務經理")
    case .supervisor: Text("supervisor", "主管", "主管")
    case .finance: Text("finance", "财务", "財務")
    case .generalManager: Text("general manager", "总经理", "總經理")
    case .billing: Text("billing clerk", "开单文员", "開單文員")
    case .production: Text("production", "生产主管", "生產主管")
    case .packing: Text("packing", "包装主任", "包裝主任")
    case .purchasing: Text("purchasing", "采购", "採購")
    case .warehouse: Text("warehouse", "仓管", "倉管")
    case .quality: Text("inspector", "验货员", "驗貨員")
    case .admin: Text("admin", "管理员", "管理員")
    }
  }
}

extension Set<Role> {
  /// The roles' words, in the order in which roles are listed.
  var words: Text { Role.allCases.filter(contains).map(\.words).joined(", ") }
}

extension CustomerClass: Worded {
  var words: Text {
    switch self {
    case .key: Text("key", "重点", "重點")
    case .normal: Text("normal", "普通", "普通")
    case .prospect: Text("prospect", "意向", "意向")
    }
  }
}

extension Noun: Worded {
  var words: Text {
    switch self {
    case .order: Text("order", "订单", "訂單")
    case .customer: Text("customer", "客户", "客戶")
    case .product: Text("product", "产品", "產品")
    case .route: Text("route", "工艺", "製程")
    case .department: Text("department", "部门", "部門")
    case .user: Text("user", "用户", "使用者")
    case .shipment: Text("shipment", "送货单", "送貨單")
    case .production: Text("production order", "生产单", "生產單")
    case .setting: Text("setting", "设置", "設定")
    case .profile: Text("profile", "导入档案", "匯入設定檔")
    case .view: Text("view", "视图", "檢視")
    case .reminder: Text("reminder", "提醒", "提醒")
    case .line: Text("line", "订单行", "訂單行")
    case .step: Text("step", "工序", "工序")
    case .hold: Text("hold", "暂停", "暫停")
    case .signer: Text("signer", "会签人", "會簽人")
    case .quote: Text("quote", "报价单", "報價單")
    case .enquiry: Text("enquiry", "询盘", "詢盤")
    case .price: Text("price", "价格", "價格")
    case .sample: Text("sample", "样品", "樣品")
    case .document: Text("document", "文件", "文件")
    case .payment: Text("payment", "收款", "收款")
    case .notice: Text("notice", "通知", "通知")
    case .reservation: Text("reservation", "预留", "預留")
    case .question: Text("question", "疑问", "疑問")
    case .contact: Text("talk", "联络", "聯絡")
    case .region: Text("region", "区域", "區域")
    case .resource: Text("resource", "资源", "資源")
    case .stop: Text("standstill", "停机", "停機")
    case .problem: Text("problem", "异常", "異常")
    case .remedy: Text("remedy", "对策", "對策")
    case .delay: Text("delay case", "延误", "延誤")
    case .progress: Text("report of progress", "报工记录", "報工記錄")
    case .report: Text("report", "报表", "報表")
    }
  }
}

extension CustomerField: Worded {
  var words: Text {
    switch self {
    case .name: Text("name", "名称", "名稱")
    case .address: Text("address", "地址", "地址")
    case .contact: Text("contact", "联系人", "聯絡人")
    case .phone: Text("phone", "电话", "電話")
    case .fax: Text("fax", "传真", "傳真")
    case .terms: Text("terms", "结算方式", "結算方式")
    case .class: Text("class", "类别", "類別")
    case .region: Text("region", "区域", "區域")
    case .currency: Text("currency", "币种", "幣別")
    case .note: Text("note", "备注", "備註")
    case .type: Text("type", "类型", "類型")
    case .principal: Text("principal", "负责人", "負責人")
    case .source: Text("source", "来源", "來源")
    case .grade: Text("credit grade", "信用等级", "信用等級")
    }
  }
}

extension CustomerType: Worded {
  var words: Text {
    switch self {
    case .store: Text("store", "店面", "店面")
    case .domestic: Text("domestic", "内销", "內銷")
    case .export: Text("export", "外销", "外銷")
    case .dealer: Text("dealer", "经销商", "經銷商")
    }
  }
}

extension Weekday {
  var words: Text {
    switch self {
    case .monday: Text("Mon", "周一", "週一")
    case .tuesday: Text("Tue", "周二", "週二")
    case .wednesday: Text("Wed", "周三", "週三")
    case .thursday: Text("Thu", "周四", "週四")
    case .friday: Text("Fri", "周五", "週五")
    case .saturday: Text("Sat", "周六", "週六")
    case .sunday: Text("Sun", "周日", "週日")
    }
  }
}
