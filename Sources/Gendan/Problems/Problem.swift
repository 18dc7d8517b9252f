/// Something that goes wrong with an order, a production order or one of its steps, until it is settled
///
public struct Problem: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Problem>
  /// Its number.
  public let no: String
  /// The order's number; nil for production for stock.
  public let orderNo: String?
  /// The customer's name.
  public let customer: String?
  /// The production order's number; nil where it is of the whole order.
  public let productionNo: String?
  /// The step.
  public let step: String?
  /// Where the step is done: the machine or team, or the outside factory.
  public let resource: String?
  /// The product's name, where it is about one.
  public let product: String?
  /// What kind of thing it is.
  public let kind: Cause
  /// What was seen.
  public let text: String
  /// How much of the product it concerns.
  public let quantity: Quantity?
  /// Whether it seriously threatens the date, or the whole batch.
  public let isSevere: Bool
  /// The department that deals with it.
  public let department: String?
  /// The day until which it is expected to block.
  public let untilOn: Day?
  /// What was found out since; nil while nobody knows.
  public let finding: ProblemFinding?
  /// To whom it was taken last; nil while it is the clerk's own.
  public let escalation: Escalation?
  /// How many remedies were decided.
  public let remedies: Int
  /// How many of them are not done.
  public let openRemedies: Int
  /// When it was opened.
  public let openedAt: Instant
  /// The name of who opened it.
  public let openedBy: String
  /// When it was closed.
  public let closedAt: Instant?
  /// The name of who closed it.
  public let closedBy: String?
  /// How it ended.
  public let closeNote: String?

  /// Whether it is not settled.
  public var isOpen: Bool { closedAt == nil }

  /// Whether it is a batch defect or a serious threat: it is followed until it is remedied.
  public var needsRemedy: Bool { isSevere || kind == .quality && quantity != nil }

  /// Where it stands (states 3.9).
  public var state: ProblemState {
    if closedAt != nil { return .closed }
    guard finding != nil else { return .open }
    return remedies > 0 ? .remedied : .explained
  }

  /// The role that has it.
  public var holder: Role { escalation?.role ?? .clerk }
}

/// Where a problem stands; derived, never stored.
public enum ProblemState: String, Sendable, CaseIterable {
  /// Nobody knows why.
  case open
  /// Its cause is known, and who answers for it.
  case explained
  /// It was decided what is done about it.
  case remedied
  /// It is settled.
  case closed
}

/// What was found out about a problem.
public struct ProblemFinding: Sendable, Equatable {
  /// Why it happened.
  public let text: String
  /// The department that answers for it.
  public let department: String
  /// Whose fault it is.
  public let side: FaultSide
}

/// Whose fault something is.
public enum FaultSide: String, SQLConvertible, Sendable, CaseIterable {
  /// Our own.
  case own
  /// The customer's.
  case customer
  /// A supplier's or subcontractor's.
  case supplier
  /// Nobody's: weather, power, law.
  case forceMajeure = "force-majeure"
}

extension Cause {
  /// Whose fault a problem of this kind is where nobody says otherwise.
  var usualSide: FaultSide {
    switch self {
    case .customer: .customer
    case .outsource: .supplier
    case .shortage, .quality, .rework, .machine, .drawing, .labour, .transport, .other: .own
    }
  }

  /// The kinds that are settled with the customer before anything is produced.
  static let agreedFirst: [Cause] = [.customer, .drawing]
}

/// A problem as it is reported.
public struct NewProblem: Sendable {
  /// The customer's order; nil for production for stock.
  public var order: Order?
  /// The production order, where it is of one.
  public var production: ProductionOrder?
  /// The step, where it is of one.
  public var operation: Operation?
  /// What kind of thing it is.
  public var kind: Cause
  /// What was seen.
  public var text: String
  /// The product that it is about.
  public var product: Product?
  /// How much of it, in its smallest unit.
  public var quantity: Int64?
  /// Whether it seriously threatens the date, or the whole batch.
  public var isSevere = false
  /// The department that deals with it; the step's where nil.
  public var department: Identifier<Department>?
  /// The day until which it is expected to block.
  public var untilOn: Day?

  /// A problem of a kind.
  public init(_ kind: Cause, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// What is done about a problem: now, for good, and so that it does not come back.
public struct Remedy: Sendable, Equatable {
  /// Its number in the problem, from 1.
  public let seq: Int
  /// What settles this case.
  public let text: String
  /// What is put right for good.
  public let corrective: String?
  /// What keeps it from coming back.
  public let preventive: String?
  /// The department that does it.
  public let department: String?
  /// The day by which it is done.
  public let dueOn: Day?
  /// The day it was done.
  public let doneOn: Day?
  /// The name of who decided it.
  public let by: String
}

/// A remedy as it is decided.
public struct NewRemedy: Sendable {
  /// What settles this case.
  public var text: String
  /// What is put right for good.
  public var corrective: String?
  /// What keeps it from coming back.
  public var preventive: String?
  /// The department that does it; the one that deals with the problem where nil.
  public var department: Identifier<Department>?
  /// The day by which it is done.
  public var dueOn: Day?

  /// A remedy.
  public init(_ text: String) { self.text = text }
}

/// A problem taken to a superior, and when.
public struct Escalation: Sendable, Equatable {
  /// As what the superior has it.
  public let role: Role
  /// The superior's name; nil: whoever has the role.
  public let person: String?
  /// What was said.
  public let note: String?
  /// When.
  public let at: Instant
  /// The name of who took it there.
  public let by: String

  /// 1 head of a department or supervisor, 2 sales manager, 3 general manager.
  public var level: Int { role.level }
}

/// Where a problem is taken.
public enum EscalationTarget: Sendable {
  /// One level up: to the direct superior where that is one.
  case next
  /// To whoever has a role.
  case role(Role)
  /// To a person.
  case person(User)
}

extension Role {
  /// How far up a problem has come that this role has: 0 the clerk to 3 the general manager.
  public var level: Int {
    switch self {
    case .generalManager: 3
    case .salesManager: 2
    case .supervisor, .production, .packing: 1
    case .clerk, .salesperson, .finance, .billing, .purchasing, .warehouse, .quality, .admin: 0
    }
  }

  /// The roles to which the next level up falls, by level from 1.
  static let escalations: [Role] = [.supervisor, .salesManager, .generalManager]
}
