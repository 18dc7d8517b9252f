/// What somebody else changed between a person's looking at an order and writing over it.
public struct ChangedMeanwhile: Error, Equatable {
  /// The order's number.
  public let order: String
  /// The column that both changed, as schema.sql names it.
  public let field: String
  /// What the other did.
  public let event: Event
  /// For a promise: what stood when the person looked, what stands, and what they asked for.
  public var days: Days?

  /// Three days of one promise.
  public struct Days: Sendable, Equatable {
    /// When the person looked; nil where nothing was promised.
    public let seen: Day?
    /// Now.
    public let now: Day
    /// What the person asks for.
    public let asked: Day
  }
}

extension Writing {
  /// Throws `ChangedMeanwhile` where this command writes over what somebody else has changed in an order since the
  /// newest event that the person knew when looking at it.
  public func verify(seen: [String: Int64]) throws {
    guard let oldest = seen.values.min(),
      try db.count("SELECT count(*) FROM events WHERE id > \(oldest) AND login <> \(actor.login)") > 0
    else { return }
    let changes = try db.changes
    for (table, order) in Self.seenTables {
      let names = try db.columns(of: table)
      let kept = KeptFigures.places(in: names, of: table)
      for alteration in changes[table].alterations {
        guard let after = alteration.after else { continue }
        let mine = names.indices.filter { !kept.contains($0) && alteration.before[$0] != after[$0] }
        let theirs = try db.all(
          """
          SELECT c.before, e.id, o.no FROM event_changes c JOIN events e ON e.id = c.event_id
          JOIN orders o ON o.id = (SELECT \(order) FROM \(name: table) t WHERE t.id = \(alteration.id))
          WHERE c.table_name = \(table) AND c.act = 'update' AND c.first_id = \(alteration.id)
            AND e.id > \(oldest) AND e.login <> \(actor.login) ORDER BY e.id
          """
        ) { (before: try RowImage.columns($0.text(0)), event: $0.integer(1), order: $0.text(2)) }
        .filter { change in seen[change.order].map { $0 < change.event } ?? false }
        for place in mine {
          func old(_ change: (before: [(name: String, value: SQLValue)], event: Int64, order: String))
            -> SQLValue?
          {
            change.before.first { $0.name == names[place] }?.value
          }
          let changes = theirs.filter { old($0) != nil }
          // What was changed and taken back stands as it was seen.
          guard let first = changes.first, let last = changes.last, old(first) != alteration.before[place]
          else { continue }
          throw ChangedMeanwhile(
            order: last.order, field: names[place], event: try Journal.event(last.event, in: self))
        }
      }
    }
    for promises in changes["promises"].insertions {
      for id in promises.first...promises.last { try verify(promise: id, seen, since: oldest) }
    }
  }

  /// The tables of what a person reads of an order, and how each names its order.
  private static let seenTables: [(table: String, order: SQL)] = [
    ("orders", "t.id"), ("order_lines", "t.order_id"), ("schedules", "t.order_id"),
  ]

  private func verify(promise id: Int64, _ seen: [String: Int64], since oldest: Int64) throws {
    let theirs = try db.all(
      """
      SELECT o.no, e.id, mine.promised_on, theirs.promised_on,
        (SELECT p.promised_on FROM promises p WHERE p.schedule_id = mine.schedule_id AND p.id < theirs.id
          ORDER BY p.id DESC LIMIT 1)
      FROM promises mine JOIN promises theirs ON theirs.schedule_id = mine.schedule_id AND theirs.id <> mine.id
      JOIN event_changes c ON c.table_name = 'promises' AND c.act = 'insert'
        AND c.first_id <= theirs.id AND c.last_id >= theirs.id
      JOIN events e ON e.id = c.event_id
      JOIN schedules s ON s.id = mine.schedule_id JOIN orders o ON o.id = s.order_id
      WHERE mine.id = \(id) AND e.id > \(oldest) AND e.login <> \(actor.login) ORDER BY e.id DESC
      """
    ) { row in
      (
        order: row.text(0), event: row.integer(1),
        days: ChangedMeanwhile.Days(seen: try row[4], now: try row[3], asked: try row[2])
      )
    }
    guard let change = theirs.first(where: { (seen[$0.order] ?? .max) < $0.event }) else { return }
    throw ChangedMeanwhile(
      order: change.order, field: "promised_on", event: try Journal.event(change.event, in: self),
      days: change.days)
  }
}
