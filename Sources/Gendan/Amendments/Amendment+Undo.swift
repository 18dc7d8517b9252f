extension Amendment {
  /// The later events that build on the version which an event made, though they changed none of its
  /// rows: who reviewed, signed or attached papers to it.
  static func builtUpon(_ event: Int64, in db: any Transaction) throws -> [Int64] {
    let versions: SQL =
      """
      SELECT a.order_id, a.version FROM event_changes mine
      JOIN amendments a ON a.id BETWEEN mine.first_id AND mine.last_id
      WHERE mine.event_id = \(event) AND mine.table_name = 'amendments' AND mine.act = 'insert'
      """
    guard try db.first(versions, { _ in true }) != nil else { return [] }
    func of(_ table: String, _ order: String, _ condition: SQL) -> (String, SQL) {
      (
        table,
        "SELECT x.id FROM \(name: table) x JOIN (\(versions)) v ON x.\(name: order) = v.order_id AND x.version = v.version WHERE \(condition)"
      )
    }
    let dependents =
      [
        of("approvals", "subject_id", "x.subject = 'order'"),
        of("documents", "subject_id", "x.subject = 'order'"), of("review_answers", "order_id", "1 = 1"),
      ]
    return try dependents.flatMap { table, rows in
      try db.all(
        """
        SELECT DISTINCT later.event_id FROM event_changes later JOIN (\(rows)) mine
          ON mine.id BETWEEN later.first_id AND later.last_id
        WHERE later.table_name = \(table) AND later.act = 'insert' AND later.event_id > \(event)
        """
      ) { $0.integer(0) }
    }
  }
}
