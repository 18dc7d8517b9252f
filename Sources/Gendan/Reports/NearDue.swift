/// A delivery that is due within a few days: how far it is, and what stands in its way.
public struct NearDue: Sendable {
  /// The delivery as lists show it.
  public let row: OrderRow
  /// What is made of it, or left already, in the smallest unit.
  public let made: Int64
  /// An open problem of its order: its number, kind and text.
  public let problem: Problem?

  /// What stands in the way.
  public struct Problem: Sendable {
    /// Its number.
    public let no: String
    /// Of which kind.
    public let kind: Cause
    /// What is wrong.
    public let text: String
  }

  /// The share that is made.
  public var share: Ratio? {
    Ratio(Int(min(made, row.quantity.smallest)), of: Int(row.quantity.smallest))
  }

  /// What is owed and due from today up to a day, the first due first.
  public static func all(by day: Day, _ filter: OrderFilter, in reading: Reading) throws -> [NearDue] {
    var list = OrderList(.now(reading.today))
    list.rollsUp = false
    list.filter = .all([.owed, .days(.due, from: reading.today, to: day), filter])
    let rows = try list.rows(in: reading)
    let made = try MadeSoFar.of(rows.map(\.schedule), in: reading.db)
    var problems: [Identifier<Order>: Problem] = [:]
    for ids in rows.map(\.order).bindable {
      // The oldest that is open comes last and stays.
      try reading.db.each(
        """
        SELECT order_id, no, kind, text FROM problems
        WHERE closed_at IS NULL AND order_id IN \(list: ids) ORDER BY id DESC
        """
      ) { problems[try $0[0]] = Problem(no: try $0[1], kind: try $0[2], text: try $0[3]) }
    }
    return rows.map {
      NearDue(row: $0, made: max(made[$0.schedule] ?? 0, $0.shipped), problem: problems[$0.order])
    }
  }
}
