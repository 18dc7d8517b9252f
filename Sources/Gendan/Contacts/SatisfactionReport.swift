/// What customers thought of us in a quarter.
public struct SatisfactionPeriod: Sendable, Equatable {
  /// The quarter's first day.
  public let first: Day
  /// How many answered.
  public let count: Int
  /// The averages in 1/100 of a mark.
  public let quality: Int
  /// Of deliveries in time.
  public let delivery: Int
  /// Of the service.
  public let service: Int

  /// The average of all three, in 1/100 of a mark.
  public var overall: Int { (quality + delivery + service + 1) / 3 }

  /// Each quarter with answers, oldest first: from surveys and return calls.
  public static func all(
    _ filter: CustomerFilter = CustomerFilter(), during period: Period? = nil, in db: any Transaction
  ) throws -> [SatisfactionPeriod] {
    let given = try Contact.list(filter, during: period, in: db)
    let quarters = Dictionary(grouping: given.filter { $0.scores != nil }) { $0.happenedOn.firstOfQuarter }
    return quarters.map { first, answers in
      let scores = answers.compactMap(\.scores)
      func average(_ mark: (Satisfaction) -> Int) -> Int {
        (scores.reduce(0) { $0 + mark($1) } * 200 + scores.count) / (2 * scores.count)
      }
      return SatisfactionPeriod(
        first: first, count: scores.count, quality: average(\.quality), delivery: average(\.delivery),
        service: average(\.service))
    }.sorted { $0.first < $1.first }
  }
}
