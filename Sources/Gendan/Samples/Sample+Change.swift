/// A sample that the customer is to approve, as it is asked for.
public struct NewSample: Sendable {
  /// The customer.
  public var customer: Identifier<Customer>
  /// The product.
  public var product: Identifier<Product>
  /// The order that it is for; nil where none is placed yet.
  public var order: Order?
  /// How much is made, in the product's smallest unit.
  public var quantity: Int64
  /// The day it should leave us.
  public var dueOn: Day?
  /// What it must show.
  public var requirement: String?
  /// The supplier of the carton whose size it shows; nil: it is for the customer.
  public var cartonMaker: String?

  /// A sample of a product for a customer.
  public init(
    customer: Identifier<Customer>, product: Identifier<Product>, order: Order? = nil, quantity: Int64
  ) {
    self.customer = customer
    self.product = product
    self.order = order
    self.quantity = quantity
  }
}

/// How a sample left.
public struct SampleSending: Sendable {
  /// The day.
  public var day: Day
  /// Who carries it.
  public var carrier: String?
  /// The waybill.
  public var tracking: String?
  /// What it must show, where nobody has said so yet.
  public var requirement: String?

  /// On a day.
  public init(day: Day) { self.day = day }
}

/// What was said of a sample, and when.
public struct SampleReply: Sendable {
  /// Approved or rejected.
  public var answer: SampleAnswer
  /// The day it was said.
  public var day: Day
  /// The instant it was said, where that is known.
  public var at: Instant?
  /// Who said it; the person who acts where it is a first-run sample.
  public var by: String?
  /// What else was said.
  public var note: String?

  /// An answer on a day.
  public init(_ answer: SampleAnswer, on day: Day, at instant: Instant? = nil) {
    self.answer = answer
    self.day = day
    at = instant
  }
}

extension Writing {
  /// Asks for a sample.
  public func request(_ new: NewSample) throws -> Sample {
    if let order = new.order { try allow(.change, on: order) }
    let no = try number(.samplePrefix, on: today)
    let id = try insert(
      no, new.cartonMaker == nil ? .customer : .carton, new.customer, new.product, order: new.order?.id,
      requirement: new.requirement, maker: new.cartonMaker)
    try open(round: 1, of: id, quantity: new.quantity, dueOn: new.dueOn)
    return try changed(no)
  }

  /// Notes that a sample left for the customer; throws what is not clear of it.
  public func send(_ sample: Sample, _ sending: SampleSending) throws -> Sample {
    try allow(.send, on: sample)
    try allow(factOn: sending.day)
    if let requirement = sending.requirement {
      try db.run("UPDATE samples SET requirement = \(requirement) WHERE id = \(sample.id)")
    }
    try pass(.sampleDescribed, on: try Sample.named(sample.no, in: db))
    try db.run(
      """
      UPDATE sample_rounds SET sent_on = \(sending.day), carrier = \(sending.carrier),
        tracking = \(sending.tracking) WHERE id = \(sample.round.id)
      """)
    return try changed(sample.no)
  }

  /// Notes that the customer was asked what the sample is like.
  public func follow(_ sample: Sample, note: String?, on day: Day) throws -> Sample {
    try allow(.follow, on: sample)
    try allow(factOn: day, after: sample)
    try db.run(
      """
      UPDATE sample_rounds SET followed_on = \(day), note = coalesce(\(note), note)
      WHERE id = \(sample.round.id)
      """)
    return try changed(sample.no)
  }

  /// Notes that a sample was approved or rejected. Of a first-run sample only a salesperson may say
  /// so.
  public func answer(_ sample: Sample, _ reply: SampleReply) throws -> Sample {
    try allow(.answer, on: sample)
    try allow(factOn: reply.day, after: sample)
    if sample.kind == .firstRun, try !acts(as: .salesperson) { throw BookError.notAllowed([.salesperson]) }
    try db.run(
      """
      UPDATE sample_rounds SET answer = \(reply.answer), answered_on = \(reply.day),
        answered_at = \(reply.at), answered_by = \(sample.kind == .firstRun ? user.name : reply.by),
        note = \(reply.note)
      WHERE id = \(sample.round.id)
      """)
    return try changed(sample.no)
  }

  /// Asks once more for a sample that was rejected: the next round.
  public func again(_ sample: Sample, dueOn: Day?) throws -> Sample {
    try allow(.again, on: sample)
    try open(
      round: sample.round.number + 1, of: sample.id, quantity: sample.round.quantity.smallest, dueOn: dueOn)
    return try changed(sample.no)
  }

  /// Refuses an act that the sample's state does not allow.
  func allow(_ act: SampleAct, on sample: Sample) throws {
    guard Sample.lifecycle(sample.kind).allows(act, in: sample.state) else {
      throw BookError.sampleState(no: sample.no, sample.state)
    }
  }

  /// Refuses a day that is long past, or before the sample was sent or taken.
  private func allow(factOn day: Day, after sample: Sample) throws {
    try allow(factOn: day)
    let shown = sample.round.sentOn ?? sample.round.madeAt?.day(utcOffset: utcOffset)
    if let shown, day < shown { throw BookError.outOfTurn(no: sample.no, day, after: shown) }
  }

  func insert(
    _ no: String, _ kind: SampleKind, _ customer: Identifier<Customer>, _ product: Identifier<Product>,
    order: Identifier<Order>?, production: Identifier<ProductionOrder>? = nil, requirement: String? = nil,
    place: String? = nil, maker: String? = nil
  ) throws -> Identifier<Sample> {
    Identifier(
      try db.insert(
        """
        INSERT INTO samples (no, kind, customer_id, product_id, order_id, production_order_id, requirement,
          place, maker, entered_at, entered_by)
        VALUES (\(no), \(kind), \(customer), \(product), \(order), \(production), \(requirement),
          \(place), \(maker), \(now), \(user.id)) RETURNING id
        """))
  }

  func open(
    round: Int, of sample: Identifier<Sample>, quantity: Int64, dueOn: Day? = nil, madeAt: Instant? = nil,
    machine: String? = nil
  ) throws {
    try db.run(
      """
      INSERT INTO sample_rounds (sample_id, round, qty, due_on, requested_at, made_at, machine, entered_at,
        entered_by)
      VALUES (\(sample), \(round), \(quantity), \(dueOn), \(now), \(madeAt), \(machine), \(now), \(user.id))
      """)
  }

  /// The sample as it stands now; the event is found under its order too.
  func changed(_ no: String) throws -> Sample {
    let sample = try Sample.named(no, in: db)
    entry.subjects = (sample.orderNo.map { [$0] } ?? []) + [sample.no]
    return sample
  }
}
