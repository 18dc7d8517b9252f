/// What a command answers, before it is text, CSV, JSON or a page.
public struct Document: Sendable, Equatable {
  /// A part of a document, from the top.
  public enum Block: Sendable, Equatable {
    /// One line of prose; it is never cut.
    case line(String, Style? = nil)
    /// An empty line.
    case blank
    /// A line across the page, as long as the longest other line but no longer than the width.
    case rule
    /// A table.
    case table(Table)
    /// Bars over days.
    case chart(BarChart)
  }

  /// The parts, from the top.
  public var blocks: [Block]
  /// What JSON says instead of the rows of the tables, where that is more or other.
  public var json: JSON?
  /// The one table of a page for people, where a format has only records.
  public var records: Table?

  /// A document.
  public init(_ blocks: [Block] = [], json: JSON? = nil, records: Table? = nil) {
    self.blocks = blocks
    self.json = json
    self.records = records
  }

  /// The tables, from the top.
  public var tables: [Table] {
    blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table
    }
  }

  /// The tables without the columns that are for people only.
  var tablesForPrograms: [Table] {
    (records.map { [$0] } ?? tables).map { table in
      table.selecting(table.columns.filter { !$0.isForPeopleOnly }.map(\.id))
    }
  }

  /// The document with only the columns named, in that order, in each table that has them;
  /// throws `UnknownField` for a name that no table has.
  public func selecting(_ ids: [String]) throws(UnknownField) -> Document {
    try UnknownField.check(
      ids, known: ((records.map { [$0] } ?? []) + tables).flatMap { $0.columns.map(\.id) })
    var document = self
    document.records = records?.selecting(ids)
    document.blocks = blocks.map { block in
      guard case .table(let table) = block else { return block }
      return .table(table.selecting(ids))
    }
    return document
  }
}
