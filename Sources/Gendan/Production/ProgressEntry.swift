/// One entry of progress: what was reported of a step, or of a production order as a whole, under a key by which it
/// can be taken back. Entries are appended and never changed (lateness, tricky point 13).
public struct ProgressEntry: Sendable, Equatable {
  /// Its key; `no` is how people name it.
  public let id: Identifier<ProgressEntry>
  /// The production order.
  public let production: Identifier<ProductionOrder>
  /// The production order's number.
  public let productionNo: String
  /// The operation; nil where the whole was reported.
  public let operation: Identifier<Operation>?
  /// The operation's name.
  public let step: String?
  /// Good pieces.
  public let good: Quantity
  /// Scrapped pieces.
  public let scrap: Quantity
  /// Pieces to be done again.
  public let rework: Quantity
  /// Who did it.
  public let worker: String?
  /// Anything else; of a reversal, why.
  public let note: String?
  /// The day it happened.
  public let day: Day
  /// When it was entered.
  public let enteredAt: Instant
  /// Who entered it.
  public let enteredBy: Identifier<User>?
  /// The name of who entered it.
  public let by: String?
  /// The entry that it takes back.
  public let reverses: Identifier<ProgressEntry>?
  /// The entry that took it back.
  public let reversedBy: Identifier<ProgressEntry>?

  /// How people name it, such as p128.
  public var no: String { id.no }
  /// Whether it neither takes back nor was taken back.
  public var stands: Bool { reverses == nil && reversedBy == nil }
}

extension Identifier<ProgressEntry> {
  /// How people name the entry, such as p128.
  public var no: String { "p\(rawValue)" }

  /// Reads `p128` or `128`; nil for anything else.
  public init?(no: String) {
    guard let id = Int64(no.hasPrefix("p") ? no.dropFirst() : no[...]), id > 0 else { return nil }
    self.init(id)
  }
}

extension ProgressEntry {
  private static let query: SQL =
    """
    SELECT g.id, w.id, w.no, x.id, x.name, g.good, g.scrap, g.rework, g.worker, g.note, g.happened_on,
      g.entered_at, g.entered_by, u.name, g.reverses_id, b.id, p.decimals, p.unit
    FROM progress g LEFT JOIN operations x ON x.id = g.operation_id
    JOIN production_orders w ON w.id = coalesce(x.production_order_id, g.production_order_id)
    JOIN products p ON p.id = w.product_id LEFT JOIN users u ON u.id = g.entered_by
    LEFT JOIN progress b ON b.reverses_id = g.id
    """

  /// The condition on rows g of `progress` that neither take back nor were taken back.
  static let stands: SQL =
    """
    g.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM progress back WHERE back.reverses_id = g.id)
    """

  init(_ row: any Row) throws {
    id = try row[0]
    production = try row[1]
    productionNo = try row[2]
    operation = try row[3]
    step = try row[4]
    let none = Quantity(0, decimals: try row[16], unit: try row[17])
    good = none.with(try row[5])
    scrap = none.with(try row[6])
    rework = none.with(try row[7])
    worker = try row[8]
    note = try row[9]
    day = try row[10]
    enteredAt = try row[11]
    enteredBy = try row[12]
    by = try row[13]
    reverses = try row[14]
    reversedBy = try row[15]
  }

  /// The entry that a text names, `p128` or `128`; throws `.notFound`.
  public static func named(_ text: String, in db: any Transaction) throws -> ProgressEntry {
    guard let id = Identifier<ProgressEntry>(no: text),
      let found = try db.first("\(query) WHERE g.id = \(id)", ProgressEntry.init)
    else { throw BookError.notFound(.progress, text, near: []) }
    return found
  }

  /// The entries of a production order, oldest first.
  public static func of(
    _ production: Identifier<ProductionOrder>, in db: any Transaction
  ) throws -> [ProgressEntry] {
    try db.all(
      """
      \(query) WHERE g.operation_id IN (SELECT id FROM operations WHERE production_order_id = \(production))
      UNION ALL \(query) WHERE g.production_order_id = \(production) AND g.operation_id IS NULL
      """, ProgressEntry.init
    ).sorted { $0.id.rawValue < $1.id.rawValue }
  }
}

extension Writing {
  /// Takes an entry back by an opposite one of the same day, so that every figure of every day is as if it had not
  /// been; why is the event's reason (lateness, tricky points 10 and 13; R-419).
  ///
  /// Throws `.reversed`, `.isReversal`, `.notAllowed` for what another person entered, and the gates' refusals.
  public func reverse(_ entry: ProgressEntry) throws -> ProgressEntry {
    if let by = entry.reversedBy { throw BookError.reversed(entry.no, by: by.no) }
    if let reversed = entry.reverses { throw BookError.isReversal(entry.no, of: reversed.no) }
    if entry.enteredBy != user.id { try require(.supervise) }
    let production = try ProductionOrder.with(entry.production, in: db)
    // Of a cancelled production order nothing is reported any more.
    _ = try production.productions(in: db)
    try allow(production, of: production)
    var report = ProgressReport(good: -entry.good.smallest, day: entry.day)
    report.scrap = -entry.scrap.smallest
    report.rework = -entry.rework.smallest
    report.worker = entry.worker
    report.note = self.entry.reason
    let operations = try Operation.of(production.id, in: db)
    if let index = operations.firstIndex(where: { $0.id == entry.operation }) {
      let question = ProgressQuestion(
        order: self.entry.subject ?? production.no, production: production, operation: operations[index],
        before: index > 0 ? operations[index - 1] : nil,
        after: index + 1 < operations.count ? operations[index + 1] : nil, report: report)
      try question.verify()
      try pass(.progressUnused, on: question)
    }
    let id = try record(report, of: production.id, operation: entry.operation, reversing: entry.id)
    if let operation = entry.operation { try restart(operation) }
    try ProductionOrder.refresh(production.id, in: db)
    return try ProgressEntry.named(id.no, in: db)
  }

  /// An operation began with the first report that stands, unless somebody said when it did.
  private func restart(_ operation: Identifier<Operation>) throws {
    let said = try db.count(
      """
      SELECT count(*) FROM event_changes c JOIN events e ON e.id = c.event_id
      WHERE c.table_name = 'operations' AND c.first_id <= \(operation) AND c.last_id >= \(operation)
        AND (e.command = 'step.start' OR e.source = \(EventSource.import))
        AND NOT EXISTS (SELECT 1 FROM events back WHERE back.undoes = e.id)
      """)
    guard said == 0 else { return }
    try db.run(
      """
      UPDATE operations SET started_on = (SELECT min(g.happened_on) FROM progress g
        WHERE g.operation_id = \(operation) AND \(ProgressEntry.stands))
      WHERE id = \(operation)
      """)
  }
}
