/// What is known of a reminder besides its question: the requirements it serves, its clock, and for whom
/// it is.
public struct ReminderRule: Sendable {
  /// The requirements it serves.
  public let requirements: [String]
  /// When it asks.
  public let clock: ReminderClock
  /// Who acts upon it.
  public let readers: [Role]

  fileprivate init(_ requirements: String..., clock: ReminderClock, for readers: Role...) {
    self.requirements = requirements
    self.clock = clock
    self.readers = readers
  }
}

/// How long after or before a moment a reminder asks.
public struct ReminderClock: Sendable, Equatable {
  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    /// Hours of the clock.
    case hours
    /// Hours in which the firm works.
    case workingHours = "working-hours"
    /// Days of the calendar.
    case days
    /// Days on which the firm works.
    case workingDays = "working-days"
  }

  /// How many where no setting says so.
  public let count: Int
  /// What is counted.
  public let unit: Unit
  /// Whether it counts back from its moment.
  public let isBefore: Bool
  /// The setting that says how many; nil where nobody decides it.
  public let setting: Setting?

  /// Asks so many units after its moment.
  static func after(_ count: Int, _ unit: Unit) -> Self {
    Self(count: count, unit: unit, isBefore: false, setting: nil)
  }

  /// Asks the settled number of units after its moment.
  static func after(_ setting: Setting, _ unit: Unit) -> Self { of(setting, unit, isBefore: false) }

  /// Asks so many units before its moment.
  static func before(_ count: Int, _ unit: Unit) -> Self {
    Self(count: count, unit: unit, isBefore: true, setting: nil)
  }

  /// Asks the settled number of units before its moment.
  static func before(_ setting: Setting, _ unit: Unit) -> Self { of(setting, unit, isBefore: true) }

  private static func of(_ setting: Setting, _ unit: Unit, isBefore: Bool) -> Self {
    Self(count: Settings().number(setting), unit: unit, isBefore: isBefore, setting: setting)
  }

  /// How many units, as the book has settled it.
  public func count(_ settings: Settings) -> Int { setting.map(settings.number) ?? count }
}

extension ReminderID {
  /// What is known of it.
  public var rule: ReminderRule {
    switch self {
    case .replyDue: ReminderRule("R-054", clock: .after(.replyHours, .hours), for: .clerk, .supervisor)
    case .changeUnacknowledged:
      ReminderRule("R-112", clock: .after(0, .hours), for: .clerk, .production)
    case .unacknowledged:
      ReminderRule(
        "R-139", clock: .after(.acknowledgeHours, .workingHours), for: .clerk, .production)
    case .enquiryUnanswered: ReminderRule("R-032", clock: .after(24, .hours), for: .clerk)
    case .unpromised:
      ReminderRule("R-054", clock: .after(.promiseWithinDays, .workingDays), for: .clerk)
    case .chaseDue: ReminderRule("R-165", clock: .after(0, .days), for: .clerk)
    case .ownDue: ReminderRule("R-083", clock: .after(0, .days), for: .clerk)
    case .nearDue: ReminderRule("R-172", clock: .before(.nearDueDays, .days), for: .clerk, .salesperson)
    case .staleProduction:
      ReminderRule("R-165", clock: .after(.staleDays, .workingDays), for: .clerk, .supervisor)
    case .arrivalUnconfirmed: ReminderRule("R-300", clock: .after(.arrivalDays, .days), for: .clerk)
    case .sampleUnanswered: ReminderRule("R-122", clock: .after(.sampleDays, .days), for: .clerk)
    case .firstRunUnanswered: ReminderRule("R-126", clock: .after(0, .hours), for: .clerk, .salesperson)
    case .claimUnconfirmed:
      ReminderRule("R-338", "R-344", clock: .after(.claimDays, .workingDays), for: .finance, .clerk)
    case .balanceUnasked: ReminderRule("R-341", clock: .before(.balanceDays, .days), for: .clerk)
    case .paidUnshipped: ReminderRule("R-340", clock: .after(0, .days), for: .clerk, .billing)
    case .receivableDue:
      ReminderRule("R-345", clock: .before(1, .workingDays), for: .clerk, .salesperson, .finance)
    case .contactDue: ReminderRule("R-010", clock: .after(0, .days), for: .clerk, .salesperson)
    case .customerFlagged: ReminderRule("R-013", clock: .after(0, .days), for: .supervisor)
    case .returnCallDue: ReminderRule("R-022", clock: .after(.returnCallDays, .days), for: .clerk)
    case .sampleUnreturned: ReminderRule("R-129", clock: .after(0, .days), for: .clerk)
    case .questionOpen: ReminderRule("R-089", clock: .after(0, .days), for: .clerk)
    case .startStarved:
      ReminderRule("R-167", clock: .after(0, .days), for: .clerk, .production, .purchasing)
    case .problemOverdue: ReminderRule("R-168", clock: .after(1, .days), for: .clerk, .supervisor)
    case .problemOpen:
      ReminderRule("R-163", "R-174", clock: .after(0, .hours), for: .clerk, .supervisor, .generalManager)
    case .remedyDue: ReminderRule("R-170", "R-185", clock: .after(0, .days), for: .clerk, .production)
    case .delayUnexplained:
      ReminderRule(
        "R-176", clock: .after(.delayStepHours, .workingHours), for: .clerk, .production, .purchasing)
    case .delayUntold:
      ReminderRule("R-177", clock: .after(.delayStepHours, .workingHours), for: .clerk, .salesperson)
    case .delayUnclosed:
      ReminderRule("R-178", clock: .after(.delayStepHours, .workingHours), for: .clerk, .supervisor)
    case .planWeekUnsettled:
      ReminderRule("R-161", clock: .after(0, .days), for: .clerk, .production, .supervisor)
    case .planDayUnsettled:
      ReminderRule("R-162", clock: .after(.planDayHour, .hours), for: .clerk, .production, .supervisor)
    case .scheduleUnanswered:
      ReminderRule("R-158", clock: .after(.commitmentDays, .workingDays), for: .clerk, .production)
    case .finishedUndecided: ReminderRule("R-186", clock: .after(0, .days), for: .clerk, .salesperson)
    case .monthlyUnsubmitted:
      ReminderRule("R-395", clock: .after(3, .days), for: .clerk, .supervisor)
    case .receivableOverdue:
      ReminderRule("R-346", clock: .after(1, .days), for: .clerk, .supervisor, .finance)
    }
  }
}

extension Reading {
  /// How many units a reminder's clock counts in this book.
  func clock(_ reminder: ReminderID) throws -> Int { try reminder.rule.clock.count(settings()) }
}
