/// Something that the check of an order speaks of though no act is refused for it.
public struct Advice: Sendable {
  /// Which.
  public let id: AdviceID
  /// What it finds.
  let question: @Sendable (Order, Reading) throws -> [Fault]

  /// Every one, in the order in which the check speaks of them.
  static let all: [Advice] = [
    .talkedOver,
    .salespersonFirst,
    .stockConfirmed,
    .dateProposed,
    .questionsAnswered,
  ]
}

/// What the check of an order advises.
public enum AdviceID: String, CaseIterable, Sendable {
  /// Colour, quantity and date were talked over with the customer.
  case talkedOver = "talked-over"
  /// The salesperson was consulted before the customer was called.
  case salespersonFirst = "consulted"
  /// The warehouse confirmed what ships from stock.
  case stockConfirmed = "stock-confirmed"
  /// No later day than the customer's was proposed.
  case dateProposed = "date-proposed"
  /// Every question was answered.
  case questionsAnswered = "answered"

  /// The requirement it serves.
  public var requirement: String {
    switch self {
    case .talkedOver: "R-058"
    case .salespersonFirst: "R-069"
    case .stockConfirmed: "R-092"
    case .dateProposed: "R-106"
    case .questionsAnswered: "R-089"
    }
  }
}

extension Advice {
  /// The three points that are talked over when an order is placed.
  public static let tickList: [ReviewItem] = [.color, .quantity, .delivery]

  static let talkedOver = Advice(id: .talkedOver) { order, reading in
    try ReviewAnswer.faults(tickList, of: order, in: reading.db)
  }

  /// Where somebody else sells than follows, the salesperson is heard before the call-back.
  static let salespersonFirst = Advice(id: .salespersonFirst) { order, reading in
    guard let salesperson = order.salesperson, salesperson != order.clerk,
      order.channel.map(Channel.calledBack.contains) ?? false
    else { return [] }
    let answers = try ReviewAnswer.all(order: order, in: reading.db)
    guard let heard = answers[.salesperson] else { return [.unanswered(.salesperson)] }
    guard let call = answers[.callback], call.at < heard.at else { return [] }
    return [.answeredLate(.salesperson, after: .callback)]
  }

  /// Goods that ship from stock are counted, sound and ready, as the warehouse says.
  static let stockConfirmed = Advice(id: .stockConfirmed) { order, reading in
    let isFromStock = try Coverage.of(order.id, in: reading.db).contains {
      $0.schedule.isOpen && $0.fromStock > 0
    }
    guard isFromStock else { return [] }
    return try ReviewAnswer.faults([.counted, .sound, .ready], of: order, in: reading.db)
  }

  /// A day later than the customer's was proposed, and the customer's stands.
  static let dateProposed = Advice(id: .dateProposed) { order, reading in
    guard let proposal = try DateProposal.of(order, in: reading.db).last else { return [] }
    return try Schedule.of(order.id, in: reading.db).compactMap { schedule in
      guard schedule.isOpen, let due = schedule.dueOn, due < proposal.day else { return nil }
      return .proposedLater(line: schedule.lineNo, due: due, proposed: proposal.day)
    }
  }

  /// What was asked of others and not answered.
  static let questionsAnswered = Advice(id: .questionsAnswered) { order, reading in
    try Question.list(order: order.id, isOpen: true, in: reading.db).map {
      .askedOpen("\($0.seq) \($0.addressee): \($0.text)")
    }
  }
}
