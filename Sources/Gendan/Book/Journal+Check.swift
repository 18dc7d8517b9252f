extension Journal {
  /// Follows the journal from its first event to its last, then compares every journaled row with
  /// what its events left of it.
  static func check(_ engine: Engine, in db: any Transaction) throws -> JournalCheck {
    var check = JournalCheck()
    try db.each(
      """
      SELECT e.id, e.at, e.login, e.command, e.line, e.host, e.source, e.reason, e.subject, e.undoes,
        e.overrides, e.digest, c.table_name, c.act, c.first_id, c.last_id, c.before, c.digest_before,
        c.digest_after
      FROM events e LEFT JOIN event_changes c ON c.event_id = e.id ORDER BY e.id, c.id
      """
    ) { try check.follow($0) }
    check.end()
    for table in try JournaledTable.all(engine, in: db) { try check.compare(table, in: db) }
    return check
  }
}

/// A walk along the journal: the chain of digests, and what the events left of each row.
struct JournalCheck {
  private(set) var findings: [Finding] = []
  private(set) var events = 0
  private(set) var rows = 0

  private var event: Int64?
  private var chain = EventDigest(after: nil)
  private var digest = ""
  private var isBroken = false
  private var ledgers: [String: RowLedger] = [:]

  /// Takes one change, with its event before it. The texts are taken as they stand: an altered one
  /// need not mean anything.
  fileprivate mutating func follow(_ row: any Row) throws {
    let id = row.integer(0)
    if id != event {
      let previous = event == nil ? nil : digest
      end()
      event = id
      events += 1
      digest = row.text(11)
      chain = EventDigest(after: previous)
      chain.add(try (0...10).map { try row[$0] })
    }
    guard !row.isNull(12) else { return }
    chain.add(try (12...18).map { try row[$0] })
    replay(row)
  }

  /// Ends the event that was followed last. Only the first that does not fit is told.
  fileprivate mutating func end() {
    guard let event, !isBroken, chain.hex != digest else { return }
    findings.append(.chainBroken(event: event))
    isBroken = true
  }

  private mutating func replay(_ row: any Row) {
    let (table, first, last) = (row.text(12), row.integer(14), row.integer(15))
    let before = RowDigest(hex: row.text(17)) ?? .zero
    let after = RowDigest(hex: row.text(18))
    switch row.text(13) {
    case "insert": ledgers[table, default: RowLedger()].insert(first, last, after ?? .zero)
    case "update": ledgers[table, default: RowLedger()].change(first, from: before, to: after)
    case "delete": ledgers[table, default: RowLedger()].change(first, from: before, to: nil)
    default: break  // Kept figures are compared with the facts, not with the journal.
    }
  }

  fileprivate mutating func compare(_ table: JournaledTable, in db: any Transaction) throws {
    var ledger = ledgers.removeValue(forKey: table.name) ?? RowLedger()
    try table.each(in: db) { id, digest in
      rows += 1
      ledger.meet(id, digest)
    }
    findings += ledger.findings(table.name)
  }
}
