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

extension OrderState: Worded {
  var words: Text {
    switch self {
    case .taken: Text("new", "已接单", "已接單")
    case .released: Text("in production", "生产中", "生產中")
    case .partShipped: Text("part shipped", "部分发货", "部分出貨")
    case .shipped: Text("shipped", "已发货", "已出貨")
    case .closed: Text("closed", "已结案", "已結案")
    case .cancelled: Text("cancelled", "已取消", "已取消")
    }
  }
}

extension Cause: Worded {
  var words: Text {
    switch self {
    case .shortage: Text("shortage", "缺料", "缺料")
    case .quality: Text("quality", "质量", "品質")
    case .rework: Text("rework", "返工", "重工")
    case .machine: Text("machine", "设备", "設備")
    case .drawing: Text("drawing", "图纸", "圖紙")
    case .outsource: Text("outsource", "外协", "外協")
    case .labour: Text("labour", "人手", "人手")
    case .customer: Text("customer", "客户", "客戶")
    case .transport: Text("transport", "运输", "運輸")
    case .other: Text("other", "其他", "其他")
    }
  }

  /// The pinyin initials under which it is typed, such as `ql` for 缺料.
  var initials: String {
    switch self {
    case .shortage: "ql"
    case .quality: "zl"
    case .rework: "fg"
    case .machine: "sb"
    case .drawing: "tz"
    case .outsource: "wx"
    case .labour: "rs"
    case .customer: "kh"
    case .transport: "ys"
    case .other: "qt"
    }
  }
}

extension Priority: Worded {
  var words: Text {
    switch self {
    case .high: Text("high", "高", "高")
    case .normal: Text("normal", "中", "中")
    case .low: Text("low", "低", "低")
    }
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

extension HoldSide: Worded {
  var words: Text {
    switch self {
    case .customer: Text("customer", "客户", "客戶")
    case .own: Text("own", "本厂", "本廠")
    }
  }
}

extension DateMeaning: Worded {
  var words: Text {
    switch self {
    case .shipped: Text("shipped", "发货日", "出貨日")
    case .arrived: Text("arrived", "到货日", "到貨日")
    }
  }
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

extension Basis: Worded {
  var words: Text {
    switch self {
    case .first: Text("first promise", "首次答复", "首次答覆")
    case .latest: Text("latest promise", "最新答复", "最新答覆")
    case .want: Text("customer's date", "客户要求", "客戶要求")
    }
  }
}

extension StateWord: Worded {
  var words: Text {
    switch self {
    case .open: Text("open", "在手", "在手")
    case .closed: Text("closed", "结案", "結案")
    case .cancelled: Text("cancelled", "取消", "取消")
    case .overdue: Text("overdue", "超期", "逾期")
    case .today: Text("due today", "今日到期", "今日到期")
    case .held: Text("on hold", "暂停", "暫停")
    case .released: Text("released", "已下达", "已下達")
    case .shipped: Text("shipped", "已发货", "已出貨")
    case .mine: Text("mine", "我的", "我的")
    case .new: Text("new today", "今日新单", "今日新單")
    case .rush: Text("rush", "急单", "急單")
    case .unpromised: Text("not promised", "未答复", "未答覆")
    case .unsigned: Text("unsigned", "待签", "待簽")
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
    }
  }
}

extension OrderField: Worded {
  /// The heading of its column; every language's also names it in filters.
  var words: Text {
    switch self {
    case .no: Text("Order", "单号", "單號")
    case .line: Text("Line", "行", "行")
    case .customer: Text("Customer", "客户", "客戶")
    case .po: Text("PO", "客户单号", "客戶單號")
    case .product: Text("Product", "产品", "產品")
    case .qty: Text("Qty", "数量", "數量")
    case .open: Text("Open", "未交", "未交")
    case .shipped: Text("Shipped", "已发", "已出")
    case .price: Text("Price", "单价", "單價")
    case .amount: Text("Amount", "金额", "金額")
    case .created: Text("Ordered", "接单", "接單")
    case .want: Text("Wanted", "要求", "要求")
    case .first: Text("First", "原交期", "原交期")
    case .promise: Text("Promise", "答复", "答覆")
    case .due: Text("Due", "交期", "交期")
    case .late: Text("Late", "超期", "逾期")
    case .step: Text("Held at", "卡在", "卡在")
    case .dept: Text("Dept", "部门", "部門")
    case .cause: Text("Cause", "原因", "原因")
    case .clerk: Text("Clerk", "跟单", "跟單")
    case .prio: Text("Prio", "优先", "優先")
    case .status: Text("Status", "状态", "狀態")
    case .carrier: Text("Carrier", "承运", "承運")
    case .type: Text("Type", "类型", "類型")
    case .completed: Text("Completed", "交清", "交清")
    case .note: Text("Note", "备注", "備註")
    case .color: Text("Colour", "颜色", "顏色")
    case .spec: Text("Spec", "规格", "規格")
    case .kind: Text("Kind", "类别", "類別")
    case .channel: Text("Channel", "来单方式", "來單方式")
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

extension ReminderID: Worded {
  var words: Text {
    switch self {
    case .replyDue: Text("answer the customer", "回复客户", "回覆客戶")
    case .changeUnacknowledged: Text("change not acknowledged", "变更未签收", "變更未簽收")
    case .unacknowledged: Text("notice not acknowledged", "通知未签收", "通知未簽收")
    case .enquiryUnanswered: Text("enquiry not answered", "询盘未答复", "詢盤未答覆")
    case .unpromised: Text("no promise yet", "未答复交期", "未答覆交期")
    case .chaseDue: Text("chase", "跟催", "跟催")
    case .contactDue: Text("speak with the customer", "联络客户", "聯絡客戶")
    case .customerFlagged: Text("important, to be discussed", "重点客户待讨论", "重點客戶待討論")
    case .returnCallDue: Text("call after delivery", "交货回访", "交貨回訪")
    case .sampleUnreturned: Text("lent sample due back", "借出样品该还", "借出樣品該還")
    case .nearDue: Text("near due, not made", "临近交期未完工", "臨近交期未完工")
    case .staleProduction: Text("no progress reported", "久未报工", "久未報工")
    case .arrivalUnconfirmed: Text("arrival not confirmed", "未确认签收", "未確認簽收")
    case .sampleUnanswered: Text("sample not answered", "样品待回访", "樣品待回訪")
    case .firstRunUnanswered: Text("first run to be approved", "首件样待确认", "首件樣待確認")
    case .claimUnconfirmed: Text("payment for finance to find", "收款待财务确认", "收款待財務確認")
    case .balanceUnasked: Text("ask for the balance", "请客户付余款", "請客戶付餘款")
    case .paidUnshipped: Text("paid, not shipped", "款齐未发货", "款齊未出貨")
    case .receivableDue: Text("payment due", "货款将到期", "貨款將到期")
    case .receivableOverdue: Text("payment overdue", "货款超期", "貨款逾期")
    case .questionOpen: Text("question not answered", "疑问未答复", "疑問未答覆")
    }
  }
}

extension GateID: Worded {
  var words: Text {
    switch self {
    case .quoteComplete: Text("a quote says all seven things", "报价单七项齐全", "報價單七項齊全")
    case .quoteUnchanged:
      Text("a confirmed quote is not changed", "已确认的报价不改", "已確認的報價不改")
    case .quoteSigned:
      Text("finance and manager sign a quote", "报价经财务和总经理审核", "報價經財務和總經理審核")
    case .replyPromised: Text("a reply has a promised date", "回复订单要有交期", "回覆訂單要有交期")
    case .confirmAgreed:
      Text("in writing, called back, clauses agreed", "有书面订单, 已回电, 条款已确认", "有書面訂單, 已回電, 條款已確認")
    case .submitClean: Text("the order's check finds no fault", "订单检查无误", "訂單檢查無誤")
    case .submitPriced: Text("prices are the confirmed ones", "按双方确认的价格", "按雙方確認的價格")
    case .submitQuoted: Text("a confirmed quote where one is due", "该报价的要有已确认报价", "該報價的要有已確認報價")
    case .submitDecided:
      Text("new material: the manager decides on the price", "新材料由总经理定价格变不变", "新材料由總經理定價格變不變")
    case .submitAttached:
      Text("customer's order and contract attached", "附有客户订单和合同", "附有客戶訂單和合約")
    case .signInTurn: Text("signatures come in their order", "按顺序签字", "按順序簽字")
    case .orderConfirmed: Text("the customer confirmed the order", "客户已确认订单", "客戶已確認訂單")
    case .releaseApproved: Text("every signature is there", "会签完成才生产", "會簽完成才生產")
    case .releaseGenuine: Text("date promised, contract genuine", "交期已定, 合同真实", "交期已定, 合約真實")
    case .releaseDeposit: Text("the deposit has come", "订金到账", "訂金到帳")
    case .releaseSampled: Text("the customer approved the sample", "客户已批样", "客戶已批樣")
    case .releaseDescribed: Text("the notice says what the customer wants", "通知单写明客户要求", "通知單寫明客戶要求")
    case .releaseInspected: Text("the statutory inspection is told", "写明商检要求", "寫明商檢要求")
    case .releasePrepared: Text("preparation is done", "产前准备已完成", "產前準備已完成")
    case .releaseCarton: Text("the carton's size is confirmed", "纸箱尺寸样已确认", "紙箱尺寸樣已確認")
    case .closeRetained: Text("the first print run is retained", "首次印刷已留样", "首次印刷已留樣")
    case .releaseInTime: Text("made by the promised day", "完工不晚于交期", "完工不晚於交期")
    case .releaseStockSigned:
      Text("production for stock is signed", "备货生产经总经理批准", "備貨生產經總經理核准")
    case .progressSampled: Text("the first run was approved", "首件样已确认", "首件樣已確認")
    case .progressRunning: Text("the production is not held", "生产单没有停产", "生產單沒有停產")
    case .packagingWithinLimits:
      Text("packaging is ordered as needed", "包材按生产单订购", "包材按生產單訂購")
    case .reserveWithinFree: Text("not more is reserved than is free", "预留不超过可用库存", "預留不超過可用庫存")
    case .sampleDescribed: Text("it is clear what a sample must show", "样品要求清楚", "樣品要求清楚")
    case .amendDocumented:
      Text("a change has the customer's document", "变更有客户书面文件", "變更有客戶書面文件")
    case .cancelResolved: Text("nothing of it is in production", "没有在产才能取消", "沒有在產才能取消")
    case .shipSigned: Text("billing gets only what was signed", "签字齐全才开单", "簽字齊全才開單")
    case .shipPaid: Text("what is due is paid", "应付的已付清", "應付的已付清")
    case .shipCredit: Text("within the credit limit", "在信用额度内", "在信用額度內")
    case .closePaid: Text("the order is paid", "货款已清", "貨款已清")
    case .customerComplete:
      Text("a customer's six fields are filled", "客户六项资料齐全", "客戶六項資料齊全")
    case .productCurrent: Text("the product is current", "产品是现行型号", "產品是現行型號")
    case .orderOpen: Text("the order's state allows it", "订单状态允许", "訂單狀態允許")
    case .orderFinished: Text("all shipped and received", "全部发货并签收", "全部出貨並簽收")
    case .shipWithinOpen: Text("not more than is owed is shipped", "发货不超过未交数", "出貨不超過未交數")
    case .arriveWithinShipped:
      Text("not more is short or damaged than was shipped", "短少损坏不超过发货数", "短少損壞不超過出貨數")
    case .progressWithinOrder: Text("not more than ordered is made", "报工不超过生产数", "報工不超過生產數")
    case .progressInSequence:
      Text("a step does not overtake the one before", "工序不超前", "工序不超前")
    case .releaseWithinOpen:
      Text("not more is released than is to be made", "下达不超过待产数", "下達不超過待產數")
    case .quantityAboveShipped:
      Text("the quantity stays above what was shipped", "数量不低于已发数", "數量不低於已出數")
    case .backdate: Text("old facts have a reason", "补录旧事实要有原因", "補錄舊事實要有原因")
    }
  }
}

extension MergeObstacle: Worded {
  var words: Text {
    switch self {
    case .same: Text("it is the same one", "是同一张", "是同一張")
    case .forStock: Text("one of them is for stock", "有一张是备库存的", "有一張是備庫存的")
    case .different:
      Text("product, colour, spec or maker differ", "产品, 颜色, 规格或外协厂不同", "產品, 顏色, 規格或外協廠不同")
    case .started: Text("the first has begun", "前一张已开工", "前一張已開工")
    case .finished: Text("one of them has ended", "有一张已完工或取消", "有一張已完工或取消")
    case .held: Text("one of them is held", "有一张停产", "有一張停產")
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

/// What may be typed for an id: the id itself, its word in any language, or its initials.
enum Spelling {
  /// The id that a text spells; throws a complaint that lists what may be typed.
  static func read<T: RawRepresentable & CaseIterable & Worded>(
    _ text: String, as kind: Text, initials: (T) -> String? = { _ in nil }
  ) throws -> T where T.RawValue == String {
    let word = folded(text)
    let match = T.allCases.first { id in
      folded(id.rawValue) == word || id.words.all.contains { folded($0) == word } || initials(id) == word
    }
    if let match { return match }
    let known = T.allCases.map { id -> Text in
      let label = id.words
      return label.english == id.rawValue
        ? Text(id.rawValue, "\(id.rawValue) \(label.simplified)", "\(id.rawValue) \(label.traditional)")
        : Text(verbatim: id.rawValue)
    }.joined(", ")
    throw Complaint(
      .usage,
      Text("no ", "没有这样的", "沒有這樣的")
        + Text(kind.english.lowercased(), kind.simplified, kind.traditional)
        + Text(" \"\(text)\"", ": \"\(text)\"", ": \"\(text)\""),
      facts: [Text("known: ", "可用: ", "可用: ") + known])
  }
}
