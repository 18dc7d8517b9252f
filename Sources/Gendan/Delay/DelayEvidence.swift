/// What the book recorded about days that were lost: who entered what, and when.
public struct DelayEvidence: Sendable, Equatable {
  /// What was recorded.
  public enum Kind: String, Sendable, CaseIterable {
    /// The order was on hold.
    case hold
    /// Production was stopped.
    case stop
    /// The resource stood still.
    case standstill
    /// Pieces were scrapped or to be done again.
    case rework
    /// The promise was made.
    case promise
    /// The order was sent for signatures, signed, sent back, handed on.
    case review
    /// Somebody chased.
    case chase
    /// Something went wrong.
    case problem
  }

  /// What it is.
  public let kind: Kind
  /// What was said.
  public let text: String
  /// The first day of it.
  public let from: Day
  /// The last day; nil for a moment, or while it goes on.
  public let to: Day?
  /// The name of who entered it.
  public let by: String?
  /// The step, department or person that it names.
  public let about: String?
  /// Whose doing it is, where the record says so.
  public let side: FaultSide?
  /// The department that answers for it, where somebody found that out.
  public var department: String?

  /// Whether it falls into these days.
  func overlaps(_ first: Day, _ last: Day) -> Bool {
    from <= last && (to ?? (kind.lasts ? last : from)) >= first
  }
}

extension DelayEvidence.Kind {
  /// Whether it goes on until an end is recorded.
  var lasts: Bool { [.hold, .stop, .standstill, .problem].contains(self) }

  /// To which kinds of links it says something.
  func speaks(of kind: DelayChain.Kind) -> Bool {
    switch self {
    case .hold, .problem: true
    case .stop, .standstill, .rework: [.wait, .work].contains(kind)
    case .promise: kind == .promise
    case .review: kind == .release
    case .chase: [.wait, .work, .shipping].contains(kind)
    }
  }
}

extension DelayEvidence {
  private init(_ kind: Kind, _ row: any Row) throws {
    self.kind = kind
    text = try row[0]
    from = try row[1]
    to = try row[2]
    by = try row[3]
    about = try row[4]
    side = try row[5]
  }

  /// What was recorded of an order and a production order, oldest first.
  static func of(
    _ order: Identifier<Order>, _ schedule: Identifier<Schedule>, _ production: Identifier<ProductionOrder>?,
    in reading: Reading
  ) throws -> [DelayEvidence] {
    var found: [DelayEvidence] = []
    func read(_ kind: Kind, _ query: SQL) throws {
      try reading.db.each(query) { found.append(try DelayEvidence(kind, $0)) }
    }
    try read(
      .hold,
      """
      SELECT h.reason, h.from_on, h.resumed_on, u.name, NULL, h.side FROM holds h
      LEFT JOIN users u ON u.id = h.entered_by WHERE h.order_id = \(order) AND h.from_on IS NOT NULL
      ORDER BY h.id
      """)
    try read(
      .promise,
      """
      SELECT p.promised_on, p.made_on, NULL, u.name, NULL, NULL FROM promises p
      LEFT JOIN users u ON u.id = p.entered_by WHERE p.schedule_id = \(schedule)
      ORDER BY p.id
      """)
    try read(
      .chase,
      """
      SELECT k.text, k.happened_on, NULL, u.name, k.party, NULL FROM contacts k
      LEFT JOIN users u ON u.id = k.entered_by WHERE k.order_id = \(order) AND k.kind = 'chase'
      ORDER BY k.id
      """)
    let acts = try reading.db.all(
      """
      SELECT a.act, a.entered_at, u.name, a.role FROM approvals a LEFT JOIN users u ON u.id = a.entered_by
      WHERE a.subject = 'order' AND a.subject_id = \(order) ORDER BY a.id
      """
    ) { (try $0[0] as String, try $0[1] as Instant, try $0[2] as String?, try $0[3] as String?) }
    found += acts.map { act, at, by, role in
      DelayEvidence(
        kind: .review, text: act, from: at.day(utcOffset: reading.utcOffset), to: nil, by: by, about: role,
        side: nil)
    }
    found += try Problem.of(order, in: reading.db).map { problem in
      DelayEvidence(
        kind: .problem, text: "\(problem.no) \(problem.finding?.text ?? problem.text)",
        from: problem.openedAt.day(utcOffset: reading.utcOffset),
        to: problem.closedAt?.day(utcOffset: reading.utcOffset), by: problem.openedBy, about: problem.step,
        side: problem.finding?.side ?? problem.kind.usualSide, department: problem.finding?.department)
    }
    if let production {
      try read(
        .stop,
        """
        SELECT h.reason, h.from_on, h.resumed_on, u.name, NULL, NULL FROM production_holds h
        LEFT JOIN users u ON u.id = h.entered_by WHERE h.production_order_id = \(production) ORDER BY h.id
        """)
      try read(
        .standstill,
        """
        SELECT t.reason, t.from_on, coalesce(t.resumed_on, t.until_on), u.name, x.name, NULL
        FROM operations x JOIN resource_stops t ON t.resource_id = x.resource_id
        LEFT JOIN users u ON u.id = t.entered_by WHERE x.production_order_id = \(production) ORDER BY t.id
        """)
      try read(
        .rework,
        """
        SELECT coalesce(g.note, '') || ' (' || CAST(g.scrap + g.rework AS TEXT) || ')', g.happened_on, NULL,
          u.name, x.name, NULL
        FROM progress g JOIN operations x ON x.id = g.operation_id LEFT JOIN users u ON u.id = g.entered_by
        WHERE x.production_order_id = \(production) AND g.scrap + g.rework > 0 AND \(ProgressEntry.stands)
        ORDER BY g.id
        """)
    }
    return found.sorted { $0.from < $1.from }
  }
}
