extension BookRule {
  /// A delay case ended only once the customer had answered, and a day that was accepted was promised
  ///
  static let delaysInOrder = BookRule(.delays) { reading in
    let cases = try DelayCase.list(in: reading)
    var findings = cases.filter { $0.closedAt != nil && $0.answer?.answer.isSettled != true }
      .map { Finding.delayUntold(no: $0.no) }
    for delay in cases {
      guard let day = delay.answer?.acceptedOn else { continue }
      let ledgers = try Schedule.of(delay.order, line: delay.line.map { LinePart($0) }, in: reading.db).map {
        try Promise.ledger(of: $0.id, in: reading.db)
      }
      // What was dropped from the order has no promises any more.
      if !ledgers.isEmpty && !ledgers.joined().contains(where: { $0.promisedOn == day }) {
        findings.append(.acceptedUnpromised(no: delay.no, order: delay.orderNo, day: day))
      }
    }
    return findings
  }
}
