extension Gate where Subject == Problem {
  /// It is known why it happened, and which department answers for it.
  static let problemExplained = Gate(.problemExplained) { problem, _ in
    problem.finding == nil
      ? .lacking([.problemExplained], no: problem.no, [.problemUnexplained(no: problem.no)]) : nil
  }

  /// A batch defect or a serious threat is followed until it is remedied.
  static let problemRemedied = Gate(.problemRemedied) { problem, _ in
    problem.needsRemedy && problem.remedies == 0
      ? .lacking([.problemRemedied], no: problem.no, [.problemUnremedied(no: problem.no)]) : nil
  }
}

extension Gate where Subject == Order {
  /// What went wrong with an order is settled before its file is closed.
  static let closeSettled = Gate(lacking: .closeSettled) { order, reading in
    try open(order, in: reading).map(Fault.init(open:))
      + DelayCase.of(order.id, in: reading.db).filter { $0.closedAt == nil }.map { .delayOpen(no: $0.no) }
  }

  /// What is not clear with the customer is settled before it is produced.
  static let releaseSettled = Gate(lacking: .releaseSettled) { order, reading in
    try open(order, in: reading).filter { $0.productionNo == nil && Cause.agreedFirst.contains($0.kind) }
      .map(Fault.init(open:))
  }

  private static func open(_ order: Order, in reading: Reading) throws -> [Problem] {
    try Problem.of(order.id, isOpen: true, in: reading.db)
  }
}

extension Fault {
  /// A problem is open.
  fileprivate init(open problem: Problem) {
    self = .problemOpen(no: problem.no, problem.kind, text: problem.text)
  }
}
