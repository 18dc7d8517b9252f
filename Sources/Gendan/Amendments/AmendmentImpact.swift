/// What an amendment touches: told before it is confirmed, and when it is made.
public struct AmendmentImpact: Sendable, Equatable {
  /// A production order that ended because of it.
  public struct Replaced: Sendable, Equatable {
    /// What ended, with what it had finished.
    public let old: ProductionOrder
    /// What takes its place; nil where nothing is left to make.
    public let new: ProductionOrder?
  }

  /// A line and a quantity of it.
  public struct Part: Sendable, Equatable {
    /// The line.
    public let line: Int
    /// How much.
    public let quantity: Quantity
  }

  /// The cartons of a line before and after.
  public struct Cartons: Sendable, Equatable {
    /// The line.
    public let line: Int
    /// Before; nil where nobody knew.
    public let before: Int64?
    /// After; nil where nobody knows.
    public let after: Int64?
  }

  /// A promise of a line that changed.
  public struct Promised: Sendable, Equatable {
    /// The line.
    public let line: Int
    /// The promised day.
    public let day: Day
    /// Whether the amendment made it, in the place of one that the customer's change made void.
    public let isNew: Bool
  }

  /// Production orders that were replaced or ended.
  public internal(set) var replaced: [Replaced] = []
  /// Finished pieces beyond what is ordered now.
  public internal(set) var surplus: [Part] = []
  /// What is in production for less than is ordered now, with nothing running that could be replaced.
  public internal(set) var uncovered: [Part] = []
  /// What has left already, which cannot be taken back.
  public internal(set) var shipped: [Part] = []
  /// Promises of lines whose quantity, goods or date changed: they stand, or were made anew.
  public internal(set) var promised: [Promised] = []
  /// Cartons of lines where their number changed.
  public internal(set) var cartons: [Cartons] = []
  /// The departments that are told.
  public internal(set) var departments: [String] = []
  /// By when they must have acknowledged; nil where nobody presses them.
  public internal(set) var acknowledgeBy: Instant?
  /// Roles that sign the new version.
  public internal(set) var signers: [Role] = []
  /// Points of the review whose answers hold no longer.
  public internal(set) var asked: [ReviewItem] = []

  /// Whether nothing but the order itself is touched.
  public var isNothing: Bool {
    replaced.isEmpty && shipped.isEmpty && departments.isEmpty && signers.isEmpty && asked.isEmpty
  }
}

/// An amendment that was made, with what it has touched.
public struct AmendmentMade: Sendable, Equatable {
  /// The amendment.
  public let amendment: Amendment
  /// What it touched.
  public let impact: AmendmentImpact
}

extension AmendmentImpact {
  /// What the lines that changed leave and owe, once everything is written.
  mutating func weigh(
    _ order: Order, _ changes: [Amendment.Change], packed before: [PackedLine], promisedOn: Day?,
    in reading: Reading
  ) throws {
    let lines = Set(changes.filter { AgreedField.ofWorkshop.contains($0.field) }.compactMap(\.line))
    for coverage in try Coverage.of(order.id, in: reading.db) where lines.contains(coverage.schedule.lineNo) {
      let schedule = coverage.schedule
      func part(_ quantity: Int64) -> Part {
        Part(line: schedule.lineNo, quantity: schedule.quantity.with(quantity))
      }
      if schedule.shipped > 0 { shipped.append(part(schedule.shipped)) }
      if let day = schedule.promisedOn, schedule.isOpen {
        promised.append(Promised(line: schedule.lineNo, day: day, isNew: day == promisedOn))
      }
      if coverage.uncovered < 0 { surplus.append(part(-coverage.uncovered)) }
      if coverage.uncovered > 0, coverage.inProduction > 0 { uncovered.append(part(coverage.uncovered)) }
    }
    let after = try PackedLine.of(order.id, in: reading.db)
    for line in Set((before + after).map(\.lineNo)).sorted() {
      let old = before.first { $0.lineNo == line }?.cartons
      let new = after.first { $0.lineNo == line }?.cartons
      if old != new { cartons.append(Cartons(line: line, before: old, after: new)) }
    }
  }
}
