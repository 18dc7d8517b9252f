/// Compares the orders of a file with the book, before and while they are brought in.
public struct OrderComparison {
  /// What becomes of each order, in the order of the file.
  public private(set) var verdicts: [OrderVerdict] = []
  /// The orders that the book has already, by their place in the file.
  private(set) var standing: [Int: StandingOrder] = [:]
  /// Whether standing promises may be moved, and why.
  let cause: Cause?

  /// Compares; `cause` is why standing promises move.
  public init(_ orders: [ImportedOrder], cause: Cause?, in reading: Reading) throws {
    self.cause = cause
    let db = reading.db
    let byPO = try StandingOrder.numbers(
      ofCustomerPOs: orders.filter { $0.no == nil }.compactMap(\.customerPO), in: db)
    var numbers: [String?] = []
    var several: [Int: Int] = [:]
    for (index, order) in orders.enumerated() {
      if let no = order.no {
        numbers.append(no)
        continue
      }
      let fitting = byPO[order.customerPO ?? ""]?.filter { $0.customer == order.customer } ?? []
      if fitting.count > 1 { several[index] = fitting.count }
      numbers.append(fitting.count == 1 ? fitting[0].no : nil)
    }
    let known = try StandingOrder.numbered(numbers.compactMap { $0 }, in: db)
    for (index, order) in orders.enumerated() {
      if let count = several[index] {
        verdicts.append(
          OrderVerdict(
            no: nil, head: .refused([ImportRefusal(.po, .severalOrders(count))]),
            lines: order.lines.map { _ in .same }))
      } else if let no = numbers[index], let old = known[no] {
        standing[index] = old
        verdicts.append(compare(order, old))
      } else {
        var verdict = OrderVerdict(
          no: order.no, head: order.refusal ?? .new,
          lines: order.lines.map { $0.refusal(of: order) ?? .new })
        verdict.refuseRepeated(order.places)
        verdicts.append(verdict)
      }
    }
  }

  private func compare(_ order: ImportedOrder, _ old: StandingOrder) -> OrderVerdict {
    var verdict = OrderVerdict(no: old.no, head: order.verdict(against: old), lines: [])
    let places = order.places
    let rows = Dictionary(places.map { ($0.line, 1) }, uniquingKeysWith: +)
    let deliveries = Dictionary(old.lines.keys.map { ($0.line, 1) }, uniquingKeysWith: +)
    for (line, place) in zip(order.lines, places) {
      // Rows that a person has picked or sorted must not change another delivery than they are about.
      if line.part == nil, let parts = deliveries[place.line], parts > 1, rows[place.line] != parts {
        verdict.lines.append(.refused([ImportRefusal(.part, .partUnnamed(parts))]))
      } else if let known = old.lines[place] {
        verdict.lines.append(line.verdict(against: known, of: order, cause: cause))
      } else {
        verdict.lines.append(line.refusal(of: order) ?? .new)
      }
    }
    verdict.refuseRepeated(places)
    guard let ended = old.ended else { return verdict }
    // An order that has ended takes nothing more; that it has ended may be said again.
    let refusal = ImportVerdict.refused([ImportRefusal(.no, .orderNotOpen(ended))])
    if verdict.head != .same { verdict.head = verdict.head + refusal }
    verdict.lines = verdict.lines.map { $0 == .same ? $0 : $0 + refusal }
    return verdict
  }
}

extension OrderVerdict {
  /// Refuses the rows that name a delivery which a row before them has named.
  fileprivate mutating func refuseRepeated(_ places: [SchedulePlace]) {
    var seen: Set<SchedulePlace> = []
    for (index, place) in places.enumerated() where !seen.insert(place).inserted {
      lines[index] = .refused([ImportRefusal(.part, .taken)])
    }
  }
}

extension ImportedOrder {
  /// What is wrong with a new order in itself.
  fileprivate var refusal: ImportVerdict? {
    guard let orderedOn else { return nil }
    if let closedOn, closedOn < orderedOn {
      return .refused([ImportRefusal(.closed, .before(.ordered, orderedOn))])
    }
    return nil
  }

  fileprivate func verdict(against old: StandingOrder) -> ImportVerdict {
    var differences = Differences()
    if customer != old.customer { differences.refuse(.customer, old.customerCode) }
    if let orderedOn, orderedOn != old.orderedOn { differences.refuse(.ordered, old.orderedOn.description) }
    if let currency, currency != old.currency { differences.refuse(.currency, old.currency) }
    differences.text(.po, old.customerPO, customerPO)
    differences.text(.clerk, old.clerkName, clerkName)
    differences.text(.prio, old.priority.rawValue, priority?.rawValue)
    differences.text(.carrier, old.carrier, carrier)
    differences.text(.note, old.note, note)
    if isCancelled, !old.isCancelled {
      differences.note(.cancelled, "", cancelledOn?.description ?? "?")
    }
    if let closedOn, closedOn != old.closedOn {
      if let standing = old.closedOn {
        differences.refuse(.closed, standing.description)
      } else {
        differences.note(.closed, "", closedOn.description)
      }
    }
    if let holdReason, !old.isHeld, old.ended == nil { differences.note(.status, "", holdReason) }
    return differences.verdict
  }
}

extension ImportedLine {
  /// What is wrong with a new delivery in itself.
  fileprivate func refusal(of order: ImportedOrder) -> ImportVerdict? {
    guard let orderedOn = order.orderedOn, let shippedOn, shippedOn < orderedOn else { return nil }
    return .refused([ImportRefusal(.shipped, .before(.ordered, orderedOn))])
  }

  fileprivate func verdict(
    against old: StandingLine, of order: ImportedOrder, cause: Cause?
  ) -> ImportVerdict {
    var differences = Differences()
    func amount(_ number: Int64) -> String { Decimal.text(number, decimals: decimals) }
    if product != old.product { differences.refuse(.product, old.productCode) }
    if quantity != old.quantity {
      if quantity < old.shipped {
        differences.refuse(ImportRefusal(.qty, .belowShipped(amount(old.shipped))))
      } else {
        differences.note(.qty, amount(old.quantity), amount(quantity))
      }
    }
    if let price, price != old.price {
      differences.note(.price, old.price.map(Money.priceText) ?? "", Money.priceText(price))
    }
    if let discount, discount != old.discount {
      differences.note(
        .discount, Decimal.text(old.discount, decimals: 4), Decimal.text(discount, decimals: 4))
    }
    differences.day(.want, old.requestedOn, requestedOn)
    // A promise that the ledger knows is no news: it may have been moved since the file was written.
    if let promisedOn, promisedOn != old.firstPromisedOn, promisedOn != old.promisedOn {
      if let standing = old.promisedOn, cause == nil {
        differences.refuse(ImportRefusal(.promise, .causeMissing(from: standing)))
      } else {
        differences.day(.promise, old.promisedOn, promisedOn)
      }
    }
    if let shippedOn, shippedOn != old.completedOn {
      if old.shipped > 0 {
        differences.refuse(.shipped, old.completedOn?.description ?? amount(old.shipped))
      } else {
        differences.day(.shipped, nil, shippedOn)
      }
    }
    return differences.verdict
  }
}

/// The differences between a record of a file and the book, as they are found.
struct Differences {
  private var changes: [FieldChange] = []
  private var refusals: [ImportRefusal] = []

  var verdict: ImportVerdict {
    refusals.isEmpty ? changes.isEmpty ? .same : .changed(changes) : .refused(refusals)
  }

  mutating func note(_ field: TableField, _ before: String, _ after: String) {
    changes.append(FieldChange(field, before, after))
  }

  /// The book says otherwise, and an import does not change it.
  mutating func refuse(_ field: TableField, _ recorded: String) {
    refusals.append(ImportRefusal(field, .recordedAs(recorded)))
  }

  mutating func refuse(_ refusal: ImportRefusal) { refusals.append(refusal) }

  /// A file that says nothing changes nothing.
  mutating func text(_ field: TableField, _ before: String?, _ after: String?) {
    if let after, after != before { note(field, before ?? "", after) }
  }

  mutating func day(_ field: TableField, _ before: Day?, _ after: Day?) {
    text(field, before?.description, after?.description)
  }
}

extension Money {
  /// A price in 1/10000 of the unit with at least two decimals: `36.50`, `0.1234`.
  static func priceText(_ price: Int64) -> String {
    price % 100 == 0 ? Decimal.text(price / 100, decimals: 2) : Decimal.text(price, decimals: 4)
  }
}
