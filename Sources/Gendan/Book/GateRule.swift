/// How much a firm checks and signs: a preset of the gates in force and of who signs (requirements,
/// contradictions 1, 3, 5 and 18).
public enum Flow: String, Sendable, CaseIterable {
  /// One clerk: only what protects the facts.
  case simple
  /// A trading house: contract review, then money before goods.
  case trading
  /// A factory: all of that, and nothing goes to the workshop unchecked.
  case factory
}

/// What is known of a gate besides its question.
public struct GateRule: Sendable {
  /// The requirements it serves.
  public let requirements: [String]
  /// The role that may override it with a reason; nil: nobody, for it protects the facts.
  public let overridableBy: Role?
  /// The flows that put it in force.
  public let flows: Set<Flow>

  /// Whether it always holds: it protects the facts, and no setting switches it.
  public var isFixed: Bool { overridableBy == nil && flows.count == Flow.allCases.count }

  fileprivate init(_ requirements: String..., overridableBy role: Role? = nil, in flows: Set<Flow>) {
    self.requirements = requirements
    overridableBy = role
    self.flows = flows
  }
}

extension Set<Flow> {
  /// Every flow.
  fileprivate static let all: Set<Flow> = [.simple, .trading, .factory]
  /// The flows in which more than one person answers for an order.
  fileprivate static let signed: Set<Flow> = [.trading, .factory]
}

/// The rules that may refuse.
public enum GateID: String, CaseIterable, Sendable {
  /// A customer is complete before it is registered.
  case customerComplete = "customer.complete"
  /// An order names a product that is current.
  case productCurrent = "product.current"
  /// A later document does not act on an order that is closed or cancelled.
  case orderOpen = "order.open"
  /// A quote says all that a customer must know before it leaves the desk.
  case quoteComplete = "quote.complete"
  /// What a customer confirmed is not changed, but made anew as the next version.
  case quoteUnchanged = "quote.unchanged"
  /// A quote is signed by finance and the general manager before the customer confirms it.
  case quoteSigned = "quote.signed"
  /// An order is answered only with a promised date.
  case replyPromised = "reply.promised"
  /// An order is confirmed once it is in writing, called back and agreed word by word.
  case confirmAgreed = "confirm.agreed"
  /// An order is submitted only when its check finds no fault.
  case submitClean = "submit.clean"
  /// An order's prices are those that both sides confirmed.
  case submitPriced = "submit.priced"
  /// A new customer, a changed product or a special demand needs a confirmed quote.
  case submitQuoted = "submit.quoted"
  /// The general manager decided whether new material moves the price.
  case submitDecided = "submit.decided"
  /// An order is submitted with the customer's order and the contract.
  case submitAttached = "submit.attached"
  /// Signatures come in their order.
  case signInTurn = "sign.in-turn"
  /// Later documents wait for the customer's confirmation.
  case orderConfirmed = "order.confirmed"
  /// Production waits for every signature.
  case releaseApproved = "release.approved"
  /// Production waits for a promised date and a contract found genuine.
  case releaseGenuine = "release.genuine"
  /// Production waits for the deposit.
  case releaseDeposit = "release.deposit"
  /// Production waits for the sample that the customer approves.
  case releaseSampled = "release.sampled"
  /// What is prepared before production is done.
  case releasePrepared = "release.prepared"
  /// The size sample of a carton is confirmed.
  case releaseCarton = "release.carton"
  /// A production order says all that the workshop must know.
  case releaseDescribed = "release.described"
  /// Who makes what the law has inspected is told what is inspected.
  case releaseInspected = "release.inspected"
  /// A production order is due by the day the goods must leave.
  case releaseInTime = "release.in-time"
  /// Not more is put into production than is still to be made.
  case releaseWithinOpen = "release.within-open"
  /// A production order for stock is signed by the general manager.
  case releaseStockSigned = "release.stock-signed"
  /// Not more is produced than was ordered.
  case progressWithinOrder = "progress.within-order"
  /// An operation does not overtake the one before it.
  case progressInSequence = "progress.in-sequence"
  /// No piece is taken back that the next operation has used.
  case progressUnused = "progress.unused"
  /// Bulk production waits for the first-run sample.
  case progressSampled = "progress.sampled"
  /// Nothing is reported of production that is held.
  case progressRunning = "progress.running"
  /// Bags are ordered within their tolerance, cartons to the piece.
  case packagingWithinLimits = "packaging.within-limits"
  /// Not more is reserved than is free in stock.
  case reserveWithinFree = "reserve.within-free"
  /// A sample leaves only when it is clear what is asked of it.
  case sampleDescribed = "sample.described"
  /// A quantity does not fall below what was shipped.
  case quantityAboveShipped = "order.above-shipped"
  /// A change of an order comes with a new document of the customer's.
  case amendDocumented = "amend.documented"
  /// An order is cancelled only when nothing of it is in production.
  case cancelResolved = "cancel.resolved"
  /// Not more is shipped than is owed, with the agreed tolerance.
  case shipWithinOpen = "ship.within-open"
  /// A delivery note is written only of an order that was signed.
  case shipSigned = "ship.signed"
  /// Goods leave only when what is due before them is paid.
  case shipPaid = "ship.paid"
  /// Goods leave on credit only within the customer's limit.
  case shipCredit = "ship.credit"
  /// Not more arrives short or damaged than was shipped.
  case arriveWithinShipped = "arrive.within-shipped"
  /// An order is closed only when everything is shipped and received.
  case orderFinished = "order.finished"
  /// The first print run of printed goods is retained.
  case closeRetained = "close.retained"
  /// An order is closed only when it is paid.
  case closePaid = "close.paid"
  /// A problem is closed with its cause and who answers for it.
  case problemExplained = "problem.explained"
  /// A batch defect or a serious problem is closed with its remedy.
  case problemRemedied = "problem.remedied"
  /// What is not clear with the customer is settled before production.
  case releaseSettled = "release.settled"
  /// An order is closed once its problems and delay cases are.
  case closeSettled = "close.settled"
  /// A delay case takes its steps in their order.
  case delayInTurn = "delay.in-turn"
  /// A later day is not used before the customer has agreed.
  case promiseAgreed = "promise.agreed"
  /// Nothing is promised before production says it is finished.
  case promiseScheduled = "promise.scheduled"
  /// What was decided to stay does not leave.
  case shipDecided = "ship.decided"
  /// A fact entered long after its day has a reason.
  case backdate = "fact.backdate"
  /// What lies on a closed day has a reason.
  case dayOpen = "fact.day-open"

  /// What is known of it.
  public var rule: GateRule {
    switch self {
    case .customerComplete: GateRule("R-001", in: .all)
    case .productCurrent: GateRule("R-062", overridableBy: .supervisor, in: .all)
    case .orderOpen: GateRule("R-086", in: .all)
    case .quoteComplete: GateRule("R-033", in: .all)
    case .quoteUnchanged: GateRule("R-045", in: .all)
    case .quoteSigned: GateRule("R-038", overridableBy: .generalManager, in: .signed)
    case .replyPromised: GateRule("R-055", in: .all)
    case .confirmAgreed:
      GateRule("R-053", "R-065", "R-068", overridableBy: .supervisor, in: .signed)
    case .submitClean:
      GateRule("R-049", "R-060", "R-061", "R-064", overridableBy: .supervisor, in: .signed)
    case .submitPriced: GateRule("R-039", overridableBy: .generalManager, in: .signed)
    case .submitQuoted: GateRule("R-037", "R-117", overridableBy: .supervisor, in: .signed)
    case .submitDecided: GateRule("R-040", "R-041", overridableBy: .generalManager, in: .signed)
    case .submitAttached: GateRule("R-099", overridableBy: .supervisor, in: .signed)
    case .signInTurn: GateRule("R-100", in: .all)
    case .orderConfirmed: GateRule("R-067", overridableBy: .supervisor, in: .signed)
    case .releaseApproved: GateRule("R-097", "R-136", overridableBy: .generalManager, in: .signed)
    case .releaseGenuine: GateRule("R-103", overridableBy: .supervisor, in: .signed)
    case .releaseDeposit: GateRule("R-140", overridableBy: .supervisor, in: .signed)
    case .releaseSampled: GateRule("R-123", overridableBy: .supervisor, in: .signed)
    case .releasePrepared: GateRule("R-132", overridableBy: .supervisor, in: [])
    case .releaseCarton: GateRule("R-133", overridableBy: .supervisor, in: [])
    case .releaseDescribed: GateRule("R-137", "R-138", overridableBy: .supervisor, in: [.factory])
    case .releaseInspected: GateRule("R-151", overridableBy: .supervisor, in: .all)
    case .releaseInTime: GateRule("R-145", overridableBy: .supervisor, in: [.factory])
    case .releaseWithinOpen: GateRule("R-148", overridableBy: .clerk, in: .all)
    case .releaseStockSigned: GateRule("R-109", overridableBy: .generalManager, in: [.factory])
    case .progressWithinOrder: GateRule("R-157", overridableBy: .clerk, in: .all)
    case .progressInSequence: GateRule("R-164", overridableBy: .supervisor, in: .all)
    case .progressUnused: GateRule("R-164", overridableBy: .supervisor, in: .all)
    case .progressSampled: GateRule("R-126", overridableBy: .supervisor, in: [.factory])
    case .progressRunning: GateRule("R-187", overridableBy: .supervisor, in: .all)
    case .packagingWithinLimits: GateRule("R-208", "R-209", "R-210", in: .all)
    case .reserveWithinFree: GateRule("R-090", in: .all)
    case .sampleDescribed: GateRule("R-121", in: .all)
    case .quantityAboveShipped: GateRule("R-112", in: .all)
    case .amendDocumented: GateRule("R-113", overridableBy: .supervisor, in: .signed)
    case .cancelResolved: GateRule("R-116", overridableBy: .supervisor, in: [.factory])
    case .shipWithinOpen: GateRule("R-293", overridableBy: .clerk, in: .all)
    case .shipSigned: GateRule("R-107", overridableBy: .supervisor, in: .signed)
    case .shipPaid: GateRule("R-289", "R-290", overridableBy: .supervisor, in: .signed)
    case .shipCredit: GateRule("R-009", overridableBy: .supervisor, in: .signed)
    case .arriveWithinShipped: GateRule("R-302", in: .all)
    case .orderFinished: GateRule("R-084", overridableBy: .supervisor, in: .all)
    case .closeRetained: GateRule("R-130", overridableBy: .supervisor, in: [])
    case .closePaid: GateRule("R-084", overridableBy: .supervisor, in: .signed)
    case .problemExplained: GateRule("R-184", overridableBy: .supervisor, in: .all)
    case .problemRemedied: GateRule("R-168", overridableBy: .supervisor, in: .all)
    case .releaseSettled: GateRule("R-088", overridableBy: .supervisor, in: .signed)
    case .closeSettled: GateRule("R-084", "R-178", "R-184", overridableBy: .supervisor, in: .all)
    case .delayInTurn: GateRule("R-178", in: .all)
    case .promiseAgreed: GateRule("R-177", overridableBy: .supervisor, in: .all)
    case .promiseScheduled: GateRule("R-159", overridableBy: .supervisor, in: .all)
    case .shipDecided: GateRule("R-186", overridableBy: .supervisor, in: .all)
    case .backdate: GateRule("R-419", overridableBy: .clerk, in: .all)
    case .dayOpen: GateRule("R-400", overridableBy: .clerk, in: .all)
    }
  }
}

extension Settings {
  /// The preset of gates and signers.
  public var flow: Flow { Flow(rawValue: self[.flow]) ?? .simple }

  /// Whether a gate is in force: always where it protects the facts, else as somebody decided, else
  /// as the flow has it.
  public func isInForce(_ gate: GateID) -> Bool {
    gate.rule.isFixed || (decision(of: gate) ?? gate.rule.flows.contains(flow))
  }

  /// What somebody decided of a gate; nil where the flow decides.
  public func decision(of gate: GateID) -> Bool? { value(GateID.key(gate)).map { $0 == "on" } }
}

extension GateID {
  /// The setting that switches a gate.
  fileprivate static func key(_ gate: GateID) -> String { "gate." + gate.rawValue }
}

extension Writing {
  /// Switches a gate on or off, or with nil back to what the flow has; throws `.gateFixed` for one
  /// that protects the facts.
  public func decide(_ gate: GateID, isInForce: Bool?) throws {
    guard !gate.rule.isFixed else { throw BookError.gateFixed(gate) }
    try decide(key: GateID.key(gate), isInForce.map { $0 ? "on" : "off" })
  }
}
