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

/// A gate's refusal with its facts.
public enum Refusal: Error, Sendable, Equatable {
  /// Fields of a customer that are empty.
  case customerIncomplete([CustomerField])
  /// A required field of a customer with this code would be empty.
  case customerNeeds(CustomerField, code: String)
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
  /// Pieces that the next step has used would be taken back: step, next, what it used, what would be left here.
  case usedByNext(no: String, step: String, next: String, used: Quantity, left: Quantity)
  /// More than is still to be made.
  case moreThanToMake(no: String, left: Quantity, asked: Quantity)
  /// The production order is held, and why.
  case productionHeld(no: String, reason: String)
  /// More bags than the tolerance allows, in whole pieces.
  case tooManyBags(no: String, asked: Int64, limits: PackagingLimits, isNewVersion: Bool)
  /// More or fewer cartons than the pieces fill.
  case cartonsDiffer(no: String, asked: Int64, limits: PackagingLimits, perCarton: Int64)
  /// More than is free in stock.
  case moreThanFree(product: String, free: Quantity, asked: Quantity)
  /// Less than was shipped.
  case belowShipped(no: String, shipped: Quantity, asked: Quantity)
  /// The fact is older than may be entered without a reason.
  case tooOld(day: Day, limit: Int)
  /// The fact lies on a day that was closed.
  case dayClosed(day: Day, by: String)
  /// What the document of this kind and number lacks, by the rules that ask for it, and whether its terms are agreed.
  case lacking([GateID], no: String, [Fault], of: ApprovalSubject = .order, isAgreed: Bool = false)

  /// The rules that refused: several where a document lacks what several ask for.
  public var gates: [GateID] {
    if case .lacking(let gates, _, _, _, _) = self { gates } else { [gate] }
  }

  /// The rule that refused, the first of them.
  private var gate: GateID {
    switch self {
    case .lacking(let gates, _, _, _, _): gates.first ?? .orderOpen
    case .customerIncomplete, .customerNeeds: .customerComplete
    case .productRetired: .productCurrent
    case .orderNotOpen: .orderOpen
    case .orderUnfinished: .orderFinished
    case .moreThanOpen: .shipWithinOpen
    case .moreThanShipped: .arriveWithinShipped
    case .moreThanOrdered: .progressWithinOrder
    case .aheadOfStep: .progressInSequence
    case .usedByNext: .progressUnused
    case .moreThanToMake: .releaseWithinOpen
    case .productionHeld: .progressRunning
    case .tooManyBags, .cartonsDiffer: .packagingWithinLimits
    case .moreThanFree: .reserveWithinFree
    case .belowShipped: .quantityAboveShipped
    case .tooOld: .backdate
    case .dayClosed: .dayOpen
    }
  }
}

extension Gate where Subject: Approvable {
  /// A rule that asks whether a document lacks something.
  init(lacking id: GateID, _ question: @escaping @Sendable (Subject, Reading) throws -> [Fault]) {
    self.init(id) { document, reading in
      let faults = try question(document, reading)
      return faults.isEmpty
        ? nil
        : .lacking([id], no: document.no, faults, of: Subject.approvalSubject, isAgreed: document.isAgreed)
    }
  }
}

extension Reading {
  /// Asks a gate that nobody may override of something that is not written yet; throws its refusal.
  func ask<Subject>(_ gate: Gate<Subject>, of subject: Subject) throws {
    if let refusal = try gate.question(subject, self) { throw refusal }
  }
}

extension Writing {
  /// Asks gates that are in force. What they refuse is thrown, all that is lacking at once, unless the
  /// command overrides gates and this person may override these; then the event records each, with
  /// the reason.
  public func pass<Subject>(_ gates: Gate<Subject>..., on subject: Subject) throws {
    var lacking: (gates: [GateID], no: String, faults: [Fault], kind: ApprovalSubject, isAgreed: Bool)?
    for gate in gates where try settings().isInForce(gate.id) {
      guard let refusal = try gate.question(subject, self), try !overrides(gate.id) else { continue }
      guard case .lacking(let ids, let no, let faults, let kind, let isAgreed) = refusal else {
        throw refusal
      }
      lacking = ((lacking?.gates ?? []) + ids, no, (lacking?.faults ?? []) + faults, kind, isAgreed)
    }
    if let lacking {
      throw Refusal.lacking(
        lacking.gates, no: lacking.no, lacking.faults, of: lacking.kind, isAgreed: lacking.isAgreed)
    }
  }

  /// Whether this command overrides a gate; throws where the person may not, or gives no reason.
  private func overrides(_ gate: GateID) throws -> Bool {
    guard entry.overriding, let role = gate.rule.overridableBy else { return false }
    guard try acts(as: role) else { throw BookError.notAllowed([role]) }
    guard entry.reason != nil else { throw BookError.reasonMissing(gate) }
    if !entry.overrides.contains(gate) { entry.overrides.append(gate) }
    return true
  }
}
