/// Where a book is kept. Two drivers stand behind it: SQLite and PostgreSQL.
public protocol Database: AnyObject {
  /// Which engine answers.
  var engine: Engine { get }
  /// Runs `body` on one unchanging state; nothing can be written.
  func read<T>(_ body: (any Transaction) throws -> T) throws -> T
  /// Runs `body` as the only writer: whole, or not at all when it throws.
  func write<T>(_ body: (any Transaction) throws -> T) throws -> T
  /// Makes the reads and writes of `body` one: it is the only writer from its begin to its end, and all of them are
  /// kept or, when it throws, none. A write that throws within it takes back itself alone.
  func whole<T>(_ body: () throws -> T) throws -> T
  /// Writes a consistent copy of the whole book to a new file; throws `.unsupported` where the
  /// server has tools of its own for it.
  func copy(to path: String) throws
  /// What the engine's own check finds wrong with the stored bytes; empty when sound.
  func integrityFindings() throws -> [String]
}

/// The engines a book can be kept on.
public enum Engine: String, Sendable {
  /// One file on one machine.
  case sqlite
  /// A server for many machines.
  case postgresql
}

/// One row of an answer; columns count from 0. A row is only valid while it is being read.
public protocol Row {
  /// Whether the column holds no value.
  func isNull(_ column: Int) -> Bool
  /// The column as a whole number; 0 where it is none.
  func integer(_ column: Int) -> Int64
  /// The column as a floating-point number; 0 where it is none.
  func real(_ column: Int) -> Double
  /// The column as text; empty where there is none.
  func text(_ column: Int) -> String
}

extension Row {
  /// One column in the type that is asked for.
  public subscript<T: SQLConvertible>(_ column: Int) -> T {
    get throws { try T(column: column, of: self) }
  }
}

/// What statements run in; it ends with the body it was handed to.
public protocol Transaction: AnyObject {
  /// Hands each row of the answer to `body`.
  func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws
  /// Runs a statement that changes rows; returns how many.
  @discardableResult
  func run(_ sql: SQL) throws -> Int
  /// What this transaction has changed so far, captured below the statements.
  var changes: ChangeSet { get throws }
  /// The columns of a table, in their order.
  func columns(of table: String) throws -> [String]
}

extension Transaction {
  /// All rows of the answer.
  public func all<T>(_ sql: SQL, _ make: (any Row) throws -> T) throws -> [T] {
    var result: [T] = []
    try each(sql) { result.append(try make($0)) }
    return result
  }

  /// The first row of the answer, if there is one.
  public func first<T>(_ sql: SQL, _ make: (any Row) throws -> T) throws -> T? {
    var result: T?
    try each(sql) { row in
      if result == nil { result = try make(row) }
    }
    return result
  }

  /// The first column of the first row.
  public func value<T: SQLConvertible>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
    try first(sql) { try $0[0] }
  }

  /// The number in the first column of the first row, 0 without a row.
  public func count(_ sql: SQL) throws -> Int { try value(sql) ?? 0 }

  /// Runs an `INSERT … RETURNING id` and gives the new row's id.
  public func insert(_ sql: SQL) throws -> Int64 {
    guard let id = try value(sql, as: Int64.self) else { throw DatabaseError.unexpectedValue(sql.text) }
    return id
  }
}
