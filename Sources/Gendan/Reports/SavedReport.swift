/// A report that somebody saved: another one with its filter, columns, order and title.
public struct SavedReport: Sendable, Equatable {
  /// The name by which it is called.
  public let name: String
  /// The command that it is made with.
  public let base: String
  /// What follows that command: filter, columns, order and other options.
  public let words: [String]
  /// What stands above it; nil for the command's own.
  public let title: String?
  /// Who saved it; nil where that person is not known any more.
  public let by: String?

  /// A report to save.
  public init(name: String, base: String, words: [String], title: String? = nil) {
    self.name = name
    self.base = base
    self.words = words
    self.title = title
    by = nil
  }

  fileprivate init(_ row: any Row) throws {
    name = try row[0]
    base = try row[1]
    let lines: String = try row[2]
    words =
      lines.isEmpty ? [] : lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    title = try row[3]
    by = try row[4]
  }

  /// Every saved report, by name.
  public static func all(in db: any Transaction) throws -> [SavedReport] {
    try db.all(
      """
      SELECT r.name, r.base, r.words, r.title, u.name FROM saved_reports r LEFT JOIN users u ON u.id = r.entered_by
      ORDER BY r.name
      """, SavedReport.init)
  }

  /// The saved report with this name; throws `.notFound` with all there are.
  public static func named(_ name: String, in db: any Transaction) throws -> SavedReport {
    let all = try all(in: db)
    if let match = all.first(where: { $0.name == name }) { return match }
    throw BookError.notFound(.report, name, near: all.map { Candidate(name: $0.name, details: [$0.base]) })
  }
}

extension Writing {
  /// Saves a report under a name that nobody has taken; throws `.taken`.
  public func save(_ report: SavedReport) throws {
    entry.subject = report.name
    guard try !SavedReport.all(in: db).contains(where: { $0.name == report.name }) else {
      throw BookError.taken(.report, report.name)
    }
    try db.run(
      """
      INSERT INTO saved_reports (name, base, words, title, entered_at, entered_by) VALUES (\(report.name),
        \(report.base), \(report.words.joined(separator: "\n")), \(report.title), \(now), \(user.id))
      """)
  }

  /// Forgets a saved report; throws `.notFound`.
  public func removeReport(_ name: String) throws {
    let report = try SavedReport.named(name, in: db)
    entry.subject = report.name
    try db.run("DELETE FROM saved_reports WHERE name = \(report.name)")
  }
}
