/// The cells of a sheet that hold something, row by row.
public struct SheetContents: Sendable {
  /// What a cell's text is.
  public enum Form: Sendable {
    /// Its value.
    case value
    /// The name of an error, such as `#N/A`.
    case error
    /// A formula whose value the file does not hold, beginning with `=`.
    case formula
  }

  /// A cell.
  public struct Cell: Sendable {
    /// Its column, from 0.
    public let column: Int32
    /// What its text is.
    public let form: Form
    /// Where its text begins in `bytes`.
    public let start: UInt32
    /// Where its text ends in `bytes`.
    public let end: UInt32
  }

  /// A row with at least one cell.
  public struct Row: Sendable {
    /// Its number, from 1, as the spreadsheet shows it.
    public let number: Int
    /// Its cells, from left to right, in `cells`.
    public let cells: Range<Int>
  }

  /// An area of cells that were merged into one; the first holds the value.
  public struct Area: Equatable, Sendable {
    /// The columns, from 0.
    public let columns: ClosedRange<Int>
    /// The rows, from 1.
    public let rows: ClosedRange<Int>
  }

  /// The texts in UTF-8; cells may share one.
  public internal(set) var bytes: [UInt8] = []
  /// The rows from top to bottom.
  public internal(set) var rows: [Row] = []
  /// The cells of all rows.
  public internal(set) var cells: [Cell] = []
  /// The merged areas of more than one cell.
  public internal(set) var merges: [Area] = []

  /// The text of a cell.
  public func text(_ cell: Cell) -> String {
    String(decoding: bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self)
  }
}
