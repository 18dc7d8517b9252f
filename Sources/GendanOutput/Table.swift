/// Rows under common columns.
public struct Table: Sendable, Equatable {
  /// One line of a table; cells that are missing at its end are empty.
  public enum Row: Sendable, Equatable {
    /// A record; `marked` is the row acted on.
    case cells([Cell], marked: Bool = false)
    /// The name of the group of rows below.
    case heading(String)
    /// Sums of the rows above; a label runs on over the empty cells after it.
    case subtotal([Cell])
    /// A line across the table.
    case rule
  }

  /// The name for programs, the same in every language: `overdue`.
  public var id: String
  /// The columns, from the left.
  public var columns: [Column]
  /// The rows, from the top.
  public var rows: [Row]
  /// The sums of the whole table, below its last rule.
  public var total: [Cell]?
  /// Whether the titles of the columns stand above the rows.
  public var showsHeader: Bool
  /// Whether a line stands below the header and after the last row.
  public var ruled: Bool
  /// The cells left free at the left; a marked row has its `>` there if they are two or more.
  public var indent: Int
  /// Tables of one document with the same group give columns of the same id the same width.
  public var group: String?

  /// A table with a header, no rules and no indent, unless it is said.
  public init(
    _ id: String, columns: [Column], rows: [Row] = [], total: [Cell]? = nil,
    showsHeader: Bool = true, ruled: Bool = false, indent: Int = 0, group: String? = nil
  ) {
    self.id = id
    self.columns = columns
    self.rows = rows
    self.total = total
    self.showsHeader = showsHeader
    self.ruled = ruled
    self.indent = indent
    self.group = group
  }

  /// The records alone, a cell for every column: no headings, sums or rules.
  public var records: [[Cell]] {
    rows.compactMap { row in
      guard case .cells(let cells, _) = row else { return nil }
      return complete(cells)
    }
  }

  /// The sums alone, a cell for every column; the total is the last.
  var sums: [[Cell]] {
    let subtotals = rows.compactMap { row -> [Cell]? in
      guard case .subtotal(let cells) = row else { return nil }
      return cells
    }
    return (subtotals + (total.map { [$0] } ?? [])).map(complete)
  }

  /// The columns named, each once, in that order; a name that the table does not have is left out.
  public func selecting(_ ids: [String]) -> Table {
    var seen: Set<String> = []
    let places = ids.filter { seen.insert($0).inserted }
      .compactMap { id in columns.firstIndex { $0.id == id } }
    func pick(_ cells: [Cell]) -> [Cell] {
      let cells = complete(cells)
      return places.map { cells[$0] }
    }
    var table = self
    table.columns = places.map { columns[$0] }
    table.rows = rows.map { row in
      switch row {
      case .cells(let cells, let marked): .cells(pick(cells), marked: marked)
      case .subtotal(let cells): .subtotal(pick(cells))
      case .heading, .rule: row
      }
    }
    table.total = total.map(pick)
    return table
  }

  /// Exactly one cell for each column.
  func complete(_ cells: [Cell]) -> [Cell] {
    columns.indices.map { cells.indices.contains($0) ? cells[$0] : .none }
  }
}
