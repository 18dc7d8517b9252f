/// An order's way from the customer's call to its closed file: which steps were taken, and when (R-071,
/// R-081). The first five are a chain: the gates in force refuse a later one before an earlier.
public struct OrderWay: Sendable {
  /// Every step, in its order.
  public let steps: [WayStep]

  /// The first step that is asked of the order and was not taken; nil where all were.
  public var next: WayStep? { steps.first { $0.isAwaited } }

  /// Whether a later step was taken before this one.
  public func isSkipped(_ step: WayStep) -> Bool {
    step.isAwaited && steps.drop { $0.id != step.id }.contains { $0.takenOn != nil }
  }
}

/// One step on an order's way.
public struct WayStep: Sendable, Equatable {
  /// Which.
  public let id: WayStepID
  /// Whether it is asked of this order: an order on credit waits for no remittance.
  public var isAsked = true
  /// The day it was taken; nil while it was not.
  public var takenOn: Day?
  /// The moment, where it is known.
  public var takenAt: Instant?
  /// The login of who took it, or who at the customer was told.
  public var by: String?

  /// Whether it is asked and was not taken.
  public var isAwaited: Bool { isAsked && takenOn == nil }

  init(_ id: WayStepID) { self.id = id }
}

/// The steps of an order.
public enum WayStepID: String, Sendable, CaseIterable {
  /// The customer's order came.
  case received
  /// It was priced, and its sheet sent back with a date (R-057).
  case answered
  /// Finance has what the terms ask before anything is done.
  case remitted
  /// Every signature is there.
  case approved
  /// Somebody has it who writes the next paper: the clerk who follows it, the workshop, or billing.
  case handedOver = "handed-over"
  /// It is in production.
  case released
  /// All of it is made.
  case made
  /// All of it has left.
  case shipped
  /// All of it has arrived.
  case arrived
  /// All of it is paid.
  case paid
  /// Its file is closed.
  case closed

  /// The chain of a customer's order in which no step is skipped (R-071).
  public static let chain: [WayStepID] = [.received, .answered, .remitted, .approved, .handedOver]
}

extension OrderWay {
  /// The way of one order.
  public static func of(_ order: Order, in reading: Reading) throws -> OrderWay {
    var facts = try Facts(order, reading)
    return OrderWay(steps: try WayStepID.allCases.map { try facts.step($0) })
  }

  /// What the steps follow from.
  private struct Facts {
    let order: Order
    let reading: Reading
    let trail: ApprovalTrail
    let replies: [Reply]
    let money: OrderMoney
    let schedules: [Schedule]
    let productions: [ProductionOrder]
    let shipments: [ShipmentLine]
    /// Whether production is, or will be, made for it.
    let isMade: Bool
    let isCovered: Bool

    init(_ order: Order, _ reading: Reading) throws {
      self.order = order
      self.reading = reading
      trail = try ApprovalTrail.of(order, in: reading)
      replies = try Reply.of(order.id, in: reading.db)
      money = try OrderMoney.of(order.id, in: reading.db)
      schedules = try Schedule.of(order.id, in: reading.db)
      productions = try ProductionOrder.of(order.id, in: reading.db).filter { $0.cancelledOn == nil }
      shipments = try ShipmentLine.of(order.id, in: reading.db)
      isCovered = try Coverage.of(order.id, in: reading.db).allSatisfy { $0.uncovered <= 0 }
      isMade = !productions.isEmpty || !isCovered
    }

    mutating func step(_ id: WayStepID) throws -> WayStep {
      var step = WayStep(id)
      switch id {
      case .received:
        step.takenOn = order.receivedAt?.day(utcOffset: reading.utcOffset) ?? order.orderedOn
        step.takenAt = order.receivedAt
      case .answered:
        step.isAsked = order.receivedAt != nil || !replies.isEmpty
        if let reply = replies.first, money.unpriced.isEmpty { take(&step, reply.at, reply.told) }
      case .remitted:
        step.isAsked = money.terms?.isPaidAhead ?? false
        if let at = try Remittance.moments(where: "o.id = \(order.id)", in: reading.db)[order.id] {
          take(&step, at)
        }
      case .approved:
        step.isAsked = try !trail.acts.isEmpty || reading.settings().isInForce(.releaseApproved)
        if let act = trail.acts.last(where: { $0.act == .approve }) { take(&step, act.at, act.by) }
      case .handedOver:
        if let act = trail.acts.first(where: { $0.act == .handOver }) {
          take(&step, act.at, act.note)
        } else if let at = try Handover.moments(where: "o.id = \(order.id)", in: reading.db)[order.id] {
          take(&step, at)
        }
      case .released:
        step.isAsked = isMade
        step.takenOn = productions.map(\.releasedOn).min()
      case .made:
        step.isAsked = isMade
        if isCovered && productions.allSatisfy({ !$0.isOpen }) {
          step.takenOn = productions.compactMap(\.finishedOn).max()
        }
      case .shipped:
        if schedules.allSatisfy({ !$0.isOpen || $0.open.smallest == 0 }) {
          step.takenOn = shipments.map(\.shippedOn).max()
        }
      case .arrived:
        if schedules.allSatisfy({ !$0.isOpen }) && shipments.allSatisfy({ $0.arrivedOn != nil }) {
          step.takenOn = shipments.compactMap(\.arrivedOn).max()
        }
      case .paid:
        step.isAsked = money.unpriced.isEmpty && money.payable > 0
        if money.open <= 0 { step.takenOn = money.confirmedOn }
      case .closed: step.takenOn = order.closedOn
      }
      return step
    }

    private func take(_ step: inout WayStep, _ at: Instant, _ by: String? = nil) {
      step.takenOn = at.day(utcOffset: reading.utcOffset)
      step.takenAt = at
      step.by = by
    }
  }
}

/// When an order was given to who writes its next paper (R-071, R-072).
enum Handover {
  /// The first hand-over, production order or delivery note of the orders that fit a condition on o.
  static func moments(where condition: SQL, in db: any Transaction) throws -> [Identifier<Order>: Instant] {
    var moments: [Identifier<Order>: Instant] = [:]
    try db.each(
      """
      SELECT t.id, min(t.at) FROM (
        SELECT o.id, a.entered_at AS at FROM orders o
          JOIN approvals a ON a.subject = 'order' AND a.subject_id = o.id AND a.act = 'hand-over'
          WHERE \(condition)
        UNION ALL SELECT o.id, w.entered_at FROM orders o JOIN schedules s ON s.order_id = o.id
          JOIN production_orders w ON w.id IN (\(ProductionOrder.making("s.id"))) WHERE \(condition)
        UNION ALL SELECT o.id, h.entered_at FROM orders o JOIN schedules s ON s.order_id = o.id
          JOIN shipment_lines l ON l.schedule_id = s.id JOIN shipments h ON h.id = l.shipment_id
          WHERE \(condition)) t GROUP BY t.id
      """
    ) { moments[try $0[0]] = try $0[1] }
    return moments
  }
}
