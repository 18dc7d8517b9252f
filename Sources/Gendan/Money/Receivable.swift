/// A part of an order's money that is not paid, as lists show it.
public struct Receivable: Sendable {
  /// The order's money.
  public let money: OrderMoney
  /// The part.
  public let part: Instalment
  /// For how long it is overdue; nil where it is not.
  public let ageing: Ageing?
  /// Calendar days since it was due; 0 where it is not overdue.
  public let daysOverdue: Int

  /// What is not paid of orders that are not closed, the longest due first: what is due in a period, or
  /// by today.
  public static func due(_ period: Period? = nil, in reading: Reading) throws -> [Receivable] {
    let open = try OrderMoney.all(
      where: "o.closed_on IS NULL AND o.cancelled = 0 AND o.terms IS NOT NULL", in: reading.db)
    let parts = open.flatMap { money in money.instalments.map { (money, $0) } }
    let found = parts.compactMap { money, part -> (Day, Receivable)? in
      guard part.open > 0, let due = part.dueOn, period?.contains(due) ?? (due <= reading.today) else {
        return nil
      }
      return (
        due,
        Receivable(
          money: money, part: part, ageing: part.ageing(on: reading.today),
          daysOverdue: max(0, reading.today - due))
      )
    }
    return found.sorted { ($0.0, $0.1.money.no) < ($1.0, $1.1.money.no) }.map(\.1)
  }

  /// The open orders of which goods have left that are not paid, while no known terms say when they are to be: of
  /// these nobody can tell what is due.
  public static func withoutTerms(in reading: Reading) throws -> [Order] {
    try OrderMoney.all(where: "o.closed_on IS NULL AND o.cancelled = 0", in: reading.db)
      .filter { $0.terms == nil && $0.receivable > 0 }
      .map { try Order.with($0.order, in: reading.db) }
  }
}
