/// The states that filters know.
public enum StateWord: String, Sendable, CaseIterable {
  /// Not closed, not cancelled.
  case open
  /// Closed.
  case closed
  /// Cancelled.
  case cancelled
  /// Owed, and due before the day.
  case overdue
  /// Due on the day.
  case today
  /// On hold.
  case held
  /// In production.
  case released
  /// All of it has left.
  case shipped
  /// The person's own.
  case mine
  /// Ordered on the day.
  case new
  /// Of the highest rank.
  case rush
  /// Nothing promised yet.
  case unpromised
  /// Signatures are awaited.
  case unsigned
  /// Not cancelled, and finance has found less than it costs.
  case unpaid
  /// Owed, not overdue, and expected late by the last forecast.
  case risk
  /// Whatever its state.
  case all
}

extension StateWord {
  /// Whether who asks for it may mean orders that are closed or cancelled.
  var reachesClosed: Bool { [.closed, .cancelled, .all, .shipped, .unpaid, .new, .open].contains(self) }

  func condition(_ scope: OrderScope, me: String) -> SQL {
    switch self {
    case .all: "1 = 1"
    case .open: scope.isOrderOpen
    case .closed: "o.closed_on <= \(scope.day)"
    case .cancelled: "(o.cancelled = 1 AND (o.cancelled_on IS NULL OR o.cancelled_on <= \(scope.day)))"
    case .overdue: "(\(scope.isOpen) AND \(scope.due) < \(scope.day))"
    case .today: "(\(scope.isOpen) AND \(scope.due) = \(scope.day))"
    case .held: "EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL)"
    case .released:
      """
      EXISTS (SELECT 1 FROM production_orders w WHERE w.id IN (\(ProductionOrder.making("s.id")))
        AND w.cancelled_on IS NULL)
      """
    case .shipped: "\(scope.completed) IS NOT NULL"
    case .mine: "u.login = \(me)"
    case .new: "o.ordered_on = \(scope.day)"
    case .rush: "o.priority = 'H'"
    case .unpromised: "(\(scope.isOpen) AND \(scope.promised) IS NULL)"
    case .unpaid:
      "(o.cancelled = 0 AND \(OrderMoney.costs) + \(OrderMoney.netting) - \(OrderMoney.found) > 0.4999)"
    case .unsigned: "(\(scope.isOrderOpen) AND \(Order.reviewAct) = 'submit')"
    case .risk:
      """
      (\(scope.isOpen) AND \(scope.due) >= \(scope.day)
        AND s.id IN (SELECT f.schedule_id FROM forecasts f WHERE f.risk_since IS NOT NULL))
      """
    }
  }
}
