extension Journal {
  /// One page of the journal, newest first.
  public static func events(
    subject: String? = nil, login: String? = nil, from: Instant? = nil, to: Instant? = nil,
    limit: Int? = nil, in reading: Reading
  ) throws -> [Event] {
    var conditions: [SQL] = ["1 = 1"]
    if let subject { conditions.append(isAbout(subject)) }
    if let login { conditions.append("login = \(login)") }
    if let from { conditions.append("at >= \(from)") }
    if let to { conditions.append("at <= \(to)") }
    let tail: SQL = limit.map { "LIMIT \($0)" } ?? ""
    return try reading.db.all(
      "SELECT \(Event.columns) FROM events WHERE \(SQL.join(conditions, " AND ")) ORDER BY id DESC \(tail)",
      Event.init)
  }

  /// The condition on events that were about an order or other thing, alone or among others.
  ///
  /// What brought an order into the book is about it too, though an import names its file alone.
  static func isAbout(_ subject: String) -> SQL {
    """
    (id IN (SELECT event_id FROM event_subjects WHERE subject = \(subject))
      OR id = (SELECT c.event_id FROM event_changes c JOIN orders o ON o.id <= c.last_id
        WHERE o.no = \(subject) AND c.table_name = 'orders' AND c.act = 'insert' AND c.first_id <= o.id
        ORDER BY c.first_id DESC, c.event_id DESC LIMIT 1))
    """
  }

  /// The newest event's number, 0 in an empty book; every answer can be dated by it.
  public static func newest(in reading: Reading) throws -> Int64 {
    try reading.db.value("SELECT max(id) FROM events", as: Int64?.self).flatMap { $0 } ?? 0
  }

  /// The event with this number; throws `.noSuchEvent`.
  public static func event(_ id: Int64, in reading: Reading) throws -> Event {
    let found = try reading.db.first("SELECT \(Event.columns) FROM events WHERE id = \(id)", Event.init)
    guard let found else { throw JournalError.noSuchEvent(id) }
    return found
  }

  /// The newest `count` events of this person that still stand and undo nothing, newest first.
  public static func undoable(_ count: Int, by login: String, in reading: Reading) throws -> [Event] {
    var found: [Event] = []
    let all = try reading.db.all(
      """
      SELECT \(Event.columns) FROM events
      WHERE login = \(login) AND undoes IS NULL ORDER BY id DESC LIMIT 1000
      """, Event.init)
    for event in all where found.count < count {
      if try undoing(event.id, in: reading) == nil { found.append(event) }
    }
    return found
  }

  /// The newest undoing of this person that still stands and whose event could be done again; none where the person
  /// has changed something else since, for then it is not what they have just taken back.
  public static func redoable(by login: String, in reading: Reading) throws -> Event? {
    try reading.db.all(
      """
      SELECT \(Event.columns) FROM events u
      WHERE login = \(login) AND undoes IS NOT NULL
        AND (SELECT undoes FROM events e WHERE e.id = u.undoes) IS NULL
        AND NOT EXISTS (SELECT 1 FROM events n WHERE n.id > u.id AND n.login = \(login) AND n.undoes IS NULL)
      ORDER BY id DESC LIMIT 1000
      """, Event.init
    ).first { try undoing($0.id, in: reading) == nil }
  }

  /// The event that undid this one and still stands.
  static func undoing(_ id: Int64, in reading: Reading) throws -> Int64? {
    let undoings = try reading.db.all("SELECT id FROM events WHERE undoes = \(id) ORDER BY id DESC") {
      try $0[0] as Int64
    }
    return try undoings.first { try undoing($0, in: reading) == nil }
  }

  /// The later events that still stand and build on this one, themselves or through others, newest first.
  public static func later(than event: Int64, in reading: Reading) throws -> [Int64] {
    var found: Set<Int64> = []
    var next = [event]
    while let last = next.popLast() {
      for later in try building(on: last, in: reading) where found.insert(later).inserted {
        next.append(later)
      }
    }
    return found.sorted(by: >)
  }

  /// The later events that still stand and changed a row that this one changed, added rows that name those
  /// that it added, acted further on a document on its way to approval, or worked on the version of an order
  /// that it made.
  private static func building(on event: Int64, in reading: Reading) throws -> [Int64] {
    let touched = Set(
      try reading.db.all("SELECT DISTINCT table_name FROM event_changes WHERE event_id > \(event)") {
        try $0[0] as String
      })
    // Most often the last thing done is undone, and nothing can build on it.
    guard !touched.isEmpty else { return [] }
    var candidates = Set(
      try reading.db.all(
        """
        SELECT DISTINCT later.event_id FROM event_changes mine
        JOIN event_changes later ON later.table_name = mine.table_name
          AND later.event_id > mine.event_id
          AND later.first_id <= mine.last_id AND later.last_id >= mine.first_id
        WHERE mine.event_id = \(event)
        UNION
        SELECT DISTINCT later.event_id FROM event_changes mine
        JOIN approvals m ON m.id BETWEEN mine.first_id AND mine.last_id
        JOIN approvals x ON x.subject = m.subject AND x.subject_id = m.subject_id
        JOIN event_changes later ON later.table_name = 'approvals' AND later.event_id > mine.event_id
          AND x.id BETWEEN later.first_id AND later.last_id
        WHERE mine.event_id = \(event) AND mine.table_name = 'approvals'
        """
      ) { try $0[0] as Int64 })
    for change in try changes(of: event, in: reading) where change.act == .insert {
      for reference in RowReference.all
      where reference.parent == change.table && touched.contains(reference.table) {
        candidates.formUnion(try reference.events(after: event, naming: change, in: reading.db))
      }
    }
    candidates.formUnion(try Amendment.builtUpon(event, in: reading.db))
    return try candidates.filter { id in
      try Self.event(id, in: reading).undoes == nil && undoing(id, in: reading) == nil
    }
  }

  /// Puts back what the event overwrote, inside a write whose entry names it (R-419).
  ///
  /// Throws `.alreadyUndone`, or `.builtUpon` where later events changed the same rows.
  public static func undo(_ event: Event, in writing: Writing) throws {
    if let by = try undoing(event.id, in: writing) {
      throw JournalError.alreadyUndone(event.id, by: by)
    }
    let later = try later(than: event.id, in: writing)
    if event.undoes == nil, !later.isEmpty { throw JournalError.builtUpon(event.id, by: later) }
    writing.entry.undoes = event.id
    writing.entry.subjects = try subjects(of: event.id, in: writing)
    let changes = Array(try changes(of: event.id, in: writing).reversed())
    // What was added leaves before what was taken away comes back: a unique key has room for one.
    for act in [EventChange.Act.insert, .update, .delete] {
      for change in changes where change.act == act { try change.revert(in: writing.db) }
    }
    try refigure(changes, in: writing.db)
  }

  /// Computes the kept figures anew of the rows that an undo put back or whose facts it took away.
  private static func refigure(_ changes: [EventChange], in db: any Transaction) throws {
    for table in KeptFigures.columns.keys.sorted() {
      let ids = changes.filter { $0.table == table && $0.act != .insert }.flatMap { $0.first...$0.last }
      try KeptFigures.refresh(table, Set(ids).sorted(), in: db)
    }
  }

  /// The orders or other things an event was about.
  public static func subjects(of event: Int64, in reading: Reading) throws -> [String] {
    try reading.db.all("SELECT subject FROM event_subjects WHERE event_id = \(event) ORDER BY subject") {
      try $0[0]
    }
  }

  /// What an event did to rows, in the order in which it was recorded.
  public static func changes(of event: Int64, in reading: Reading) throws -> [EventChange] {
    try reading.db.all(
      """
      SELECT table_name, act, first_id, last_id, before FROM event_changes
      WHERE event_id = \(event) ORDER BY id
      """, EventChange.init)
  }
}

/// What an event did to one row, or to rows inserted one after the other.
public struct EventChange: Sendable {
  /// What was done.
  public enum Act: String, SQLConvertible, Sendable {
    /// Rows `first` to `last` were added.
    case insert
    /// Some columns were overwritten.
    case update
    /// The row was taken away.
    case delete
    /// The kept figures of rows `first` to `last` were computed anew; undone by computing them again.
    case refigure
  }
  /// The table.
  public let table: String
  /// What was done.
  public let act: Act
  /// The first row's id.
  public let first: Int64
  /// The last row's id.
  public let last: Int64
  /// The values that were overwritten.
  public let before: [(name: String, value: SQLValue)]

  init(_ row: any Row) throws {
    table = try row[0]
    act = try row[1]
    first = try row[2]
    last = try row[3]
    let text: String? = try row[4]
    before = try text.map(RowImage.columns) ?? []
  }

  func revert(in db: any Transaction) throws {
    switch act {
    case .refigure: break
    case .insert:
      try db.run("DELETE FROM \(name: table) WHERE id BETWEEN \(first) AND \(last)")
    case .update:
      let settings = before.map { column -> SQL in "\(name: column.name) = \(Self.sql(column.value))" }
      try db.run("UPDATE \(name: table) SET \(SQL.join(settings, ", ")) WHERE id = \(first)")
    case .delete:
      let names = before.map { column -> SQL in "\(name: column.name)" }
      let values = before.map { column -> SQL in Self.sql(column.value) }
      try db.run(
        """
        INSERT INTO \(name: table) (\(SQL.join(names, ", "))) VALUES (\(SQL.join(values, ", ")))
        """)
    }
  }

  /// The journal does not tell the type of a NULL, which PostgreSQL asks of a bound one.
  private static func sql(_ value: SQLValue) -> SQL { value.isNull ? "NULL" : "\(value: value)" }
}
