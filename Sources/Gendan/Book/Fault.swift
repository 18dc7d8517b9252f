/// Something that a document lacks or contradicts: what a gate asks for, and what a check lists.
///
/// Amounts are of the order's currency.
public enum Fault: Sendable, Equatable {
  /// Something to be said of the order, or of one of its lines, that nobody said.
  case unsaid(OrderTerm, line: Int?)
  /// The customer's date lies before the order's.
  case wantedBeforeOrdered(line: Int, want: Day)
  /// The product is no longer current.
  case productRetired(line: Int, code: String)
  /// The wanted day is nearer than the product's lead time.
  case tooSoon(line: Int, want: Day, earliest: Day)
  /// No document of this kind is attached.
  case documentMissing(DocumentKind)
  /// Nobody confirmed this point.
  case unanswered(ReviewItem)
  /// The point was answered with no.
  case denied(ReviewItem, note: String?)
  /// The first point was answered only after the second.
  case answeredLate(ReviewItem, after: ReviewItem)
  /// Somebody proposes a later day than the one that stands.
  case proposedLater(line: Int, due: Day, proposed: Day)
  /// A question that was put to somebody is open.
  case askedOpen(String)
  /// A confirmed quote is needed.
  case quoteMissing(QuoteTrigger, line: Int)
  /// The line's price is not the confirmed one; both in 1/10000 of the currency's unit.
  case priceDiffers(line: Int, price: Int64?, confirmed: Int64, source: String?)
  /// A line has new material, and the general manager has not said what that does to its price.
  case priceUndecided(line: Int)
  /// The general manager has the quote changed, and no new one is confirmed.
  case requoteMissing(line: Int)
  /// What a quote does not say.
  case quoteUnsaid([QuoteTerm])
  /// The quote's version was handed in or confirmed, and is not changed any more.
  case quoteSettled(version: Int)
  /// The customer has not confirmed the order.
  case unconfirmed
  /// The order was not submitted for signatures.
  case unsubmitted
  /// Signatures that are awaited.
  case unsigned([Role])
  /// Somebody refused to sign.
  case rejected(by: Role, reason: String?)
  /// Nothing is promised.
  case unpromised
  /// The deposit: what is due and what finance confirmed.
  case depositShort(due: Money, confirmed: Money)
  /// What is still to be paid before the goods leave.
  case balanceOpen(Money)
  /// What the customer would owe, against the limit.
  case creditExceeded(limit: Money, exposure: Money)
  /// The product needs a sample that the customer approves, and none was asked for.
  case sampleMissing(product: String)
  /// The sample is not answered.
  case sampleOpen(no: String, round: Int)
  /// The sample was rejected, and not made again.
  case sampleRejected(no: String, round: Int, note: String?)
  /// Nobody has said what the sample must show.
  case sampleUndescribed(no: String)
  /// The production order has no first-run sample, and needs one.
  case firstRunMissing(no: String, FirstRunTrigger)
  /// Nobody has said what the statutory inspection of the product asks.
  case inspectionUnsaid(product: String)
  /// Nothing of the first print run was retained.
  case retainedMissing(no: String)
  /// The production order would be finished after the goods must leave.
  case dueAfterPromise(due: Day, promise: Day)
  /// A production order is running.
  case inProduction(no: String)
  /// A problem is not settled.
  case problemOpen(no: String, Cause, text: String)
  /// Nobody has said why a problem happened, and who answers for it.
  case problemUnexplained(no: String)
  /// Nothing was decided about a batch defect or a serious problem.
  case problemUnremedied(no: String)
  /// A delay case has not ended.
  case delayOpen(no: String)
  /// A delay case waits for the step after this one.
  case delayWaits(no: String, DelayStage)
  /// Production answered that it finishes later: its number, that day, and the first day that is possible.
  case promiseTooSoon(promise: Day, no: String, finish: Day, possible: Day)
  /// Those who settled it keep the goods here: who, and why.
  case decidedToStay(by: String, note: String?)
  /// A later day would be promised while a delay case waits for the customer.
  case delayUnanswered(no: String, DelayStage)
}

/// What an order says of itself, as far as checks ask for it.
public enum OrderTerm: String, Sendable, CaseIterable {
  /// The price of a unit.
  case price
  /// The day the customer asks for.
  case want
  /// The settlement terms.
  case terms
  /// What the customer demands, or that there is nothing.
  case requirement
  /// The size, material or make-up of the goods.
  case spec
  /// The colour.
  case color
  /// The clerk who answers for it.
  case clerk
}

/// The papers of an order, a quote or a sample that gates ask for, and others.
public enum DocumentKind: String, SQLConvertible, Sendable, CaseIterable {
  /// The customer's own order, by fax or mail.
  case customerOrder = "customer-order"
  /// The sales contract.
  case contract
  /// The customer's wish to change the order.
  case change
  /// A drawing or artwork.
  case drawing
  /// The process sheet.
  case process
  /// The swatch card of fabric and trims.
  case swatch
  /// The sealed final sample's photograph or record.
  case sample
  /// A confirmation or correction.
  case confirmation
  /// A film for printing.
  case film
  /// Anything else.
  case other
}

/// The points that a review answers.
public enum ReviewItem: String, SQLConvertible, Sendable, CaseIterable {
  /// The customer was called back after the fax.
  case callback
  /// The delivery clause was agreed word by word.
  case delivery
  /// The payment clause was.
  case payment
  /// The quality clause was.
  case quality
  /// The salesperson was consulted before the call.
  case salesperson
  /// There is capacity for it.
  case capacity
  /// Our process can do it.
  case process
  /// Special material is at hand or not needed.
  case material
  /// The contract is genuine.
  case genuine
  /// The colour was talked over with the customer.
  case color
  /// The quantity was.
  case quantity
  /// The warehouse counted what ships from stock.
  case counted
  /// It found nothing wrong with it.
  case sound
  /// It is ready to leave; the note may say from when.
  case ready
  /// The process sheet is written.
  case processSheet = "process-sheet"
  /// The pattern is made.
  case pattern
  /// The sample garment is made.
  case sampleGarment = "sample-garment"
  /// The consumption of a unit is worked out.
  case consumption

  /// The steps before production, in the sample room.
  public static let preparation: [ReviewItem] = [.processSheet, .pattern, .sampleGarment, .consumption]
}

/// Why a confirmed quote is needed.
public enum QuoteTrigger: String, Sendable, CaseIterable {
  /// The customer's first order.
  case newCustomer = "new-customer"
  /// The customer never bought this product.
  case changedProduct = "changed-product"
  /// A special demand that moves the price.
  case special
}
