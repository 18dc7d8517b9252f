/// Writes the records of a document as JSON: names are the columns' ids, values the cells' values.
public struct JSONRenderer: Sendable {
  /// The fields to keep, in that order; nil for all.
  public var fields: [String]?

  /// A renderer of all fields or of those named.
  public init(fields: [String]? = nil) {
    self.fields = fields
  }

  /// One object on one line: what it is and of when, then `extra`, then the rows or sections.
  ///
  /// One table gives `count` and `rows`, several give `sections`. A document with its own `json` gives
  /// the members of that object, or that array as rows. Throws `UnknownField` for a field not there.
  public func jsonText(
    _ document: Document, schema: String, asOf: String, database: String, extra: [JSON.Member] = []
  ) throws(UnknownField) -> String {
    let head = [
      JSON.Member("schema", .string(schema)), JSON.Member("as_of", .string(asOf)),
      JSON.Member("db", .string(database)),
    ]
    return JSON.object(head + extra + (try body(of: document))).text + "\n"
  }

  /// One object a line for each record; with several tables the first member is `section`, the table's id.
  /// Throws `UnknownField` for a field not there.
  public func ndjsonText(_ document: Document) throws(UnknownField) -> String {
    let tables = try selected(document)
    var text = ""
    for table in tables {
      let section = tables.count > 1 ? [JSON.Member("section", .string(table.id))] : []
      for members in Self.objects(of: table) {
        JSON.object(section + members).write(into: &text)
        text += "\n"
      }
    }
    return text
  }

  private func body(of document: Document) throws(UnknownField) -> [JSON.Member] {
    switch document.json {
    case .object(let members): return try select(from: members)
    case .array(let values): return Self.counted(try values.map(select))
    case .some(let value): return [JSON.Member("value", value)]
    case nil: break
    }
    let tables = try selected(document)
    let rows = tables.map { Self.objects(of: $0).map(JSON.object) }
    if rows.count == 1 { return Self.counted(rows[0]) }
    let sections = zip(tables, rows).map { table, rows -> JSON in
      ["id": .string(table.id), "rows": .array(rows)]
    }
    return [JSON.Member("sections", .array(sections))]
  }

  private static func counted(_ rows: [JSON]) -> [JSON.Member] {
    [JSON.Member("count", .integer(Int64(rows.count))), JSON.Member("rows", .array(rows))]
  }

  private static func objects(of table: Table) -> [[JSON.Member]] {
    table.records.map { cells in
      zip(table.columns, cells).map { JSON.Member($0.id, $1.value) }
    }
  }

  private func selected(_ document: Document) throws(UnknownField) -> [Table] {
    let tables = document.tablesForPrograms
    guard let fields else { return tables }
    return try Document(tables.map(Document.Block.table)).selecting(fields).tables
  }

  private func select(_ value: JSON) throws(UnknownField) -> JSON {
    guard case .object(let members) = value else { return value }
    return .object(try select(from: members))
  }

  private func select(from members: [JSON.Member]) throws(UnknownField) -> [JSON.Member] {
    guard let fields else { return members }
    try UnknownField.check(fields, known: members.map(\.name))
    return fields.compactMap { name in members.first { $0.name == name } }
  }
}
