import ArgumentParser
import Gendan
import GendanOutput

/// Every setting: its value, what holds otherwise, and whether somebody decided it.
struct SettingList: BookCommand {
  static let sheet = CommandSheet(
    id: "setting.list", word: "list", chinese: ["列表"],
    about: Text("list settings", "列出设置", "列出設定"),
    usage: "", examples: ["setting list"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let settings = try reading.settings()
      return Answer("settings", SettingList.listing(settings, desk.language).list(Setting.allCases))
    }
  }

  private static func listing(_ settings: Settings, _ language: Language) -> Listing<Setting> {
    Listing(
      id: "settings", language: language,
      fields: [
        .init("key", Text("Key", "键", "鍵")) { Cell($0.rawValue) },
        .init("value", Text("Value", "值", "值")) { Cell(settings[$0]) },
        .init("standard", Text("Standard", "默认", "預設"), priority: 2) { Cell($0.standard) },
        .init("decided", Text("Decided", "已定", "已定"), priority: 1) {
          Cell(flag: settings.isDecided($0), language)
        },
        .init("about", Text("What it decides", "说明", "說明"), priority: 3, shrinks: true) {
          Cell($0.words[language])
        },
      ])
  }
}

extension Setting: Worded {
  var words: Text {
    switch self {
    case .currency: Text("currency of orders that name none", "默认币种", "預設幣別")
    case .zone: Text("time zone; empty: the machine's own", "时区, 空则用本机的", "時區, 空則用本機的")
    case .weeklyRest: Text("weekly rest days, 1 Mon to 7 Sun", "每周休息日, 1 周一到 7 周日", "每週休息日, 1 週一到 7 週日")
    case .orderPrefix: Text("letters before order numbers", "订单号前缀", "訂單號前綴")
    case .productionPrefix: Text("letters before production numbers", "生产单号前缀", "生產單號前綴")
    case .shipmentPrefix: Text("letters before shipment numbers", "送货单号前缀", "送貨單號前綴")
    case .customerPrefix: Text("letters before customer numbers", "客户编号前缀", "客戶編號前綴")
    case .samplePrefix: Text("letters before sample numbers", "样品编号前缀", "樣品編號前綴")
    case .paymentPrefix: Text("letters before payment numbers", "收款单号前缀", "收款單號前綴")
    case .quotePrefix: Text("letters before quote numbers", "报价单号前缀", "報價單號前綴")
    case .enquiryPrefix: Text("letters before enquiry numbers", "询盘编号前缀", "詢盤編號前綴")
    case .contactPrefix: Text("letters before contact numbers", "联络记录编号前缀", "聯絡記錄編號前綴")
    case .problemPrefix: Text("letters before problem numbers", "异常编号前缀", "異常編號前綴")
    case .delayPrefix: Text("letters before delay numbers", "延误编号前缀", "延誤編號前綴")
    case .backdateDays: Text("days a fact may be entered late", "可补录的天数", "可補錄的天數")
    case .graceDays: Text("days of grace in on-time rates", "准交率宽限天数", "準交率寬限天數")
    case .otdBasis: Text("date that on-time rates measure against", "准交率按哪个日期", "準交率按哪個日期")
    case .nearDueDays: Text("days before the due date that count as near", "临近交期的天数", "臨近交期的天數")
    case .promiseWithinDays: Text("working days to promise a date", "几个工作日内答复交期", "幾個工作日內答覆交期")
    case .arrivalDays: Text("days to confirm an arrival", "几天内确认签收", "幾天內確認簽收")
    case .flow: Text("how much is checked and signed", "检查和会签的流程", "檢查和會簽的流程")
    case .shifts: Text("hours of a working day", "每天的班次", "每天的班次")
    case .replyHours: Text("clock hours to answer an order", "几小时内回复订单", "幾小時內回覆訂單")
    case .acknowledgeHours:
      Text("working hours to acknowledge a notice", "部门几个工作小时内签收通知", "部門幾個工作小時內簽收通知")
    case .largeAmount: Text("amount that the general manager signs", "总经理签字的金额", "總經理簽字的金額")
    case .largeBatch: Text("batch that needs a first-run sample", "要首件样的批量", "要首件樣的批量")
    case .sampleDays: Text("days to follow up a sample", "寄样后几天回访", "寄樣後幾天回訪")
    case .balanceDays: Text("days before the finish to ask for the balance", "完工前几天催余款", "完工前幾天催餘款")
    case .claimDays: Text("working days for finance to find a payment", "财务几个工作日内查账", "財務幾個工作日內查帳")
    case .dossier: Text("papers of a complete order file", "齐全的订单文件有哪些", "齊全的訂單文件有哪些")
    case .bankAccount: Text("account that customers pay to", "客户付款到的账户", "客戶付款到的帳戶")
    case .returnCallDays: Text("days to call after delivery", "到货后几天回访", "到貨後幾天回訪")
    case .silentDays: Text("days without a word from a customer", "多少天没联络算久", "多少天沒聯絡算久")
    case .discountLimits: Text("discount that a role may give, in %", "各角色可让价 %", "各角色可讓價 %")
    case .amendDepartments:
      Text("departments told of every amendment", "每次变更都通知的部门", "每次變更都通知的部門")
    case .riskEnterDays: Text("days behind that are a risk", "预计迟几天算有风险", "預計遲幾天算有風險")
    case .riskLeaveDays: Text("days to spare that end a risk", "富余几天算风险解除", "富餘幾天算風險解除")
    case .riskWorseDays: Text("days worse to tell of a known risk", "已知风险再迟几天要再提", "已知風險再遲幾天要再提")
    case .delayReportHours: Text("clock hours to report a delay", "几小时内上报延误", "幾小時內上報延誤")
    case .delayStepHours:
      Text("working hours for each step of a delay", "延误每一步几个工作小时", "延誤每一步幾個工作小時")
    case .planDayHour:
      Text("hour to settle the next day's plan", "几点前商定次日计划", "幾點前商定次日計劃")
    case .commitmentDays:
      Text("working days for production to answer", "生产几个工作日内答复排期", "生產幾個工作日內答覆排期")
    case .staleDays: Text("working days without progress", "几个工作日没报工算久", "幾個工作日沒報工算久")
    }
  }
}
