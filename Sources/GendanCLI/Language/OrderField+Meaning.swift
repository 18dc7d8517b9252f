import Gendan

extension OrderField {
  /// What it holds, and how it is counted where it is.
  var meaning: Text {
    switch self {
    case .no: Text("the order's number; its last digits are enough", "订单号, 打尾号就行", "訂單號, 打尾號就行")
    case .line: Text("the line in the order, from 1", "订单里的第几行, 从 1 起", "訂單裡的第幾行, 從 1 起")
    case .customer: Text("the customer's name or number", "客户名称或编号", "客戶名稱或編號")
    case .po: Text("the customer's own order number", "客户自己的订单号", "客戶自己的訂單號")
    case .product: Text("the product's name or code", "产品名称或编码", "產品名稱或編碼")
    case .qty: Text("what is ordered, in the product's unit", "订购数, 按产品单位", "訂購數, 按產品單位")
    case .open:
      Text(
        "ordered, less what was shipped and accepted; short and damaged goods are owed again, cancelled ones are not",
        "订购数减去已发且收妥的; 短少和损坏的仍欠, 取消的不欠", "訂購數減去已出且收妥的; 短少和損壞的仍欠, 取消的不欠")
    case .shipped: Text("what has left", "已发出的数", "已出貨的數")
    case .price: Text("of a unit, in the order's currency", "单价, 按订单币种", "單價, 按訂單幣別")
    case .amount: Text("quantity by price, less the discount", "数量乘单价, 减折扣", "數量乘單價, 減折扣")
    case .created: Text("the day the order was taken", "接单日", "接單日")
    case .want: Text("the day the customer asked for", "客户要求的交期", "客戶要求的交期")
    case .first:
      Text("the first day we promised; it never changes", "第一次答复的交期, 永远不变", "第一次答覆的交期, 永遠不變")
    case .promise: Text("the day we promise now", "现在答复的交期", "現在答覆的交期")
    case .due:
      Text(
        "the promise, or the day asked for while nothing is promised", "答复的交期; 没答复时是客户要求的",
        "答覆的交期; 沒答覆時是客戶要求的")
    case .late:
      Text(
        "working days from the due day to the completion, or to today while it is owed; due today is not late",
        "从交期到交清(未交清则到今天)的工作日数; 今天到期不算", "從交期到交清(未交清則到今天)的工作日數; 今天到期不算")
    case .step: Text("the first step that is not finished", "第一道没完成的工序", "第一道沒完成的工序")
    case .dept: Text("the department of that step", "那道工序的部门", "那道工序的部門")
    case .cause:
      Text("why the promise was moved last", "最近一次改期的原因", "最近一次改期的原因")
    case .clerk: Text("who follows the order", "跟单员", "跟單員")
    case .prio: Text("H rush, M as usual, L can wait", "H 急, M 一般, L 不急", "H 急, M 一般, L 不急")
    case .status: Text("where the order stands", "订单走到哪一步", "訂單走到哪一步")
    case .carrier: Text("who carries the goods", "承运方", "承運方")
    case .type: Text("what the customer is: store, dealer …", "客户类型: 门店, 经销商 …", "客戶類型: 門市, 經銷商 …")
    case .completed:
      Text(
        "the day on which all of it, less the agreed tolerance, had left, or had arrived where the dates mean that",
        "发足(扣除约定的短装比例)的那天; 按到货算的客户是签收足数的那天", "出足(扣除約定的短裝比例)的那天; 按到貨算的客戶是簽收足數的那天")
    case .note: Text("what was noted about the order", "订单备注", "訂單備註")
    case .color: Text("the colour of the goods", "货品颜色", "貨品顏色")
    case .spec: Text("the specification of the goods", "货品规格", "貨品規格")
    case .kind: Text("domestic or export", "内销或外销", "內銷或外銷")
    case .channel: Text("how the order came", "来单方式", "來單方式")
    }
  }
}
