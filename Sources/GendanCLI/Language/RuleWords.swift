import Gendan

extension ReminderID: Worded {
  var words: Text {
    switch self {
    case .replyDue: Text("answer the customer", "回复客户", "回覆客戶")
    case .changeUnacknowledged: Text("change not acknowledged", "变更未签收", "變更未簽收")
    case .unacknowledged: Text("notice not acknowledged", "通知未签收", "通知未簽收")
    case .enquiryUnanswered: Text("enquiry not answered", "询盘未答复", "詢盤未答覆")
    case .unpromised: Text("no promise yet", "未答复交期", "未答覆交期")
    case .chaseDue: Text("chase", "跟催", "跟催")
    case .ownDue: Text("own reminder", "自设提醒", "自設提醒")
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
    case .startStarved: Text("should start, material missing", "该开工, 缺料", "該開工, 缺料")
    case .problemOverdue: Text("problem past its day", "异常过期未解决", "異常過期未解決")
    case .problemOpen: Text("problem open", "异常未关闭", "異常未關閉")
    case .remedyDue: Text("remedy due", "对策到期", "對策到期")
    case .delayUnexplained: Text("delay: cause and new day", "延误待查原因", "延誤待查原因")
    case .delayUntold: Text("delay: tell the customer", "延误待告客户", "延誤待告客戶")
    case .delayUnclosed: Text("delay: feed back", "延误待反馈", "延誤待回報")
    case .planWeekUnsettled: Text("week plan not settled", "周计划未商定", "週計劃未商定")
    case .planDayUnsettled: Text("day plan not settled", "日计划未商定", "日計劃未商定")
    case .monthlyUnsubmitted: Text("month summary to finance", "月报表待提交财务", "月報表待提交財務")
    case .finishedUndecided: Text("finished: does it ship?", "完工待定发货", "完工待定出貨")
    case .scheduleUnanswered: Text("no answer from production", "生产未答复排期", "生產未答覆排期")
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
    case .progressUnused:
      Text("what the next step has used is not taken back", "下道工序已用的不冲销", "下道工序已用的不沖銷")
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
    case .problemExplained:
      Text("a problem's cause and department are known", "异常有原因和责任部门", "異常有原因和責任部門")
    case .problemRemedied: Text("a batch defect has its remedy", "批量不良有对策", "批量不良有對策")
    case .releaseSettled:
      Text("what is unclear is settled with the customer", "与客户有关的异常已解决", "與客戶有關的異常已解決")
    case .closeSettled: Text("its problems and delays are closed", "异常和延误已关闭", "異常和延誤已關閉")
    case .delayInTurn: Text("a delay's steps come in their order", "延误四步按顺序", "延誤四步按順序")
    case .promiseAgreed:
      Text("a later day waits for the customer", "客户同意后才改交期", "客戶同意後才改交期")
    case .shipDecided: Text("not decided to stay", "没有决定暂不发货", "沒有決定暫不出貨")
    case .promiseScheduled:
      Text("not before production's answer", "交期不早于生产答复的完工", "交期不早於生產答覆的完工")
    case .backdate: Text("old facts have a reason", "补录旧事实要有原因", "補錄舊事實要有原因")
    case .dayOpen: Text("facts of a closed day have a reason", "日结后补录要有原因", "日結後補錄要有原因")
    }
  }
}

extension AdviceID: Worded {
  var words: Text {
    switch self {
    case .talkedOver: Text("talked over when ordered", "下单时商谈", "下單時商談")
    case .salespersonFirst: Text("the salesperson is consulted", "先问业务员", "先問業務員")
    case .stockConfirmed: Text("the warehouse confirms stock", "仓库确认现货", "倉庫確認現貨")
    case .dateProposed: Text("no later day is proposed", "没有人建议更晚", "沒有人建議更晚")
    case .questionsAnswered: Text("questions are answered", "问题已答复", "問題已答覆")
    }
  }
}
