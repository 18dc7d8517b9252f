/// Which events a log shows.
public struct LogFilter: Sendable {
  /// The number of one event.
  public var event: Int64?
  /// Only what was entered after this event.
  public var after: Int64?
  /// An order's number: what was about it, alone or among others.
  public var order: String?
  /// A word of the subject or of the line that was typed.
  public var word: String?
  /// Who entered them: a login.
  public var login: String?
  /// The first instant.
  public var from: Instant?
  /// The last instant.
  public var to: Instant?
  /// How many, the newest.
  public var limit = 50

  /// Everything.
  public init() {}

  fileprivate var condition: SQL {
    var conditions: [SQL] = ["1 = 1"]
    if let event { conditions.append("id = \(event)") }
    if let after { conditions.append("id > \(after)") }
    if let order { conditions.append(Journal.isAbout(order)) }
    if let word {
      let pattern = "%" + word + "%"
      conditions.append(
        "(lower(subject) LIKE lower(\(pattern)) OR lower(line) LIKE lower(\(pattern)))")
    }
    if let login { conditions.append("login = \(login)") }
    if let from { conditions.append("at >= \(from)") }
    if let to { conditions.append("at <= \(to)") }
    return SQL.join(conditions, " AND ")
  }
}

/// An event as the log shows it.
public struct LogEntry: Sendable {
  /// What was done.
  public let event: Event
  /// The event that undid it and still stands.
  public let undoneBy: Int64?
}

/// What an event did to one field, or to a row as a whole.
public struct ColumnChange: Sendable, Equatable {
  /// The table.
  public let table: String
  /// The row; the first of several inserted one after the other.
  public let id: Int64
  /// What was done.
  public let act: EventChange.Act
  /// How many rows: more than one only where they were inserted.
  public let rows: Int64
  /// The column; nil for an insertion.
  public let field: String?
  /// What stood before.
  public let old: String?
  /// What stood after it: what a later event overwrote, or what stands.
  public let new: String?

  fileprivate func isAbout(_ table: String, _ row: Int64) -> Bool {
    self.table == table && id..<id + rows ~= row
  }
}

extension Journal {
  /// The newest events that a filter lets through, newest first.
  public static func log(_ filter: LogFilter, in reading: Reading) throws -> [LogEntry] {
    let events = try reading.db.all(
      "SELECT \(Event.columns) FROM events WHERE \(filter.condition) ORDER BY id DESC LIMIT \(filter.limit)",
      Event.init)
    return try events.map { LogEntry(event: $0, undoneBy: try undoing($0.id, in: reading)) }
  }

  /// The login of whoever a text names, people included who have left; nil for nobody.
  public static func login(_ text: String, in reading: Reading) throws -> String? {
    try reading.db.value(
      """
      SELECT login FROM users WHERE login = \(text) OR name = \(text)
      UNION SELECT login FROM events WHERE login = \(text) LIMIT 1
      """)
  }

  /// What an event did, field by field.
  public static func fields(of event: Int64, in reading: Reading) throws -> [ColumnChange] {
    try changes(of: event, in: reading).flatMap { change -> [ColumnChange] in
      if change.act == .insert { return try inserted(by: event, change, in: reading) }
      var later: [String: SQLValue]?
      return try change.before.map { column in
        var new: String?
        if change.act == .update {
          let images = try later ?? overwritten(after: event, change, in: reading)
          later = images
          new =
            if let image = images[column.name] { image.plain } else {
              try current(column.name, change, in: reading)
            }
        }
        return ColumnChange(
          table: change.table, id: change.first, act: change.act, rows: 1, field: column.name,
          old: column.value.plain, new: new)
      }
    }
  }

  /// What happened to a row that stands, newest event first, field by field.
  public static func history(
    of table: String, id: Int64, in reading: Reading
  ) throws -> [(event: Event, change: ColumnChange)] {
    let events = try reading.db.all(
      """
      SELECT DISTINCT event_id FROM event_changes
      WHERE table_name = \(table) AND first_id <= \(id) AND last_id >= \(id) ORDER BY event_id DESC
      """
    ) { try event($0[0], in: reading) }
    return try events.flatMap { event in
      try fields(of: event.id, in: reading).filter { $0.isAbout(table, id) }.map { (event, $0) }
    }
  }

  /// What an insertion brought: a row alone value by value, rows together by their number.
  private static func inserted(
    by event: Int64, _ change: EventChange, in reading: Reading
  ) throws -> [ColumnChange] {
    func told(_ field: String?, _ new: String?) -> ColumnChange {
      ColumnChange(
        table: change.table, id: change.first, act: .insert, rows: change.last - change.first + 1,
        field: field, old: nil, new: new)
    }
    guard change.first == change.last else { return [told(nil, nil)] }
    let later = try overwritten(after: event, change, in: reading)
    let columns = try reading.db.columns(of: change.table)
    let kept = KeptFigures.places(in: columns, of: change.table)
    let row = try reading.db.first("SELECT * FROM \(name: change.table) WHERE id = \(change.first)") { row in
      columns.indices.map { row.isNull($0) ? nil : row.text($0) }
    }
    let values = columns.indices.compactMap { place -> ColumnChange? in
      guard columns[place] != "id", !kept.contains(place) else { return nil }
      let value = if let image = later[columns[place]] { image.plain } else { row?[place] ?? nil }
      return value.map { told(columns[place], $0) }
    }
    return values.isEmpty ? [told(nil, nil)] : values
  }

  /// What later events overwrote of a row, for each column the first.
  private static func overwritten(
    after event: Int64, _ change: EventChange, in reading: Reading
  ) throws -> [String: SQLValue] {
    var values: [String: SQLValue] = [:]
    try reading.db.each(
      """
      SELECT before FROM event_changes WHERE table_name = \(change.table) AND first_id = \(change.first)
        AND event_id > \(event) AND before IS NOT NULL ORDER BY id
      """
    ) { row in
      for column in try RowImage.columns(row.text(0)) where values[column.name] == nil {
        values[column.name] = column.value
      }
    }
    return values
  }

  private static func current(
    _ column: String, _ change: EventChange, in reading: Reading
  ) throws -> String? {
    try reading.db.first("SELECT \(name: column) FROM \(name: change.table) WHERE id = \(change.first)") {
      $0.isNull(0) ? nil : $0.text(0)
    }.flatMap { $0 }
  }
}

extension SQLValue {
  /// The value as a person reads it; nil for none.
  public var plain: String? {
    switch self {
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .null: nil
    }
  }
}
