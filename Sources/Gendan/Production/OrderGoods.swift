/// The goods of a line of an order, or of one delivery of it, of which progress is reported.
public struct OrderGoods: Producible {
  /// An order.
  public static let noun = Noun.order
  private let order: Order
  /// The line.
  public let line: LinePart

  /// The goods of a line.
  public init(_ order: Order, _ line: LinePart) {
    self.order = order
    self.line = line
  }

  /// The order's number, with the line's.
  public var no: String { order.named(line) }

  /// Those that make its deliveries and were not cancelled; throws `.notReleased` where there are none, and that the
  /// order is over where it is.
  public func productions(in db: any Transaction) throws -> [ProductionOrder] {
    let meant = Set(try Schedule.of(order.id, line: line, in: db).map(\.id))
    let running = try ProductionOrder.of(order.id, in: db).filter { production in
      try production.cancelledOn == nil && production.shares(in: db).contains { meant.contains($0.schedule) }
    }
    guard !running.isEmpty else { throw order.notProduced(no) }
    return running
  }

  /// Its order.
  public func customerOrder(in db: any Transaction) throws -> Order? { order }
}
