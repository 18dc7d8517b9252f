/// The figures by which a month's work is judged, as far as the book knows of them (R-439, P29).
public struct KeyFigures: Sendable {
  /// What is counted.
  public enum Measure: String, Sendable, CaseIterable {
    /// Deliveries that were complete by their first promise.
    case onTimeFirst = "on-time-first"
    /// By the promise that stands.
    case onTimeLatest = "on-time-latest"
    /// By the first promise or at most two days after it.
    case withinTwoDays = "within-two-days"
    /// By the first promise, and in full.
    case inFull = "in-full"
    /// Orders that were answered in time.
    case answered
    /// Remittances of which finance was told on their day.
    case told
    /// Orders that were passed on on their day.
    case passed
    /// Orders of the month that were cancelled since.
    case cancelled
    /// Promises that were moved in the month.
    case moved
    /// Problems that came up, and of them those that are settled.
    case settled
    /// Delay cases that were reported in time.
    case reported
    /// Gates that were overridden.
    case overrides
  }

  /// A measure of a month: how many, and of how many where it is a share.
  public struct Figure: Sendable, Equatable {
    /// How many.
    public let part: Int
    /// Of how many; nil for a plain count.
    public let whole: Int?
    /// The share; nil of nothing.
    public var ratio: Ratio? { whole.flatMap { Ratio(part, of: $0) } }

    fileprivate init(_ part: Int, of whole: Int? = nil) {
      self.part = part
      self.whole = whole
    }
    fileprivate init(_ rate: OnTimeRate?) { self.init(rate?.onTime ?? 0, of: rate?.counted ?? 0) }
  }

  /// The figures of a month, as of today.
  public static func of(_ month: Period, in reading: Reading) throws -> [Measure: Figure] {
    var figures: [Measure: Figure] = [:]
    var onTime = OnTimeReport(asOf: reading.today)
    onTime.period = month
    onTime.basis = .first
    let records = try onTime.records(in: reading)
    let group = onTime.groups(of: records).groups.first
    figures[.onTimeFirst] = Figure(group?.rate)
    figures[.onTimeLatest] = Figure(group?.latest)
    figures[.inFull] = Figure(group?.inFull)
    onTime.grace = 2
    figures[.withinTwoDays] = Figure(onTime.groups(of: records).groups.first?.rate)
    var timely = TimelyReport()
    timely.period = month
    // Where no order came nothing is told of.
    for measure in [Measure.answered, .told, .passed] { figures[measure] = Figure(0, of: 0) }
    for line in timely.figures(of: try timely.orders(in: reading), at: reading.now) {
      let figure = Figure(line.rate.inTime, of: line.rate.counted)
      switch line.step {
      case .answered: figures[.answered] = figure
      case .told: figures[.told] = figure
      case .passed: figures[.passed] = figure
      }
    }
    try counts(month, reading, &figures)
    return figures
  }

  private static func counts(
    _ month: Period, _ reading: Reading, _ figures: inout [Measure: Figure]
  ) throws {
    func pair(_ query: SQL) throws -> Figure {
      try reading.db.first(query) { Figure(try $0[0], of: try $0[1]) } ?? Figure(0, of: 0)
    }
    figures[.cancelled] = try pair(
      """
      SELECT count(*) FILTER (WHERE cancelled = 1), count(*) FROM orders o
      WHERE \(month.condition(on: "o.ordered_on"))
      """)
    figures[.moved] = Figure(
      try reading.db.count(
        """
        SELECT count(*) FROM promises WHERE seq > 1 AND \(month.condition(on: "made_on"))
        """))
    figures[.settled] = try pair(
      """
      SELECT count(*) FILTER (WHERE closed_at IS NOT NULL), count(*) FROM problems
      WHERE \(month.condition(at: "entered_at", utcOffset: reading.utcOffset))
      """)
    let hours = try reading.settings().number(.delayReportHours)
    var reported = 0
    var inTime = 0
    try reading.db.each(
      """
      SELECT found_at, reported_at FROM delays
      WHERE \(month.condition(at: "reported_at", utcOffset: reading.utcOffset))
      """
    ) { row in
      let (found, at): (Instant, Instant) = (try row[0], try row[1])
      reported += 1
      if at - found <= Int64(hours) * 3600 { inTime += 1 }
    }
    figures[.reported] = Figure(inTime, of: reported)
    figures[.overrides] = Figure(
      try reading.db.count(
        """
        SELECT count(*) FROM events WHERE overrides IS NOT NULL
          AND \(month.condition(at: "at", utcOffset: reading.utcOffset))
        """))
  }
}
