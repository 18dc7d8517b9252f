/// How goods are packed, as the customer wants them.
public struct Packing: Sendable, Equatable {
  /// How much goes into a carton, in the product's smallest unit.
  public var perCarton: Int64?
  /// What the goods are packed in, such as a colour box.
  public var text: String?
  /// The shipping mark.
  public var mark: String?

  /// Nothing is said of it.
  public init() {}

  /// Reads three columns: carton_qty, packing and mark.
  init(_ row: any Row, from column: Int) throws {
    perCarton = try row[column]
    text = try row[column + 1]
    mark = try row[column + 2]
  }

  /// Whether nothing is said of it.
  public var isEmpty: Bool { self == Packing() }

  /// How many cartons a quantity in the smallest unit fills, the last one perhaps in part; nil where
  /// nobody said how much goes into one.
  public func cartons(for quantity: Int64) -> Int64? {
    perCarton.map(quantity.filling)
  }
}

extension Int64 {
  /// How many parts of a size above zero it fills, the last one perhaps not whole.
  func filling(_ size: Int64) -> Int64 { self / size + (self % size > 0 ? 1 : 0) }
}

/// How a line of an order is packed, and in how many cartons all its deliveries leave.
public struct PackedLine: Sendable, Equatable {
  /// The line's number.
  public let lineNo: Int
  /// How it is packed.
  public let packing: Packing
  /// A carton, as a quantity of the product; nil where nobody said.
  public let carton: Quantity?
  /// The cartons of all its deliveries.
  public internal(set) var cartons: Int64?

  /// An order's lines of whose packing something is said.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [PackedLine] {
    var lines: [PackedLine] = []
    try db.each(
      """
      SELECT l.line_no, l.carton_qty, l.packing, l.mark, s.qty, p.decimals, p.unit FROM schedules s
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      WHERE s.order_id = \(order) ORDER BY l.line_no, s.seq
      """
    ) { row in
      let packing = try Packing(row, from: 1)
      guard !packing.isEmpty else { return }
      let lineNo: Int = try row[0]
      let cartons = packing.cartons(for: row.integer(4))
      if lines.last?.lineNo == lineNo {
        let last = lines.count - 1
        lines[last].cartons = lines[last].cartons.flatMap { sum in cartons.map { sum + $0 } }
        return
      }
      let decimals: Int = try row[5]
      let unit: String = try row[6]
      lines.append(
        PackedLine(
          lineNo: lineNo, packing: packing,
          carton: packing.perCarton.map { Quantity($0, decimals: decimals, unit: unit) }, cartons: cartons))
    }
    return lines
  }
}
