/// A thing to do by a time, as a value: `today`, `morning` and the timers are views of one list.
public struct Reminder: Sendable {
  /// Which rule asks for it.
  public let id: ReminderID
  /// What is due by the day, for these people.
  let query: @Sendable (ReminderScope, Reading) throws -> [Task]

  init(_ id: ReminderID, _ query: @escaping @Sendable (ReminderScope, Reading) throws -> [Task]) {
    self.id = id
    self.query = query
  }

  /// Every rule, in the order in which its tasks are shown.
  public static let all: [Reminder] = [
    .changeUnacknowledged,
    .unacknowledged,
    .replyDue,
    .enquiryUnanswered,
    .unpromised,
    .chaseDue,
    .ownDue,
    .contactDue,
    .customerFlagged,
    .returnCallDue,
    .nearDue,
    .staleProduction,
    .arrivalUnconfirmed,
    .sampleUnanswered,
    .firstRunUnanswered,
    .sampleUnreturned,
    .claimUnconfirmed,
    .balanceUnasked,
    .paidUnshipped,
    .receivableDue,
    .receivableOverdue,
    .questionOpen,
    .startStarved,
    .problemOverdue,
    .problemOpen,
    .remedyDue,
    .delayUnexplained,
    .delayUntold,
    .delayUnclosed,
    .planWeekUnsettled,
    .planDayUnsettled,
    .scheduleUnanswered,
    .finishedUndecided,
    .monthlyUnsubmitted,
  ]

  /// The rules that ask departments for what they alone can do.
  private static let ofDepartments: [Reminder] = [
    .changeUnacknowledged, .unacknowledged, .startStarved, .problemOverdue, .problemOpen, .remedyDue,
    .delayUnexplained, .scheduleUnanswered,
  ]

  /// The tasks of every rule.
  public static func tasks(_ scope: ReminderScope, in reading: Reading) throws -> [Task] {
    let rules = scope.department == nil ? all : ofDepartments
    return try rules.flatMap { try $0.query(scope, reading) }
  }

  /// The tasks of one rule.
  public static func tasks(
    of id: ReminderID, _ scope: ReminderScope, in reading: Reading
  ) throws -> [Task] {
    try all.filter { $0.id == id }.flatMap { try $0.query(scope, reading) }
  }
}

/// The rules that ask people for something.
public enum ReminderID: String, SQLConvertible, CaseIterable, Sendable {
  /// A customer's order is not answered.
  case replyDue = "reply-due"
  /// A department has not acknowledged a change.
  case changeUnacknowledged = "change-unacknowledged"
  /// A department has not acknowledged a notice within the settled working hours.
  case unacknowledged
  /// An enquiry was not answered on its day.
  case enquiryUnanswered = "enquiry-unanswered"
  /// An order has no promise after the settled working days.
  case unpromised
  /// A chase has come due.
  case chaseDue = "chase-due"
  /// A day that a person has set themselves has come.
  case ownDue = "own-due"
  /// A customer is to be spoken with again.
  case contactDue = "contact-due"
  /// An important customer waits for the department's talk.
  case customerFlagged = "customer-flagged"
  /// The customer is asked how the delivery was.
  case returnCallDue = "return-call-due"
  /// The due day is near and the goods are not made.
  case nearDue = "near-due"
  /// Running production was not reported for the settled working days.
  case staleProduction = "stale-production"
  /// A shipment should have arrived.
  case arrivalUnconfirmed = "arrival-unconfirmed"
  /// A customer has a sample and says nothing.
  case sampleUnanswered = "sample-unanswered"
  /// A first-run sample waits for the salesperson.
  case firstRunUnanswered = "first-run-unanswered"
  /// A sample that was lent is not back.
  case sampleUnreturned = "sample-unreturned"
  /// Finance has not found a payment that the customer told of.
  case claimUnconfirmed = "claim-unconfirmed"
  /// The goods are nearly made and the customer was not asked for the balance.
  case balanceUnasked = "balance-unasked"
  /// All is paid and nothing has left.
  case paidUnshipped = "paid-unshipped"
  /// A payment for goods that left is due on the next working day.
  case receivableDue = "receivable-due"
  /// A payment for goods that left is overdue.
  case receivableOverdue = "receivable-overdue"
  /// A department or person has not answered a question.
  case questionOpen = "question-open"
  /// Production should begin, and its material is missing.
  case startStarved = "start-starved"
  /// A problem blocks longer than was expected.
  case problemOverdue = "problem-overdue"
  /// A problem is not settled.
  case problemOpen = "problem-open"
  /// What was decided about a problem is to be done.
  case remedyDue = "remedy-due"
  /// A department has not explained a delay.
  case delayUnexplained = "delay-unexplained"
  /// The customer has not been told of a delay.
  case delayUntold = "delay-untold"
  /// The supervisor has not heard what came of a delay.
  case delayUnclosed = "delay-unclosed"
  /// The plan of this week is not settled.
  case planWeekUnsettled = "plan-week-unsettled"
  /// The plan of the next working day is not settled.
  case planDayUnsettled = "plan-day-unsettled"
  /// Production has not said from when until when it makes a production order.
  case scheduleUnanswered = "schedule-unanswered"
  /// Nobody has settled whether finished goods leave.
  case finishedUndecided = "finished-undecided"
  /// Last month's summary has not gone to finance.
  case monthlyUnsubmitted = "monthly-unsubmitted"
}

/// For whom, and as of when, reminders are asked.
public struct ReminderScope: Sendable {
  /// The day.
  public let day: Day
  /// The clerk's login; nil for everybody.
  public let clerk: String?
  /// The department, by name or code, that is asked for what it alone can do; nil for people.
  public let department: String?

  /// Reminders as of a day.
  public init(day: Day, clerk: String? = nil, department: String? = nil) {
    self.day = day
    self.clerk = clerk
    self.department = department
  }

  /// The condition on o (orders).
  var mine: SQL { isFor("o.clerk_id") }

  /// The condition on n, d and o (notices, departments, orders) that these people were told, or answer for
  /// the order.
  var told: SQL {
    if let department { return "(d.name = \(department) OR d.code = \(department))" }
    guard let clerk else { return "1 = 1" }
    return
      "(\(mine) OR n.department_id = (SELECT v.department_id FROM users v WHERE v.login = \(clerk)))"
  }

  /// The condition that these people answer for what has this clerk.
  func isFor(_ column: SQL) -> SQL {
    clerk.map { "\(column) = (SELECT id FROM users WHERE login = \($0))" } ?? "1 = 1"
  }
}

/// One thing that somebody is asked to do.
public struct Task: Sendable, Equatable {
  /// The rule that asks for it.
  public let reminder: ReminderID
  /// The number of the order, or of the enquiry, sample, talk or customer where there is no order.
  public let no: String
  /// The customer's name.
  public let customer: String
  /// The party, shipment or product that it is about.
  public let about: String
  /// What was said, where something was.
  public let text: String
  /// The day it was due.
  public let dueOn: Day
  /// The moment it was due, where its clock counts minutes.
  public let dueAt: Instant?
  /// Whether that moment has passed.
  public let isPast: Bool

  init(
    _ reminder: ReminderID, no: String, customer: String, about: String, text: String, dueOn: Day
  ) {
    self.reminder = reminder
    self.no = no
    self.customer = customer
    self.about = about
    self.text = text
    self.dueOn = dueOn
    dueAt = nil
    isPast = false
  }

  init(_ reminder: ReminderID, _ row: any Row) throws {
    self.reminder = reminder
    no = try row[0]
    customer = try row[1]
    about = try row[2] as String? ?? ""
    text = try row[3] as String? ?? ""
    dueOn = try row[4]
    dueAt = nil
    isPast = false
  }

  /// A task about several parties, whose clock counts minutes.
  init(
    _ reminder: ReminderID, no: String, customer: String, about: [String], text: String, dueAt: Instant,
    _ reading: Reading
  ) {
    self.reminder = reminder
    self.no = no
    self.customer = customer
    self.about = about.joined(separator: ", ")
    self.text = text
    dueOn = dueAt.day(utcOffset: reading.utcOffset)
    self.dueAt = dueAt
    isPast = dueAt <= reading.now
  }

  /// A task whose clock counts minutes; the row's columns are as for one of days.
  init(_ reminder: ReminderID, _ row: any Row, dueAt: Instant, _ reading: Reading) throws {
    self.reminder = reminder
    no = try row[0]
    customer = try row[1]
    about = try row[2] as String? ?? ""
    text = try row[3] as String? ?? ""
    dueOn = dueAt.day(utcOffset: reading.utcOffset)
    self.dueAt = dueAt
    isPast = dueAt <= reading.now
  }
}
