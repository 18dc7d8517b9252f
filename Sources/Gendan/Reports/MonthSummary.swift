/// The month's cumulative sales of a customer in a currency: the month, the year so far, and what is owed.
/// Amounts are in 1/100 of the currency's unit.
public struct MonthSummary: Sendable {
  /// The month's figures.
  public let month: Turnover.Line
  /// Those of the year up to the month's end.
  public let year: Turnover.Line
  /// What is owed today for goods of open orders that left.
  public let receivable: Int64

  /// The summaries of the period that ends a year's part: by customer and currency, where anything happened in the
  /// year or is owed.
  public static func all(_ month: Period, in reading: Reading) throws -> [MonthSummary] {
    guard let last = month.last else { return [] }
    struct Key: Hashable {
      let customer: String
      let currency: String
    }
    func lines(_ period: Period) throws -> [Key: Turnover.Line] {
      Dictionary(
        try Turnover(period, by: .customer).lines(in: reading).map {
          (Key(customer: $0.group, currency: $0.currency), $0)
        }, uniquingKeysWith: { first, _ in first })
    }
    let (months, years) = (try lines(month), try lines(Period(first: last.firstOfYear, last: last)))
    let shared = try NamedRegister.customers.sharedNames(in: reading)
    var owed: [Key: Int64] = [:]
    for money in try OrderMoney.all(where: "o.closed_on IS NULL AND o.cancelled = 0", in: reading.db)
    where money.receivable > 0 {
      let customer = shared.apart(money.customer, money.customerCode)
      owed[Key(customer: customer, currency: money.currency), default: 0] += money.receivable
    }
    return Set(years.keys).union(owed.keys).sorted { ($0.customer, $0.currency) < ($1.customer, $1.currency) }
      .map { key in
        let nothing = Turnover.Line(nothingOf: key.customer, in: key.currency)
        return MonthSummary(
          month: months[key] ?? nothing, year: years[key] ?? nothing, receivable: owed[key] ?? 0)
      }
  }

  /// What a summary says in one line, to tell later whether it still does.
  public static func figures(_ summaries: [MonthSummary]) -> String {
    var sums: [String: (Int64, Int64, Int64)] = [:]
    for line in summaries.map(\.month) {
      let sum = sums[line.currency] ?? (0, 0, 0)
      sums[line.currency] = (sum.0 + line.ordered, sum.1 + line.shipped, sum.2 + line.received)
    }
    func text(_ cents: Int64) -> String { Decimal.text(cents, decimals: 2) }
    return sums.sorted { $0.key < $1.key }.filter { $0.value != (0, 0, 0) }
      .map { "\($0.key) \(text($0.value.0)) \(text($0.value.1)) \(text($0.value.2))" }
      .joined(separator: "; ")
  }
}
