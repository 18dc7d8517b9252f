/// What one event did to one row, column by column.
public struct RowHistory: Sendable {
  /// A column's value before and after; nil where there was none.
  public struct Change: Sendable, Equatable {
    /// The column.
    public let column: String
    /// What was overwritten.
    public let old: String?
    /// What was written.
    public let new: String?
  }

  /// The event.
  public let event: Event
  /// Whether the row was added, changed or taken away.
  public let act: EventChange.Act
  /// The columns that a change overwrote.
  public let changes: [Change]
}

extension Journal {
  /// What happened to a row that stands, newest first.
  ///
  /// The journal keeps only what was overwritten; what was written is what the next event overwrote,
  /// or what stands now.
  public static func history(
    of table: String, id: Int64, in reading: Reading
  ) throws -> [RowHistory] {
    let names = try reading.db.columns(of: table)
    let columns = SQL.join(names.map { "\(name: $0)" }, ", ")
    var state: [String: String] = [:]
    try reading.db.each("SELECT \(columns) FROM \(name: table) WHERE id = \(id)") { row in
      for (index, name) in names.enumerated() { state[name] = try row[index] as String? }
    }
    let found = try reading.db.all(
      """
      SELECT event_id, act, before FROM event_changes
      WHERE table_name = \(table) AND first_id <= \(id) AND last_id >= \(id) ORDER BY event_id DESC
      """
    ) { (event: try $0[0] as Int64, act: try $0[1] as EventChange.Act, before: try $0[2] as String?) }
    return try found.map { event, act, before in
      let changes = try RowImage.columns(before ?? "{}").map { column -> RowHistory.Change in
        defer { state[column.name] = column.value.text }
        return RowHistory.Change(column: column.name, old: column.value.text, new: state[column.name])
      }
      return RowHistory(event: try Journal.event(event, in: reading), act: act, changes: changes)
    }
  }
}

extension SQLValue {
  /// The value as text; nil for no value.
  fileprivate var text: String? {
    switch self {
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .null: nil
    }
  }
}
