/// A filter under a name, which the whole firm may use: `view:急`.
public struct SavedView: Sendable, Equatable {
  /// The name.
  public let name: String
  /// The terms of the filter as they were typed, with a line end between.
  public let terms: [String]
  /// The name of who saved it last.
  public let by: String

  /// Every view, by name.
  public static func all(in db: any Transaction) throws -> [SavedView] {
    try db.all(
      "SELECT v.name, v.terms, u.name FROM views v JOIN users u ON u.id = v.entered_by ORDER BY v.name"
    ) { row in
      SavedView(name: try row[0], terms: row.text(1).split(separator: "\n").map(String.init), by: try row[2])
    }
  }

  /// The view with this name; throws `.notFound` with those there are.
  public static func named(_ name: String, in db: any Transaction) throws -> SavedView {
    let all = try all(in: db)
    if let view = all.first(where: { $0.name == name }) { return view }
    throw BookError.notFound(
      .view, name, near: all.map { Candidate(name: $0.name, details: [$0.terms.joined(separator: " ")]) })
  }
}

extension Writing {
  /// Saves a filter under a name, over one of the same name.
  public func save(view name: String, terms: [String]) throws {
    entry.subject = name
    try db.run(
      """
      INSERT INTO views (name, terms, entered_by) VALUES (\(name), \(terms.joined(separator: "\n")), \(user.id))
      ON CONFLICT (name) DO UPDATE SET terms = excluded.terms, entered_by = excluded.entered_by
      """)
  }

  /// Forgets a view; throws `.notFound`.
  public func remove(view name: String) throws {
    let view = try SavedView.named(name, in: db)
    entry.subject = view.name
    try db.run("DELETE FROM views WHERE name = \(view.name)")
  }
}
