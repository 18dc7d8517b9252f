/// The numbers people call things by: prefix, two-digit year and month, and four digits counted per
/// month, such as SO2603-0042. A number is never given twice, even where its document was undone.
public enum Numbering {
  /// The next number of a kind for a day, such as SO2603-0043.
  public static func next(_ prefix: String, on day: Day, in db: any Transaction) throws -> String {
    let month = prefix + padded(day.year % 100, 2) + padded(day.month, 2)
    return month + "-" + padded(try count(month, in: db), 4)
  }

  /// The next number of a kind that does not count by month, such as C-0001.
  public static func next(_ prefix: String, in db: any Transaction) throws -> String {
    prefix + "-" + padded(try count(prefix, in: db), 4)
  }

  private static func count(_ name: String, in db: any Transaction) throws -> Int {
    try db.count(
      """
      INSERT INTO counters (name, value) VALUES (\(name), 1)
      ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value
      """)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Writing {
  /// The next number of a kind for a day, behind the letters that the book has settled for it.
  func number(_ prefix: Setting, on day: Day) throws -> String {
    try Numbering.next(settings()[prefix], on: day, in: db)
  }
}
