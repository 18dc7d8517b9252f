/// A rule that may refuse a command: what it asks of the book, which requirement it serves, and who
/// may override it with a reason. A refused command changes nothing.
public struct Gate<Subject>: Sendable {
  /// Which rule.
  public let id: GateID
  /// Asks the question: nil lets the command pass, a refusal carries the facts.
  let question: @Sendable (Subject, Reading) throws -> Refusal?

  init(_ id: GateID, _ question: @escaping @Sendable (Subject, Reading) throws -> Refusal?) {
    self.id = id
    self.question = question
  }
}

/// The rules that may refuse.
public enum GateID: String, CaseIterable, Sendable {
  /// A customer is complete before it is registered.
  case customerComplete = "customer.complete"
  /// An order names a product that is current.
  case productCurrent = "product.current"
  /// A later document does not act on an order that is closed or cancelled.
  case orderOpen = "order.open"
  /// An order is closed only when everything is shipped and received.
  case orderFinished = "order.finished"
  /// Not more is shipped than is owed, with the agreed tolerance.
  case shipWithinOpen = "ship.within-open"
  /// Not more arrives short or damaged than was shipped.
  case arriveWithinShipped = "arrive.within-shipped"
  /// Not more is produced than was ordered.
  case progressWithinOrder = "progress.within-order"
  /// An operation does not overtake the one before it.
  case progressInSequence = "progress.in-sequence"
  /// Not more is put into production than is still to be made.
  case releaseWithinOpen = "release.within-open"
  /// A quantity does not fall below what was shipped.
  case quantityAboveShipped = "order.above-shipped"
  /// A fact entered long after its day has a reason.
  case backdate = "fact.backdate"

  /// The requirement it serves.
  public var requirement: String {
    switch self {
    case .customerComplete: "R-001"
    case .productCurrent: "R-062"
    case .orderOpen: "R-086"
    case .orderFinished: "R-084"
    case .shipWithinOpen: "R-293"
    case .arriveWithinShipped: "R-302"
    case .progressWithinOrder: "R-157"
    case .progressInSequence: "R-164"
    case .releaseWithinOpen: "R-148"
    case .quantityAboveShipped: "R-112"
    case .backdate: "R-419"
    }
  }

  /// The least role that may override it with a reason; nil: nobody, for it protects the facts.
  public var overridableBy: Role? {
    switch self {
    case .orderFinished, .progressInSequence, .productCurrent: .supervisor
    case .shipWithinOpen, .progressWithinOrder, .releaseWithinOpen, .backdate: .clerk
    case .customerComplete, .orderOpen, .arriveWithinShipped, .quantityAboveShipped: nil
    }
  }
}

/// A gate's refusal with its facts.
public enum Refusal: Error, Sendable, Equatable {
  /// Fields of a customer that are empty.
  case customerIncomplete([CustomerField])
  /// The product is no longer current.
  case productRetired(code: String)
  /// The order is in a state in which this cannot be done.
  case orderNotOpen(no: String, state: OrderState)
  /// What keeps an order from being closed: rows not complete, shipments not received.
  case orderUnfinished(no: String, unshipped: Int, unreceived: [String])
  /// More than is still owed: the order, what is owed, what was asked.
  case moreThanOpen(no: String, open: Quantity, asked: Quantity)
  /// More short or damaged than was shipped.
  case moreThanShipped(no: String, shipped: Quantity, asked: Quantity)
  /// More than ordered: step, done so far, asked, of.
  case moreThanOrdered(no: String, step: String, done: Quantity, asked: Quantity, of: Quantity)
  /// Ahead of the step before: step, before, what has passed it, what would be done here.
  case aheadOfStep(no: String, step: String, before: String, passed: Quantity, asked: Quantity)
  /// More than is still to be made.
  case moreThanToMake(no: String, left: Quantity, asked: Quantity)
  /// Less than was shipped.
  case belowShipped(no: String, shipped: Quantity, asked: Quantity)
  /// The fact is older than may be entered without a reason.
  case tooOld(day: Day, limit: Int)

  /// The rule that refused.
  public var gate: GateID {
    switch self {
    case .customerIncomplete: .customerComplete
    case .productRetired: .productCurrent
    case .orderNotOpen: .orderOpen
    case .orderUnfinished: .orderFinished
    case .moreThanOpen: .shipWithinOpen
    case .moreThanShipped: .arriveWithinShipped
    case .moreThanOrdered: .progressWithinOrder
    case .aheadOfStep: .progressInSequence
    case .moreThanToMake: .releaseWithinOpen
    case .belowShipped: .quantityAboveShipped
    case .tooOld: .backdate
    }
  }
}

extension Writing {
  /// Asks a gate. A refusal is thrown unless the command overrides gates and this person may
  /// override this one; then the event records it, with the reason.
  public func pass<Subject>(_ gate: Gate<Subject>, _ subject: Subject) throws {
    guard let refusal = try gate.question(subject, self) else { return }
    guard entry.overriding, let role = gate.id.overridableBy else { throw refusal }
    guard user.role >= role else { throw BookError.notAllowed(role: role) }
    guard entry.reason != nil else { throw BookError.reasonMissing(gate.id) }
    if !entry.overrides.contains(gate.id) { entry.overrides.append(gate.id) }
  }
}
