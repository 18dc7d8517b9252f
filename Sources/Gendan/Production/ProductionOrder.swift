/// An order to the workshop: a quantity of one product, for a delivery or for stock.
public struct ProductionOrder: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<ProductionOrder>
  /// Its number.
  public let no: String
  /// The delivery it is made for; nil for stock.
  public let schedule: Identifier<Schedule>?
  /// The customer order's number.
  public let orderNo: String?
  /// The product's code.
  public let productCode: String
  /// The product's name.
  public let product: String
  /// What is to be made.
  public let quantity: Quantity
  /// The day it was released.
  public let releasedOn: Day
  /// The planned first day.
  public let startOn: Day?
  /// The day it is due.
  public let dueOn: Day?
  /// Good pieces of its last step, in the smallest unit.
  public let good: Int64
  /// Scrapped pieces of all steps.
  public let scrap: Int64
  /// The day it was finished.
  public let finishedOn: Day?
  /// The day it was cancelled, merged into another, or superseded by another.
  public let cancelledOn: Day?
  /// Whether it is still to be made.
  public let isOpen: Bool
  /// The version of the customer's order that it was written for; 1 for stock.
  public let version: Int
  /// The outside factory that makes it; nil for our own plant.
  public let maker: String?
  /// The colour.
  public let color: String?
  /// The size, material or make-up.
  public let spec: String?
  /// What the customer demands; `-` where there is nothing.
  public let requirement: String?
  /// What the statutory inspection asks; nil where the law asks for none.
  public let inspection: String?
  /// The number of the approved sample that it follows.
  public let sample: String?
  /// Why it was cancelled or superseded.
  public let cancelReason: String?
  /// The number of the one into which it was merged, or that superseded it.
  public let successor: String?
  /// Why it is held; nil while it runs.
  public let heldReason: String?
  /// Whether a plan leaves it where it stands.
  public let isFrozen: Bool
  /// The day before which the planner wants nothing of it begun.
  public let notBefore: Day?
  /// How it is packed.
  public let packing: Packing
}

/// One operation of a production order.
public struct Operation: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Operation>
  /// The production order.
  public let productionOrder: Identifier<ProductionOrder>
  /// 10, 20, 30 …
  public let seq: Int
  /// What is done.
  public let name: String
  /// Who does it.
  public let department: String?
  /// The planned first day.
  public let planStartOn: Day?
  /// The planned last day.
  public let planFinishOn: Day?
  /// The day it began.
  public let startedOn: Day?
  /// Good pieces so far.
  public let good: Int64
  /// Scrapped pieces so far.
  public let scrap: Int64
  /// Pieces to be done again so far.
  public let rework: Int64
  /// The day it was finished.
  public let finishedOn: Day?
}

/// What is reported of an operation, or of a production order as a whole.
public struct ProgressReport: Sendable {
  /// Good pieces, in the smallest unit; negative takes back.
  public var good: Int64
  /// Scrapped pieces.
  public var scrap: Int64 = 0
  /// Pieces to be done again.
  public var rework: Int64 = 0
  /// The day it happened.
  public var day: Day
  /// Who did it.
  public var worker: String?
  /// Anything else.
  public var note: String?
  /// The fingerprint of the file that it was fed from.
  public var feed: String?

  /// A report of good pieces.
  public init(good: Int64, day: Day) {
    self.good = good
    self.day = day
  }

  /// What a quantity may be; sums of what is within it never overflow.
  private static let bounds: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000

  /// Throws `.tooLarge` for a quantity that no workshop makes.
  static func verify(_ amounts: Int64...) throws {
    for amount in amounts where !bounds.contains(amount) { throw BookError.tooLarge(String(amount)) }
  }
}

/// Progress as its gates are asked: what was done, what would be, of what.
struct ProgressQuestion: Sendable {
  let order: String
  let production: ProductionOrder
  let operation: Operation
  let before: Operation?
  let after: Operation?
  let report: ProgressReport

  /// Throws `.tooLarge`, and `.lessThanNothing` where more is taken back than was reported.
  func verify() throws {
    try ProgressReport.verify(report.good, report.scrap, report.rework)
    for (done, asked) in [
      (operation.good, report.good), (operation.scrap, report.scrap), (operation.rework, report.rework),
    ] where asked < 0 && done + asked < 0 {
      let ordered = production.quantity
      throw BookError.lessThanNothing(
        order, step: operation.name, done: ordered.with(done), asked: ordered.with(-asked))
    }
  }
}

extension Gate where Subject == ProgressQuestion {
  /// Not more good and scrapped pieces than were ordered.
  static let progressWithinOrder = Gate(.progressWithinOrder) { question, _ in
    let done = question.operation.good + question.operation.scrap
    let asked = question.report.good + question.report.scrap
    let ordered = question.production.quantity
    guard done + asked > ordered.smallest, asked > 0 else { return nil }
    return .moreThanOrdered(
      no: question.order, step: question.operation.name, done: ordered.with(done),
      asked: ordered.with(asked), of: ordered)
  }

  /// Not more pieces than the operation before has passed on (lateness, tricky point 13; R-164).
  static let progressInSequence = Gate(.progressInSequence) { question, _ in
    guard let before = question.before, question.report.good > 0 else { return nil }
    let ordered = question.production.quantity
    let asked =
      question.operation.good + question.operation.scrap + question.report.good
      + question.report.scrap
    guard asked > before.good else { return nil }
    return .aheadOfStep(
      no: question.order, step: question.operation.name, before: before.name,
      passed: ordered.with(before.good), asked: ordered.with(asked))
  }

  /// No piece is taken back that the next operation has used (lateness, tricky point 13; R-164).
  static let progressUnused = Gate(.progressUnused) { question, _ in
    guard let after = question.after, question.report.good < 0 else { return nil }
    let ordered = question.production.quantity
    let left = question.operation.good + question.report.good
    guard after.good + after.scrap > left else { return nil }
    return .usedByNext(
      no: question.order, step: question.operation.name, next: after.name,
      used: ordered.with(after.good + after.scrap), left: ordered.with(left))
  }
}
