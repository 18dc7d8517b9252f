/// What somebody, or a list of holidays, says of one day.
public struct CalendarFact: Sendable, Equatable {
  /// The day.
  public let day: Day
  /// Whether it is worked.
  public let isWorking: Bool
  /// The holiday for which it is off or worked.
  public let name: String?

  /// A fact about a day.
  public init(day: Day, isWorking: Bool, name: String? = nil) {
    self.day = day
    self.isWorking = isWorking
    self.name = name
  }
}

extension Writing {
  /// Says of a day what the fact says, unless the book says so already; returns whether it changed.
  public func adopt(_ fact: CalendarFact) throws -> Bool {
    let calendar = try calendar()
    let isNew = calendar.isWorking(fact.day) != fact.isWorking
    let isRenamed = fact.name != nil && fact.name != calendar.name(of: fact.day)
    guard isNew || isRenamed else { return false }
    try setDay(fact.day, working: fact.isWorking, name: fact.name)
    return true
  }

  /// Takes over a list of holidays and notes its years as known from `source`; returns how many days
  /// the book said otherwise of. The same list once more changes nothing.
  public func adopt(_ facts: [CalendarFact], source: String) throws -> Int {
    entry.subject = source
    for year in Set(facts.map(\.day.year)).sorted() {
      let known = try db.value("SELECT source FROM calendar_years WHERE year = \(year)", as: String.self)
      if known != source { try setYear(year, source: source) }
    }
    return try facts.count { try adopt($0) }
  }
}
