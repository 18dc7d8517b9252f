import Gendan

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

  /// The cause that a text spells, by its id, word or initials; nil where it spells none.
  static func spelled(_ text: String) -> Cause? { Spelling.match(text) { $0.initials } }

  /// The cause that a text spells; throws a complaint that lists them.
  static func read(_ text: String) throws -> Cause {
    try Spelling.read(text, as: OrderField.cause.words) { $0.initials }
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

  /// The rank that a text spells; 急 is how lists call the highest.
  static func read(_ text: String) throws -> Priority {
    if ["急", "加急", "急单", "急單", "rush"].contains(folded(text)) { return .high }
    return try Spelling.read(text, as: OrderField.prio.words)
  }
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
    case .unpaid: Text("unpaid", "未付", "未付")
    case .risk: Text("at risk", "有风险", "有風險")
    case .all: Text("all", "全部", "全部")
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

extension OrderKind: Worded {
  var words: Text {
    switch self {
    case .domestic: Text("domestic", "内销", "內銷")
    case .export: Text("export", "外销", "外銷")
    }
  }
}

extension Channel: Worded {
  var words: Text {
    switch self {
    case .fax: Text("fax", "传真", "傳真")
    case .mail: Text("post", "邮寄", "郵寄")
    case .email: Text("e-mail", "邮件", "郵件")
    case .phone: Text("phone", "电话", "電話")
    case .visit: Text("visit", "来访", "來訪")
    case .shop: Text("shop", "店面", "店面")
    }
  }
}
