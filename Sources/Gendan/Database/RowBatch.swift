/// Rows of one table on their way in, many to a statement: for imports, where a statement a row costs
/// more than the row.
struct RowBatch {
  private let statement: String
  private let places: String
  private let givesKeys: Bool
  private let constants: [SQLValue]
  private var values: [SQLValue] = []
  private var count = 0
  /// The keys of the rows that are in, in the order in which they were added.
  private(set) var keys: [Int64] = []

  /// So many rows share a statement: engines take some 32,000 values at once.
  private static let rowsPerStatement = 100

  /// Rows of a table; `givesKeys` where their keys are asked for. `constants` are the last columns,
  /// which are the same in every row, such as when and by whom it was entered.
  init(
    _ table: String, _ columns: [String], constants: [(column: String, value: any SQLConvertible)] = [],
    givesKeys: Bool = false
  ) {
    let columns = columns + constants.map(\.column)
    statement = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    places = "(" + columns.map { _ in "?" }.joined(separator: ",") + ")"
    self.constants = constants.map(\.value.sqlValue)
    self.givesKeys = givesKeys
  }

  /// Adds a row, a value for each column that is not constant.
  mutating func add(_ row: [any SQLConvertible], to db: any Transaction) throws {
    for value in row { values.append(value.sqlValue) }
    values += constants
    count += 1
    if count == Self.rowsPerStatement { try flush(to: db) }
  }

  /// Brings in what was added since the last full statement.
  mutating func flush(to db: any Transaction) throws {
    guard count > 0 else { return }
    let rows = [String](repeating: places, count: count).joined(separator: ",")
    let sql = SQL(text: statement + rows + (givesKeys ? " RETURNING id" : ""), values: values)
    var made: [Int64] = []
    try db.each(sql) { made.append($0.integer(0)) }
    // Keys rise with the rows; in which order an engine returns them is its own affair.
    keys += made.sorted()
    values.removeAll(keepingCapacity: true)
    count = 0
  }
}
