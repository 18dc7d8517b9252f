import Gendan

extension TableField: Worded {
  /// The heading of its column in a file for people.
  var words: Text {
    switch self {
    case .code: Text("Code", "编号", "編號")
    case .name: Text("Name", "名称", "名稱")
    case .address: Text("Address", "地址", "地址")
    case .contact: Text("Contact", "联系人", "聯絡人")
    case .phone: Text("Phone", "电话", "電話")
    case .fax: Text("Fax", "传真", "傳真")
    case .terms: Text("Terms", "结算方式", "結算方式")
    case .class: Text("Class", "类别", "類別")
    case .region: Text("Region", "区域", "區域")
    case .currency: Text("Currency", "币种", "幣別")
    case .clerk: Text("Clerk", "跟单员", "跟單員")
    case .note: Text("Note", "备注", "備註")
    case .type: Text("Type", "类型", "類型")
    case .principal: Text("Principal", "负责人", "負責人")
    case .grade: Text("Credit grade", "信用等级", "信用等級")
    case .unit: Text("Unit", "单位", "單位")
    case .decimals: Text("Decimals", "小数位", "小數位")
    case .lead: Text("Lead days", "生产周期", "生產週期")
    case .route: Text("Route", "工艺", "製程")
    case .active: Text("Active", "现行", "現行")
    case .no: Text("No", "单号", "單號")
    case .po: Text("PO", "客户单号", "客戶單號")
    case .customer: Text("Customer", "客户", "客戶")
    case .ordered: Text("Ordered", "接单日期", "接單日期")
    case .want: Text("Wanted", "要求交期", "要求交期")
    case .promise: Text("Promise", "答复交期", "答覆交期")
    case .product: Text("Product", "产品", "產品")
    case .qty: Text("Qty", "数量", "數量")
    case .price: Text("Price", "单价", "單價")
    case .discount: Text("Discount", "折扣", "折扣")
    case .line: Text("Line", "行", "行")
    case .part: Text("Delivery", "批次", "批次")
    case .carrier: Text("Carrier", "承运", "承運")
    case .prio: Text("Priority", "优先级", "優先級")
    case .shipped: Text("Shipped", "发货日期", "出貨日期")
    case .closed: Text("Closed", "结案日期", "結案日期")
    case .cancelled: Text("Cancelled", "取消日期", "取消日期")
    case .status: Text("Status", "状态", "狀態")
    case .order: Text("Order", "订单号", "訂單號")
    case .tracking: Text("Tracking", "运单号", "運單號")
    case .arrived: Text("Arrived", "签收日期", "簽收日期")
    case .short: Text("Short", "短少", "短少")
    case .damaged: Text("Damaged", "损坏", "損壞")
    case .released: Text("Released", "下达日期", "下達日期")
    case .start: Text("Start", "计划开工", "計劃開工")
    case .due: Text("Due", "交期", "交期")
    case .finished: Text("Finished", "完工日期", "完工日期")
    case .good: Text("Good", "合格", "合格")
    case .scrap: Text("Scrap", "报废", "報廢")
    case .production: Text("Production order", "生产单号", "生產單號")
    case .seq: Text("Seq", "序号", "序號")
    case .department: Text("Department", "部门", "部門")
    case .started: Text("Started", "开工日期", "開工日期")
    case .planStart: Text("Planned start", "计划开工", "計劃開工")
    case .planFinish: Text("Planned finish", "计划完工", "計劃完工")
    case .days: Text("Days", "天数", "天數")
    case .minutes: Text("Minutes", "单件分钟", "單件分鐘")
    case .setup: Text("Set-up", "准备分钟", "準備分鐘")
    case .overlap: Text("Overlap", "转序数量", "轉序數量")
    case .resources: Text("Resources", "设备", "設備")
    case .routeName: Text("Route name", "工艺名称", "製程名稱")
    case .rework: Text("Rework", "返工", "重工")
    case .worker: Text("Worker", "工人", "工人")
    case .day: Text("Day", "日期", "日期")
    case .series: Text("Series", "轮次", "輪次")
    case .cause: Text("Cause", "原因", "原因")
    case .told: Text("Told", "告知", "告知")
    case .made: Text("Made", "答复日期", "答覆日期")
    case .at: Text("At", "时间", "時間")
    case .login: Text("By", "经手", "經手")
    case .command: Text("Command", "命令", "命令")
    case .typed: Text("Typed", "输入", "輸入")
    case .host: Text("Machine", "机器", "機器")
    case .source: Text("Source", "来源", "來源")
    case .reason: Text("Reason", "理由", "理由")
    case .subject: Text("Subject", "对象", "對象")
    case .undoes: Text("Undoes", "撤销", "復原")
    }
  }

  /// Other headings under which files have it; the first that a file has is taken.
  func synonyms(in kind: ImportKind) -> [String] {
    words.all + (Self.special[kind]?[self] ?? Self.common[self] ?? [])
  }

  private static let common: [TableField: [String]] = [
    .name: ["Company", "Company name", "品名", "公司名称", "公司名稱", "全称", "全稱"],
    .address: ["送货地址", "收货地址", "送貨地址", "收貨地址"],
    .contact: ["Contact name", "联络人", "聯繫人"], .phone: ["Telephone", "Tel", "手机", "手機", "联系电话"],
    .terms: ["Payment terms", "付款方式", "付款條件", "付款条件"], .region: ["Country", "地区", "地區", "国家", "國家"],
    .currency: ["货币", "貨幣", "币别"], .clerk: ["Salesperson", "Sales rep", "跟单", "跟單", "业务员", "業務員"],
    .note: ["Notes", "Remark", "Remarks", "Comments", "说明", "說明", "附注", "附註"],
    .unit: ["UOM", "计量单位", "計量單位"], .lead: ["Lead time", "Lead", "周期", "週期"],
    .customer: ["Customer code", "Customer name", "客户名称", "客戶名稱", "客户编号", "客戶編號", "客户代码"],
    .po: ["PO No", "PO No.", "PO number", "Customer PO", "PO号", "PO號", "客户订单号", "客戶訂單號", "采购单号", "採購單號"],
    .ordered: ["Order date", "OrderDate", "订单日期", "訂單日期", "下单日期", "下單日期", "日期", "接单", "接單"],
    .want: [
      "Required date", "RequiredDate", "Wanted date", "Delivery date", "交货日期", "交貨日期", "客户交期", "客戶交期",
      "要求", "要求日期", "交期",
    ],
    .promise: ["Promised date", "Promised", "承诺交期", "承諾交期", "确认交期", "確認交期", "答复", "答覆"],
    .product: [
      "Product code", "Item", "Part", "Part No", "SKU", "产品编号", "產品編號", "品号", "品號", "料号", "料號", "货号",
      "貨號", "品名规格", "品名規格", "品名", "产品名称", "產品名稱", "型号", "型號",
    ],
    .qty: ["Quantity", "Order qty", "订单数量", "訂單數量", "订购数量", "訂購數量"],
    .price: ["Unit price", "UnitPrice", "含税单价", "含稅單價", "价格", "價格"],
    .line: ["Line No", "Line number", "行号", "行號", "项次", "項次"],
    .carrier: ["Ship via", "Shipper", "物流", "快递", "快遞", "承运商", "承運商"],
    .prio: ["Prio", "优先", "優先", "优先度"],
    .shipped: ["Shipped date", "ShippedDate", "Ship date", "出货日期", "出貨日", "发货日", "发货", "出貨"],
    .closed: ["Closed date", "结案日", "結案日"], .cancelled: ["Canceled", "Cancelled date", "取消日"],
    .tracking: ["Tracking No", "Waybill", "物流单号", "快递单号", "快遞單號"],
    .arrived: ["Arrival date", "Received", "签收", "簽收", "到货日期", "到貨日期"],
    .due: ["Due date", "DueDate", "要求完工"], .start: ["Start date", "StartDate", "开工", "開工"],
    .finished: ["End date", "EndDate", "Finish date", "完工", "完工日"],
    .good: ["Good qty", "合格数", "合格數", "入库数", "入庫數"], .scrap: ["Scrapped", "Scrap qty", "报废数", "報廢數"],
    .seq: ["Operation No", "Sequence", "工序号", "工序號"],
    .department: ["Work centre", "Work center", "Workshop", "车间", "車間"],
  ]

  /// What a word means depends on what the file is about.
  private static let special: [ImportKind: [TableField: [String]]] = [
    .customers: [
      .code: ["Customer", "Customer code", "Customer No", "客户编号", "客戶編號", "客户代码", "客戶代碼"],
      .name: ["Customer name", "Company", "Company name", "客户名称", "客戶名稱", "公司名称", "公司名稱", "客户", "客戶"],
    ],
    .products: [
      .code: [
        "Product", "Product code", "Product No", "Item", "SKU", "产品编号", "產品編號", "品号", "品號", "料号", "料號",
      ],
      .name: ["Product name", "Description", "产品名称", "產品名稱", "品名", "品名规格", "品名規格"],
    ],
    .orders: [
      .no: ["Order", "Order No", "Order No.", "Order number", "OrderID", "订单号", "訂單號", "订单编号", "訂單編號"]
    ],
    .shipments: [
      .no: ["Shipment", "Shipment No", "Delivery note", "送货单号", "送貨單號", "发货单号", "出貨單號"],
      .order: ["Order No", "Order number", "订单编号", "訂單編號"],
      .qty: ["Quantity", "Shipped qty", "发货数量", "出貨數量"],
    ],
    .production: [
      .no: ["Production order", "Work order", "Work order No", "生产单", "生產單", "生产单号", "生產單號", "工单", "工單"],
      .qty: ["Quantity", "Order qty", "生产数量", "生產數量"],
    ],
    .routes: [
      .route: ["Route code", "工艺路线", "製程編號", "工艺编号"],
      .name: ["Operation", "Step", "工序", "工序名称", "工序名稱"],
      .minutes: ["Minutes per unit", "Standard minutes", "标准工时", "標準工時"],
      .resources: ["Resource", "Machine", "Machines", "机台", "機台"],
    ],
    .operations: [
      .production: ["Work order", "Work order No", "生产单", "生產單", "工单", "工單"],
      .name: ["Operation", "Step", "工序", "工序名称", "工序名稱"],
    ],
  ]
}
