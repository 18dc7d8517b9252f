/// What a book refuses that is no gate: its facts, to which the CLI gives the words.
public enum BookError: Error, Equatable {
  /// Nothing of this kind answers to the text; the nearest that do.
  case notFound(Noun, String, near: [Candidate])
  /// Several answer to the text.
  case ambiguous(Noun, String, [Candidate])
  /// The operating-system user is nobody the book knows.
  case unknownUser(String)
  /// The act needs one of these roles.
  case notAllowed(Set<Role>)
  /// An overridden gate needs a reason.
  case reasonMissing(GateID)
  /// The name or number is taken.
  case taken(Noun, String)
  /// The gate protects the facts: no setting switches it.
  case gateFixed(GateID)
  /// The setting has no such value.
  case badSetting(Setting, String)
  /// The step is none of this order's or production order's; those it has.
  case noSuchStep(String, order: String, steps: [String], of: Noun = .order)
  /// The customer has confirmed what would change: it is amended.
  case agreed(no: String)
  /// Nothing that was asked for differs from what stands.
  case unchanged(no: String)
  /// The sample is in a state that does not allow the act.
  case sampleState(no: String, SampleState)
  /// The day lies before the one on which what it follows happened.
  case outOfTurn(no: String, Day, after: Day)
  /// The document is not in a state of its approval that allows the act.
  case wrongState(no: String, ApprovalState, of: ApprovalSubject = .order)
  /// The quote is not in a state that allows the act.
  case quoteState(no: String, QuoteState)
  /// The answer to an enquiry would be older than the enquiry.
  case answeredBefore(String)
  /// Nothing of this order is in production.
  case notReleased(String)
  /// The first production order cannot be made with the second.
  case notMergeable(String, into: String, MergeObstacle)
  /// The product has no route and none was named.
  case noRoute(String)
  /// There is nothing left to do of what was asked, of a thing of another kind where that is named.
  case nothingLeft(Noun, String, of: Noun = .order)
  /// A delivery note for several customers: an order of each.
  case severalCustomers([String])
  /// A number too large to keep.
  case tooLarge(String)
  /// Parts would take goods that have left: so much has, and so much would stay in the earliest part.
  case partsShipped(no: String, shipped: Quantity, first: Quantity)
  /// A customer paid more than its orders leave open, or nothing: what is open, and what was paid.
  case moreThanOpen(String, open: Money, paid: Money)
  /// A customer's orders are open in several currencies, and none was named.
  case severalCurrencies(String, [String])
  /// More than there is of an order's or a payment's amount: its number, and what there is.
  case beyond(String, Money)
  /// The payment cannot be withdrawn: so much of it is confirmed.
  case confirmedAlready(String, Money)
  /// A survey without its marks.
  case unscored
  /// The sample is out already; who has it.
  case lentOut(no: String, to: String)
  /// A discount beyond what the person may give: asked and allowed in basis points, and who may give it.
  case discountBeyond(asked: Int64, limit: Int64, Set<Role>)
  /// The parts are more than the delivery that is split.
  case partsExceed(no: String, Quantity, asked: Quantity)
  /// Our own slip moves a promise; only the customer's date is amended (lateness rule 7).
  case ownSlip(no: String)
  /// The order would be left without a line: it is cancelled.
  case lastLine(no: String)
  /// The open work contradicts itself, so that it cannot be planned; where.
  case badPlan(String)
  /// No day stands that could be missed.
  case unpromised(String)
  /// Nothing of the order is at risk as far as its kept forecasts tell.
  case notAtRisk(no: String)
  /// A step of a delay case would lie before the last one.
  case beforeLastStep(no: String)
  /// Who was named is not above the role that has the problem.
  case notAbove(no: String, Role)
  /// The days of a plan that would be settled are over.
  case planOver(Period)
  /// A day that is closed already, and by whom.
  case dayAlreadyClosed(Day, by: String)
  /// A day that is not closed in the way it should be opened; by whom it is closed in the other, if by anybody.
  case dayNotClosed(Day, by: String?)
  /// Production would end before it begins: its number, and both days.
  case endsBefore(no: String, start: Day, finish: Day)
  /// A month's summary or a day's progress is marked before the period begins.
  case reportAhead(String)
  /// What would be done with a report is done: what, and by whom.
  case reportMarked(String, ReportMark.Act, by: String)
  /// Something must be done with a report before.
  case reportUnready(String, ReportMark.Act, needs: ReportMark.Act)
  /// An urge asks for no earlier day than the one that stands.
  case notSooner(no: String, stands: Day)
  /// A re-promise without a cause.
  case causeMissing(order: String)
  /// The entry of progress was taken back already, by which.
  case reversed(String, by: String)
  /// The entry takes another back: what it took back is reported anew.
  case isReversal(String, of: String)
  /// More is taken back of a step than was reported: what was, and what would be taken.
  case lessThanNothing(String, step: String, done: Quantity, asked: Quantity)
  /// A file's line was fed before: as which entry, on which day, and by whom.
  case fedBefore(String, on: Day, by: String?)
}

/// The kinds of things that commands name.
public enum Noun: String, Sendable, CaseIterable {
  /// An order.
  case order
  /// A customer.
  case customer
  /// A product.
  case product
  /// A route.
  case route
  /// A department.
  case department
  /// A user.
  case user
  /// A shipment.
  case shipment
  /// A production order.
  case production
  /// A setting.
  case setting
  /// An import profile.
  case profile
  /// A filter with a name.
  case view
  /// What a person wants to be reminded of.
  case reminder
  /// A line of an order.
  case line
  /// A step of production.
  case step
  /// A hold.
  case hold
  /// A rule of who signs.
  case signer
  /// A quote.
  case quote
  /// An enquiry.
  case enquiry
  /// A price.
  case price
  /// A sample.
  case sample
  /// A paper.
  case document
  /// A payment.
  case payment
  /// A notice to a department.
  case notice
  /// A reservation of stock.
  case reservation
  /// A question put to somebody.
  case question
  /// A talk with a customer.
  case contact
  /// A sales region.
  case region
  /// A machine, a team or a supplier.
  case resource
  /// A standstill of a resource.
  case stop
  /// Something that goes wrong.
  case problem
  /// What is done about a problem.
  case remedy
  /// A delay case.
  case delay
  /// An entry of progress.
  case progress
  /// A report that somebody saved.
  case report
}

/// Something that a text might have meant, with what tells it apart.
public struct Candidate: Sendable, Equatable {
  /// The number or code to type.
  public let name: String
  /// What tells it apart: a customer, a product.
  public let details: [String]
  /// The day that matters: due, or closed.
  public let day: Day?
  /// Whether it is still open.
  public let isOpen: Bool

  /// A candidate.
  public init(name: String, details: [String], day: Day? = nil, isOpen: Bool = true) {
    self.name = name
    self.details = details
    self.day = day
    self.isOpen = isOpen
  }
}
