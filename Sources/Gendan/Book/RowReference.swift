/// How rows of one table name rows of another: what a later command adds to builds on what it names.
struct RowReference: Equatable {
  /// The table whose rows name others.
  let table: String
  /// The column that holds the other's key.
  let column: String
  /// The table that is named.
  let parent: String
  /// What the row's `subject` says where one column names several tables; nil where it names one.
  var subject: String?

  /// Every reference between journaled tables, as schema.sql declares them, and those of the papers and
  /// acts, which belong to documents of several kinds.
  static let all: [RowReference] = {
    var references: [RowReference] = []
    var table = ""
    var column = ""
    for line in Schema.text.split(separator: "\n") {
      if line.hasPrefix("CREATE TABLE ") {
        table = String(line.dropFirst(13).prefix { $0 != " " })
      } else if line.hasPrefix("  "), !line.hasPrefix("   ") {
        column = String(line.dropFirst(2).prefix { $0 != " " })
        if column == "subject_id" {
          references += subjects.map {
            RowReference(table: table, column: column, parent: $0.table, subject: $0.subject)
          }
        }
      }
      guard !ChangeSet.unjournaled.contains(table), let word = line.firstRange(of: "REFERENCES ") else {
        continue
      }
      references.append(
        RowReference(
          table: table, column: column, parent: String(line[word.upperBound...].prefix { $0 != " " })))
    }
    return references
  }()

  /// What `subject` calls the tables that it names.
  private static let subjects: [(subject: String, table: String)] = [
    ("order", "orders"), ("quote", "quotes"), ("sample", "samples"),
    ("customer", "customers"), ("production", "production_orders"),
  ]

  /// The events after this one in which rows that still stand came to name the rows that it added.
  func events(after event: Int64, naming change: EventChange, in db: any Transaction) throws -> [Int64] {
    let ofSubject: SQL = subject.map { "AND x.subject = \($0)" } ?? ""
    return try db.all(
      """
      SELECT DISTINCT c.event_id FROM event_changes c
      WHERE c.table_name = \(table) AND c.event_id > \(event) AND c.act <> 'delete'
        AND EXISTS (SELECT 1 FROM \(name: table) x WHERE x.id BETWEEN c.first_id AND c.last_id
          AND x.\(name: column) BETWEEN \(change.first) AND \(change.last) \(ofSubject))
      """
    ) { try $0[0] }
  }
}
