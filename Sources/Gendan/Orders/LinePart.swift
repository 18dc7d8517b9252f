/// Which line of an order is meant, or which of its part deliveries: `2`, `2.1`.
public struct LinePart: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// The line's number in the order, from 1.
  public let number: Int
  /// The delivery's number in the line, from 1; nil for all of them.
  public let part: Int?

  /// A line, or one delivery of it.
  public init(_ number: Int, part: Int? = nil) {
    self.number = number
    self.part = part
  }

  /// A whole line.
  public init(integerLiteral number: Int) { self.init(number) }

  /// Whether a delivery is of it.
  public func contains(_ schedule: Schedule) -> Bool {
    schedule.lineNo == number && schedule.seq == part ?? schedule.seq
  }
}

extension Order {
  /// How an answer calls what was meant of it: `SO2603-0042`, `SO2603-0042.2.1`.
  public func named(_ line: LinePart?) -> String { line.map { "\(no).\($0)" } ?? no }
}

extension LinePart: CustomStringConvertible {
  /// `2`, `2.1`.
  public var description: String { part.map { "\(number).\($0)" } ?? String(number) }
}
