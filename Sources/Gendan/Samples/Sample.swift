/// What is shown before the bulk is made: to the customer, or to the salesperson from the machine.
public struct Sample: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Sample>
  /// Its number, such as S2603-0001.
  public let no: String
  /// For whom it is.
  public let kind: SampleKind
  /// The customer's name.
  public let customer: String
  /// The customer's code.
  public let customerCode: String
  /// The product's code.
  public let productCode: String
  /// The product's name.
  public let product: String
  /// The order that it is for; nil where none is placed yet.
  public let orderNo: String?
  /// The production order whose first pieces it is.
  public let productionNo: String?
  /// What it must show, as agreed with the customer.
  public let requirement: String?
  /// Where it is kept.
  public let place: String?
  /// The supplier who makes it.
  public let maker: String?
  /// Who has it out now.
  public let loan: SampleLoan?
  /// The newest round.
  public let round: SampleRound

  /// Where it stands: what the newest round says.
  public var state: SampleState { round.state(kind) }
}

/// For whom a sample is made.
public enum SampleKind: String, SQLConvertible, Sendable, CaseIterable {
  /// The customer approves it before the bulk is ordered or made.
  case customer
  /// The first pieces from the machine, which the salesperson approves.
  case firstRun = "first-run"
  /// A piece of the first print run, which is kept.
  case retained
  /// A carton that its supplier makes to show the size.
  case carton
}

/// A sample that somebody took out.
public struct SampleLoan: Sendable, Equatable {
  /// Who has it.
  public let borrower: String
  /// The day it was taken out.
  public let lentOn: Day
  /// The day by which it is to be back.
  public let backOn: Day
  /// The day it was back.
  public let returnedOn: Day?

  /// Whether it should be back before a day.
  public func isLate(on day: Day) -> Bool { returnedOn == nil && backOn < day }
}

/// What was said of a sample.
public enum SampleAnswer: String, SQLConvertible, Sendable, CaseIterable {
  /// It is the basis of the bulk.
  case approved
  /// It must be made again, or not at all.
  case rejected
}

/// Once made, shown and answered; a sample that was rejected is made again in the next round.
public struct SampleRound: Sendable, Equatable {
  /// Its key.
  let id: Identifier<SampleRound>
  /// 1, 2, 3 …
  public let number: Int
  /// How much is made.
  public let quantity: Quantity
  /// The day it should leave us.
  public let dueOn: Day?
  /// The instant it was asked for.
  public let requestedAt: Instant
  /// The instant it was taken from the machine.
  public let madeAt: Instant?
  /// The machine.
  public let machine: String?
  /// The day it left.
  public let sentOn: Day?
  /// Who carried it.
  public let carrier: String?
  /// The waybill.
  public let tracking: String?
  /// The last day on which the customer was asked.
  public let followedOn: Day?
  /// What was said.
  public let answer: SampleAnswer?
  /// The day it was said.
  public let answeredOn: Day?
  /// The instant it was said, where that is known.
  public let answeredAt: Instant?
  /// Who said it.
  public let answeredBy: String?
  /// What else was said.
  public let note: String?

  func state(_ kind: SampleKind) -> SampleState {
    switch answer {
    case .approved: .approved
    case .rejected: .rejected
    case nil where kind == .retained: .kept
    case nil where kind == .firstRun: madeAt == nil ? .requested : .made
    case nil: sentOn == nil ? .requested : .sent
    }
  }
}

/// Where a sample stands; derived from its newest round, never stored (states 3.4).
public enum SampleState: String, Sendable, CaseIterable {
  /// It is to be made.
  case requested
  /// The customer has it.
  case sent
  /// The salesperson is to look at it.
  case made
  /// It was approved.
  case approved
  /// It was rejected, and not asked for again.
  case rejected
  /// It is kept.
  case kept

  /// Who is waited for; nil where nobody is.
  public var awaits: SampleParty? {
    switch self {
    case .requested, .rejected: .own
    case .sent: .customer
    case .made: .salesperson
    case .approved, .kept: nil
    }
  }
}

/// Who has to do the next thing about a sample.
public enum SampleParty: String, Sendable, CaseIterable {
  /// We make, send, or ask what to do.
  case own
  /// The customer answers.
  case customer
  /// The salesperson answers.
  case salesperson
}

/// What is done to a sample.
public enum SampleAct: Sendable {
  /// It is taken from the machine.
  case make
  /// It leaves for the customer.
  case send
  /// The customer is asked what it was like.
  case follow
  /// It is approved or rejected.
  case answer
  /// It is asked for once more.
  case again
}

extension Sample {
  /// What each state allows. A first-run sample is made at the machine, a customer's is sent, a carton is
  /// answered when its supplier brings it.
  static func lifecycle(_ kind: SampleKind) -> Lifecycle<SampleState, SampleAct> {
    let first: [SampleKind: Set<SampleAct>] = [.customer: [.send], .firstRun: [.make], .carton: [.answer]]
    return Lifecycle([
      .requested: first[kind] ?? [],
      .sent: [.follow, .answer],
      .made: [.answer],
      .rejected: kind == .firstRun ? [.again, .make] : [.again],
    ])
  }
}

extension Gate where Subject == Sample {
  /// It is clear what is asked of the sample before it leaves.
  static let sampleDescribed = Gate(.sampleDescribed) { sample, _ in
    sample.requirement == nil
      ? .lacking([.sampleDescribed], no: sample.no, [.sampleUndescribed(no: sample.no)]) : nil
  }
}
