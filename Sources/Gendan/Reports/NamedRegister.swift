/// A register whose rows have a code each, and a name that two of them may share: figures are put together by names,
/// and two products called 法兰 are not one.
public enum NamedRegister: Sendable {
  /// The customers.
  case customers
  /// The products.
  case products
  /// The users, whose codes are their logins.
  case users

  private var table: SQL {
    switch self {
    case .customers: "customers"
    case .products: "products"
    case .users: "users"
    }
  }

  private var code: SQL { self == .users ? "login" : "code" }

  private var shared: SQL { "SELECT name FROM \(table) GROUP BY name HAVING count(*) > 1" }

  /// The names that two or more rows share.
  public func sharedNames(in reading: Reading) throws -> SharedNames {
    SharedNames(names: Set(try reading.db.all(shared) { try $0[0] as String }))
  }

  /// The name of the row that an alias stands for, told apart as `SharedNames` does.
  func name(_ row: SQL) -> SQL {
    """
    CASE WHEN \(row).name IN (\(shared)) THEN \(row).name || ' (' || \(row).\(code) || ')' ELSE \(row).name END
    """
  }
}

/// Names that stand for two or more rows of a register.
public struct SharedNames: Sendable {
  /// The names.
  let names: Set<String>

  /// A register without any.
  public static let none = SharedNames(names: [])

  /// The name of a row, with its code behind it where others have the same: `法兰 (FL-80)`.
  public func apart(_ name: String, _ code: String) -> String {
    names.contains(name) ? "\(name) (\(code))" : name
  }
}
