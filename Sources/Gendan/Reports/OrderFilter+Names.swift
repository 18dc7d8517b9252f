extension OrderFilter {
  /// Refuses a customer, clerk, department or step that the book does not know: nothing is late of a name that was
  /// mistyped, and a list of it would look as if all were well.
  ///
  /// Throws `.notFound` with all that there are, of which the CLI shows the nearest.
  public func verifyNames(in reading: Reading) throws {
    switch self {
    case .all(let terms), .any(let terms): for term in terms { try term.verifyNames(in: reading) }
    case .not(let term): try term.verifyNames(in: reading)
    case .text(let field, let matches):
      guard let register = field.register else { return }
      for match in matches { try register.verify(match, in: reading.db) }
    default: return
    }
  }
}

/// Where the names stand that a field's values are.
private struct NameRegister {
  let noun: Noun
  /// Reads what is typed first, and what else it is called.
  let names: SQL

  func verify(_ match: TextMatch, in db: any Transaction) throws {
    let pattern = match.pattern
    let isKnown = try db.count(
      """
      SELECT count(*) FROM (\(names)) n
      WHERE lower(typed) LIKE \(pattern) OR lower(called) LIKE \(pattern)
      """)
    guard isKnown == 0 else { return }
    let all = try db.all(names) { row in
      Candidate(name: try row[0], details: [try row[1] as String?].compactMap { $0 })
    }
    throw BookError.notFound(noun, match.text, near: all)
  }
}

extension OrderField {
  fileprivate var register: NameRegister? {
    switch self {
    case .customer:
      NameRegister(noun: .customer, names: "SELECT name AS typed, code AS called FROM customers")
    case .clerk: NameRegister(noun: .user, names: "SELECT login AS typed, name AS called FROM users")
    case .dept:
      NameRegister(noun: .department, names: "SELECT name AS typed, NULL AS called FROM departments")
    case .step:
      NameRegister(
        noun: .step,
        names: """
          SELECT name AS typed, NULL AS called FROM route_steps
          UNION SELECT x.name, NULL FROM production_orders w JOIN operations x ON x.production_order_id = w.id
            WHERE w.is_open = 1
          """)
    default: nil
    }
  }
}

extension TextMatch {
  /// What somebody typed.
  fileprivate var text: String {
    switch self {
    case .contains(let text), .begins(let text), .equals(let text): text
    }
  }
}
