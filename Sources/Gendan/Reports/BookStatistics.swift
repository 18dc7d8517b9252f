/// What a period holds of customers, orders and papers, in counts (R-404).
public struct BookStatistics: Sendable {
  /// Something that is counted.
  public struct Count: Sendable, Equatable {
    /// What, such as a grade, a kind or a department; empty where none is given.
    public let name: String
    /// How many.
    public let count: Int
  }

  /// Customers by the grade of their credit.
  public let grades: [Count]
  /// Customers that ordered in the period.
  public let customers: Int
  /// Orders, shipments and money by currency.
  public let turnover: [Turnover.Line]
  /// Papers that were filed, by kind.
  public let papers: [Count]
  /// Notices that were given out, by department.
  public let notices: [Count]

  /// Reads the statistics of a period.
  public static func read(_ period: Period, in reading: Reading) throws -> BookStatistics {
    func counts(_ query: SQL) throws -> [Count] {
      try reading.db.all(query) { Count(name: try $0[0], count: try $0[1]) }
    }
    let zone = reading.utcOffset
    return BookStatistics(
      grades: try counts(
        "SELECT coalesce(grade, ''), count(*) FROM customers WHERE class <> 'prospect' GROUP BY 1 ORDER BY 1"),
      customers: try reading.db.count(
        """
        SELECT count(DISTINCT customer_id) FROM orders WHERE \(period.condition(on: "ordered_on")) AND cancelled = 0
        """),
      turnover: try Turnover(period).lines(in: reading),
      papers: try counts(
        """
        SELECT kind, count(*) FROM documents WHERE \(period.condition(at: "entered_at", utcOffset: zone))
        GROUP BY kind ORDER BY kind
        """),
      notices: try counts(
        """
        SELECT d.name, count(*) FROM notices n JOIN departments d ON d.id = n.department_id
        WHERE \(period.condition(at: "n.sent_at", utcOffset: zone)) GROUP BY d.name ORDER BY d.name
        """))
  }
}
