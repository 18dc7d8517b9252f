/// A promise that cannot be kept, in four steps: reported, explained with a new day, told to the customer, fed
/// back.
public struct DelayCase: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<DelayCase>
  /// Its number.
  public let no: String
  /// The order.
  public let order: Identifier<Order>
  /// The order's number.
  public let orderNo: String
  /// The customer's name.
  public let customer: String
  /// The customer's own number.
  public let customerPO: String?
  /// The order's line; nil for the whole order.
  public let line: Int?
  /// What was found.
  public let text: String
  /// The day that cannot be kept, as it stood.
  public let dueOn: Day
  /// The day as it was thought when the case was opened.
  public let forecastOn: Day?
  /// When it was found.
  public let foundAt: Instant
  /// When the department was told.
  public let reportedAt: Instant
  /// The name of who told it.
  public let reportedBy: String
  /// The department that was asked for the cause.
  public let department: String?
  /// Why, and until when; nil while no department has said so.
  public let explanation: DelayExplanation?
  /// What the customer said last.
  public let answer: DelayAnswer?
  /// When it was fed back, which ends it.
  public let closedAt: Instant?
  /// The name of who it was fed back to.
  public let closedBy: String?
  /// What was said of it.
  public let note: String?

  /// The last step that was taken.
  public var stage: DelayStage {
    if closedAt != nil { return .closed }
    if answer?.answer.isSettled == true { return .told }
    return explanation == nil ? .reported : .explained
  }

  /// When each step was taken; nil for those that were not.
  public var steps: [(stage: DelayStage, at: Instant?)] {
    [
      (.found, foundAt), (.reported, reportedAt), (.explained, explanation?.at),
      (.told, answer?.answer.isSettled == true ? answer?.at : nil), (.closed, closedAt),
    ]
  }

  /// When the last step was taken.
  public var lastAt: Instant { steps.compactMap(\.at).last ?? reportedAt }

  /// The new day as far as it is known: what the customer accepted, else what the department computed, else
  /// what was thought first.
  public var newOn: Day? { answer?.acceptedOn ?? explanation?.newOn ?? forecastOn }

  /// By how many calendar days the new day is later.
  public var days: Int? { newOn.map { $0 - dueOn } }

  /// Minutes from the discovery until the department was told.
  public var minutesToReport: Int64 { (reportedAt - foundAt) / 60 }
}

/// How far a delay case has come.
public enum DelayStage: String, Sendable, CaseIterable {
  /// Somebody found it.
  case found
  /// The department was told: the cause is awaited.
  case reported
  /// Cause and new day are there: the customer is to be told.
  case explained
  /// The customer has answered: the supervisor is to hear of it.
  case told
  /// It was fed back.
  case closed
}

/// Why a promise cannot be kept, as a department explains it.
public struct DelayExplanation: Sendable, Equatable {
  /// The kind of cause.
  public let cause: Cause
  /// Why.
  public let text: String
  /// The department that answers for it.
  public let department: String
  /// The day as it was computed anew.
  public let newOn: Day?
  /// What is done about it.
  public let remedy: String?
  /// What the customer may read of it.
  public let outward: String?
  /// When.
  public let at: Instant
  /// The name of who wrote it down.
  public let by: String
}

/// What the customer says to a delay.
public enum DelayReply: String, SQLConvertible, Sendable, CaseIterable {
  /// A new day.
  case accepted
  /// The old day stands.
  case kept
  /// Part on the old day, the rest later.
  case split
  /// Neither: it is talked about again.
  case refused

  /// Whether it is decided what follows.
  public var isSettled: Bool { self != .refused }
}

/// A customer's answer, and when it was given.
public struct DelayAnswer: Sendable, Equatable {
  /// What was said.
  public let answer: DelayReply
  /// The day that was accepted.
  public let acceptedOn: Day?
  /// By what the customer was told.
  public let via: String?
  /// Who at the customer was told.
  public let told: String?
  /// What else was said.
  public let note: String?
  /// When.
  public let at: Instant
  /// The name of who told the customer.
  public let by: String
}

/// A step of a delay case, as its gate is asked.
struct DelayStep: Sendable {
  let delay: DelayCase
  /// The stage that it would reach.
  let stage: DelayStage
}

extension Gate where Subject == DelayStep {
  /// The steps are taken one after the other.
  static let delayInTurn = Gate(.delayInTurn) { step, _ in
    let before: [DelayStage] =
      switch step.stage {
      case .found, .reported: []
      case .explained: [.reported, .explained]
      case .told: [.explained, .told]
      case .closed: [.told]
      }
    let delay = step.delay
    return before.contains(delay.stage)
      ? nil : .lacking([.delayInTurn], no: delay.no, [.delayWaits(no: delay.no, delay.stage)])
  }
}

/// A promise that would be moved, as its gate is asked.
struct PromiseMove: Sendable {
  let order: Order
  let line: LinePart?
  let day: Day
}

extension Gate where Subject == PromiseMove {
  /// While a delay case waits for the customer, the later day is not used.
  static let promiseAgreed = Gate(.promiseAgreed) { move, reading in
    let waiting = try DelayCase.of(move.order.id, in: reading.db).first { delay in
      [.reported, .explained].contains(delay.stage) && delay.dueOn < move.day
        && (delay.line == nil || move.line == nil || delay.line == move.line?.number)
    }
    return waiting.map {
      .lacking([.promiseAgreed], no: move.order.no, [.delayUnanswered(no: $0.no, $0.stage)])
    }
  }
}
