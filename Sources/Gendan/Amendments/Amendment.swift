/// A change of what was agreed, which makes an order's next version.
public struct Amendment: Sendable, Equatable {
  /// One field before and after.
  public struct Change: Sendable, Equatable {
    /// The line; nil for the whole order.
    public let line: Int?
    /// What changed.
    public let field: AgreedField
    /// What stood; nil where nothing did, as in a line that was added.
    public let old: String?
    /// What stands since; nil where nothing does, as in a line that was dropped.
    public let new: String?
  }

  /// The version that it made, from 2.
  public let version: Int
  /// Who asked for it.
  public let side: HoldSide
  /// Why.
  public let reason: String
  /// The day it was made.
  public let madeOn: Day
  /// The name of who entered it.
  public let by: String?
  /// What changed.
  public let changes: [Change]

  /// An order's amendments, oldest first.
  public static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> [Amendment] {
    let amendments = try db.all(
      """
      SELECT a.id, a.version, a.side, a.reason, a.made_on, u.name FROM amendments a
      LEFT JOIN users u ON u.id = a.entered_by WHERE a.order_id = \(order) ORDER BY a.version
      """
    ) { row in
      (
        id: row.integer(0), version: try row[1] as Int, side: try row[2] as HoldSide,
        reason: try row[3] as String, madeOn: try row[4] as Day, by: try row[5] as String?
      )
    }
    let changes = try changes(of: amendments.map(\.id), in: db)
    return amendments.map {
      Amendment(
        version: $0.version, side: $0.side, reason: $0.reason, madeOn: $0.madeOn, by: $0.by,
        changes: changes[$0.id] ?? [])
    }
  }

  /// What changed, by the amendment's key.
  static func changes(of amendments: [Int64], in db: any Transaction) throws -> [Int64: [Change]] {
    var changes: [Int64: [Change]] = [:]
    for part in amendments.bindable {
      try db.each(
        """
        SELECT amendment_id, line_no, field, old, new FROM amendment_changes
        WHERE amendment_id IN \(list: part) ORDER BY id
        """
      ) { row in
        changes[row.integer(0), default: []].append(
          Change(line: try row[1], field: try row[2], old: try row[3], new: try row[4]))
      }
    }
    return changes
  }
}

/// What is amended, who asked for it and why: everything that one paper of the customer's changes.
public struct AmendmentRequest: Sendable {
  /// A change of the whole order, or of one line.
  public struct Part: Sendable {
    /// The line, or one delivery of it; nil for the order, or for its only line.
    public let line: LinePart?
    /// What changes.
    public let change: OrderChange

    /// A change of the whole order, or of one line.
    public init(line: LinePart?, _ change: OrderChange) {
      self.line = line
      self.change = change
    }
  }

  /// What changes.
  public var parts: [Part] = []
  /// Lines that are added, with what is said of each besides its product and quantity.
  public var added: [(line: NewLine, change: OrderChange)] = []
  /// Lines that are dropped.
  public var dropped: [Int] = []
  /// The day that takes the place of a promise which the customer's change made void (lateness rule 7).
  public var promisedOn: Day?
  /// What departments must mind, by department or step.
  public var remarks: [String: String] = [:]
  /// Who asked.
  public var side: HoldSide
  /// Why.
  public var reason: String

  /// An amendment that somebody asked for.
  public init(side: HoldSide, reason: String) {
    self.side = side
    self.reason = reason
  }

  /// Whether it moves a day that the customer asks for.
  var movesDate: Bool { parts.contains { $0.change.requestedOn != nil } }
}
