/// One thing a firm decides for its book; changed with `gendan setting`, and audited.
public enum Setting: String, CaseIterable, Sendable {
  /// The currency of orders that name none.
  case currency
  /// The site's time zone, such as Asia/Shanghai; empty for the machine's own.
  case zone
  /// The weekly rest days, 1 = Monday to 7 = Sunday, with commas.
  case weeklyRest = "weekly-rest"
  /// The letters before an order's number.
  case orderPrefix = "number.order"
  /// The letters before a production order's number.
  case productionPrefix = "number.production"
  /// The letters before a shipment's number.
  case shipmentPrefix = "number.shipment"
  /// The letters before a customer's number.
  case customerPrefix = "number.customer"
  /// The letters before a sample's number.
  case samplePrefix = "number.sample"
  /// The letters before a payment's number.
  case paymentPrefix = "number.payment"
  /// The letters before a quote's number.
  case quotePrefix = "number.quote"
  /// The letters before an enquiry's number.
  case enquiryPrefix = "number.enquiry"
  /// The letters before the number of a talk with a customer.
  case contactPrefix = "number.contact"
  /// The letters before a problem's number.
  case problemPrefix = "number.problem"
  /// The letters before a delay case's number.
  case delayPrefix = "number.delay"
  /// How many days back a fact may be entered without a reason.
  case backdateDays = "backdate-days"
  /// Days of grace in on-time rates; days late always count from the date itself.
  case graceDays = "otd.grace-days"
  /// The date that on-time rates measure against: first, latest or want.
  case otdBasis = "otd.basis"
  /// Calendar days before the due date from which an order counts as near.
  case nearDueDays = "near-due-days"
  /// Working days after which an order without a promise is a reminder (lateness rule 9).
  case promiseWithinDays = "promise-within-days"
  /// Calendar days after shipping from which an unconfirmed arrival is a reminder.
  case arrivalDays = "arrival-days"
  /// How much is checked and signed: simple, trading or factory.
  case flow
  /// The hours of a working day, such as 8:00-12:00,13:00-17:30.
  case shifts
  /// Clock hours in which an order is answered.
  case replyHours = "reply-hours"
  /// Working hours in which a department acknowledges a notice.
  case acknowledgeHours = "acknowledge-hours"
  /// From which amount, in the order's currency, the general manager signs.
  case largeAmount = "large-amount"
  /// From which quantity a batch needs a first-run sample.
  case largeBatch = "large-batch"
  /// Calendar days after sending from which a sample is followed up.
  case sampleDays = "sample-days"
  /// Calendar days before the finish on which the balance is asked for.
  case balanceDays = "balance-days"
  /// Working days after which finance is pressed to look for a payment.
  case claimDays = "claim-days"
  /// The kinds of papers that a complete file of an order has, with commas.
  case dossier
  /// Where customers pay to, as a request for payment says it.
  case bankAccount = "bank-account"
  /// Calendar days after arrival from which the customer is asked how it was.
  case returnCallDays = "return-call-days"
  /// Calendar days without a word after which a customer is silent.
  case silentDays = "silent-days"
  /// How much less than the standing price a role may ask, such as salesperson=5,sales-manager=10, in %;
  /// empty: everybody decides.
  case discountLimits = "discount-limits"
  /// Departments that are told of every amendment, by name or code with commas.
  case amendDepartments = "amend-departments"
  /// Working days without progress after which running production is stale.
  case staleDays = "stale-days"
  /// Working days behind from which a delivery is at risk.
  case riskEnterDays = "risk-enter-days"
  /// Working days to spare with which it is out of risk again.
  case riskLeaveDays = "risk-leave-days"
  /// Working days by which a risk gets worse before who knows of it is told again.
  case riskWorseDays = "risk-worse-days"
  /// Clock hours after its discovery within which a delay is reported.
  case delayReportHours = "delay-report-hours"
  /// Working hours within which a delay case takes its next step.
  case delayStepHours = "delay-step-hours"
  /// The hour by which the plan of the next working day is settled.
  case planDayHour = "plan-day-hour"
  /// Working days within which production answers from when until when it makes a production order.
  case commitmentDays = "commitment-days"

  /// What holds until somebody decides otherwise.
  public var standard: String {
    switch self {
    case .currency: "CNY"
    case .zone: ""
    case .weeklyRest: "6,7"
    case .orderPrefix: "SO"
    case .productionPrefix: "MO"
    case .shipmentPrefix: "D"
    case .customerPrefix: "C"
    case .samplePrefix: "S"
    case .paymentPrefix: "P"
    case .quotePrefix: "Q"
    case .enquiryPrefix: "E"
    case .contactPrefix: "L"
    case .problemPrefix: "PB"
    case .delayPrefix: "Y"
    case .backdateDays: "30"
    case .graceDays: "0"
    case .otdBasis: "first"
    case .nearDueDays: "3"
    case .promiseWithinDays: "2"
    case .arrivalDays: "5"
    case .staleDays, .commitmentDays, .riskEnterDays, .riskLeaveDays: "1"
    case .riskWorseDays: "2"
    case .planDayHour: "15"
    case .returnCallDays: "7"
    case .silentDays: "30"
    case .discountLimits: ""
    case .flow: Flow.simple.rawValue
    case .shifts: "8:00-12:00,13:00-17:30"
    case .replyHours: "24"
    case .acknowledgeHours: "4"
    case .delayReportHours, .delayStepHours: "4"
    case .largeAmount: "100000"
    case .largeBatch: "5000"
    case .sampleDays: "3"
    case .balanceDays: "3"
    case .claimDays: "1"
    case .dossier: "customer-order,process,sample,swatch,confirmation"
    case .bankAccount, .amendDepartments: ""
    }
  }

  /// Whether a text means something as this setting's value.
  public func accepts(_ text: String) -> Bool {
    switch self {
    case .currency: text.utf8.count == 3 && text.utf8.allSatisfy { 65...90 ~= $0 }
    case .zone: !text.contains("..") && !text.hasPrefix("/")
    case .weeklyRest: Settings.weekdays(text) != nil
    case .orderPrefix, .productionPrefix, .shipmentPrefix, .customerPrefix, .samplePrefix, .paymentPrefix,
      .quotePrefix, .enquiryPrefix, .contactPrefix, .problemPrefix, .delayPrefix:
      1...4 ~= text.utf8.count && text.utf8.allSatisfy { 65...90 ~= $0 }
    case .otdBasis: Basis(rawValue: text) != nil
    case .flow: Flow(rawValue: text) != nil
    case .shifts: WorkingHours.spans(text) != nil
    case .dossier: Settings.kinds(text) != nil
    case .backdateDays, .graceDays, .nearDueDays, .promiseWithinDays, .arrivalDays, .staleDays, .replyHours,
      .acknowledgeHours, .sampleDays, .balanceDays, .claimDays, .returnCallDays, .silentDays,
      .delayReportHours, .delayStepHours, .commitmentDays, .riskEnterDays, .riskLeaveDays, .riskWorseDays:
      Int(text).map { 0...3650 ~= $0 } ?? false
    case .planDayHour: Int(text).map { 0...23 ~= $0 } ?? false
    case .discountLimits: DiscountLimits(text) != nil
    case .bankAccount, .amendDepartments: text.count <= 200 && !text.contains { $0.isNewline }
    case .largeAmount, .largeBatch: Int(text).map { 0...1_000_000_000 ~= $0 } ?? false
    }
  }
}

/// What a book has decided; the rest stands as built in.
public struct Settings: Sendable {
  private var values: [String: String]

  /// The built-in settings.
  public init() { values = [:] }

  /// Reads what was decided.
  public static func read(_ db: any Transaction) throws -> Settings {
    var settings = Settings()
    try db.each("SELECT key, value FROM settings") { settings.values[try $0[0]] = try $0[1] }
    return settings
  }

  /// What stands under a key, a gate's switch included; nil where nobody decided.
  func value(_ key: String) -> String? { values[key] }
  /// A setting's value.
  public subscript(setting: Setting) -> String { values[setting.rawValue] ?? setting.standard }
  /// Whether somebody decided it.
  public func isDecided(_ setting: Setting) -> Bool { values[setting.rawValue] != nil }
  /// A setting as a whole number.
  public func number(_ setting: Setting) -> Int { Int(self[setting]) ?? Int(setting.standard) ?? 0 }
  /// The weekly rest days.
  public var weeklyRest: Set<Weekday> { Settings.weekdays(self[.weeklyRest]) ?? [.saturday, .sunday] }

  /// The kinds of papers that a complete file of an order has.
  public var dossier: [DocumentKind] { Settings.kinds(self[.dossier]) ?? [] }

  /// The departments that are told of every amendment, by name or code.
  public var amendDepartments: [String] {
    self[.amendDepartments].split { $0 == "," || $0 == "，" }.map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  static func kinds(_ text: String) -> [DocumentKind]? {
    let kinds = text.split(separator: ",").map { DocumentKind(rawValue: String($0)) }
    return kinds.contains(nil) ? nil : kinds.compactMap { $0 }
  }

  static func weekdays(_ text: String) -> Set<Weekday>? {
    var days: Set<Weekday> = []
    for part in text.split(separator: ",") {
      guard let number = Int(part), let day = Weekday(rawValue: number) else { return nil }
      days.insert(day)
    }
    return days.count < 7 ? days : nil
  }
}

extension Writing {
  /// Decides a setting; throws `BookError.badSetting` for a value that means nothing.
  public func decide(_ setting: Setting, _ value: String) throws {
    guard setting.accepts(value) else { throw BookError.badSetting(setting, value) }
    try decide(key: setting.rawValue, value)
  }

  func decide(key: String, _ value: String?) throws {
    entry.subject = key
    guard let value else {
      try db.run("DELETE FROM settings WHERE key = \(key)")
      return
    }
    try db.run(
      """
      INSERT INTO settings (key, value) VALUES (\(key), \(value))
      ON CONFLICT (key) DO UPDATE SET value = excluded.value
      """)
  }
}
