/// A change of what was agreed, which makes an order's next version.
public struct Amendment: Sendable, Equatable {
  /// One field before and after.
  public struct Change: Sendable, Equatable {
    /// The line; nil for the whole order.
    public let line: Int?
    /// The field, by the column that holds it.
    public let field: String
    /// What stood.
    public let old: String?
    /// What stands since.
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
    var changes: [Int64: [Change]] = [:]
    try db.each(
      """
      SELECT c.amendment_id, c.line_no, c.field, c.old, c.new FROM amendment_changes c
      JOIN amendments a ON a.id = c.amendment_id WHERE a.order_id = \(order) ORDER BY c.id
      """
    ) { row in
      changes[row.integer(0), default: []].append(
        Change(line: try row[1], field: try row[2], old: try row[3], new: try row[4]))
    }
    return try db.all(
      """
      SELECT a.id, a.version, a.side, a.reason, a.made_on, u.name FROM amendments a
      LEFT JOIN users u ON u.id = a.entered_by WHERE a.order_id = \(order) ORDER BY a.version
      """
    ) { row in
      Amendment(
        version: try row[1], side: try row[2], reason: try row[3], madeOn: try row[4], by: try row[5],
        changes: changes[row.integer(0)] ?? [])
    }
  }
}

/// What is amended: the change, the line it concerns, who asked and why.
public struct AmendmentRequest: Sendable {
  /// What changes.
  public var change: OrderChange
  /// The line, where quantity, price or goods of one line change.
  public var line: Int?
  /// Who asked.
  public var side: HoldSide
  /// Why.
  public var reason: String

  /// An amendment that somebody asked for.
  public init(_ change: OrderChange, line: Int?, side: HoldSide, reason: String) {
    self.change = change
    self.line = line
    self.side = side
    self.reason = reason
  }
}

/// What an amendment touches, told before it is confirmed.
public struct AmendmentImpact: Sendable, Equatable {
  /// Production orders that run for the order, with what they have finished: they must be replaced.
  public let production: [String]
  /// What has left already, which cannot be taken back.
  public let shipped: Int64
  /// Deliveries whose promise stands.
  public let promised: Int
  /// Signatures that will be asked for again.
  public let signatures: Int

  /// What an order's change would touch.
  public static func of(_ order: Order, in reading: Reading) throws -> AmendmentImpact {
    let schedules = try Schedule.of(order.id, in: reading.db)
    return AmendmentImpact(
      production: try ProductionOrder.of(order.id, in: reading.db).filter(\.isOpen).map(\.no),
      shipped: schedules.reduce(0) { $0 + $1.shipped },
      promised: schedules.filter { $0.isOpen && $0.promisedOn != nil }.count,
      signatures: try ApprovalTrail.of(order, in: reading).signatures.count)
  }
}

extension Gate where Subject == Order {
  /// The customer's change came in writing, newer than the version that it changes.
  static let amendDocumented = Gate(lacking: .amendDocumented) { order, reading in
    let papers = try reading.db.count(
      """
      SELECT count(*) FROM documents WHERE subject = 'order' AND subject_id = \(order.id)
        AND version = \(order.version) AND kind = \(DocumentKind.change)
      """)
    return papers == 0 ? [.documentMissing(.change)] : []
  }
}

extension Writing {
  /// Amends an order: its next version stands with what changed, is reviewed anew, and every department
  /// of its production is told. Returns the changes.
  ///
  /// The paper that asks for it becomes the new version's. Throws the refusals of the gates, and
  /// `.unchanged` where nothing differs.
  public func amend(_ order: Order, _ request: AmendmentRequest) throws -> Amendment {
    if request.side == .customer { try pass(.amendDocumented, on: order) }
    let before = try AgreedTerms.of(order.id, in: db)
    try apply(request.change, to: order, line: request.line)
    let changes = try AgreedTerms.of(order.id, in: db).changes(since: before)
    guard !changes.isEmpty else { throw BookError.unchanged(no: order.no) }
    let version = order.version + 1
    try db.run("UPDATE orders SET version = \(version) WHERE id = \(order.id)")
    let paper = try db.value(
      """
      SELECT max(id) FROM documents WHERE subject = 'order' AND subject_id = \(order.id)
        AND version = \(order.version) AND kind = \(DocumentKind.change)
      """, as: Int64?.self
    ).flatMap { $0 }
    let id = try db.insert(
      """
      INSERT INTO amendments (order_id, version, side, reason, document_id, made_on, entered_at, entered_by)
      VALUES (\(order.id), \(version), \(request.side), \(request.reason), \(paper), \(today), \(now),
        \(user.id)) RETURNING id
      """)
    for change in changes {
      try db.run(
        """
        INSERT INTO amendment_changes (amendment_id, line_no, field, old, new)
        VALUES (\(id), \(change.line), \(change.field), \(change.old), \(change.new))
        """)
    }
    entry.subject = order.no
    entry.reason = request.reason
    return Amendment(
      version: version, side: request.side, reason: request.reason, madeOn: today, by: user.name,
      changes: changes)
  }
}

/// What a customer and the firm agreed upon, by place and field.
private struct AgreedTerms {
  private var values: [(line: Int?, field: String, value: String?)] = []

  static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> AgreedTerms {
    var terms = AgreedTerms()
    func take(_ row: any Row, _ line: Int?, _ fields: [String], from start: Int) {
      for (index, field) in fields.enumerated() {
        let column = start + index
        terms.values.append((line, field, row.isNull(column) ? nil : row.text(column)))
      }
    }
    let head = ["customer_po", "terms", "special", "carrier"]
    try db.each("SELECT customer_po, terms, special, carrier FROM orders WHERE id = \(order)") {
      take($0, nil, head, from: 0)
    }
    let goods = ["qty", "want", "price", "color", "spec", "requirement"]
    try db.each(
      """
      SELECT l.line_no, s.qty, s.requested_on, l.price, l.color, l.spec, l.requirement FROM schedules s
      JOIN order_lines l ON l.id = s.line_id WHERE s.order_id = \(order) ORDER BY l.line_no, s.seq
      """
    ) { take($0, Int($0.integer(0)), goods, from: 1) }
    return terms
  }

  func changes(since before: AgreedTerms) -> [Amendment.Change] {
    zip(before.values, values).compactMap { old, new in
      old.value == new.value
        ? nil : Amendment.Change(line: new.line, field: new.field, old: old.value, new: new.value)
    }
  }
}
