/// What a file says of one production order; nil where it says nothing.
public struct ImportedProduction: Sendable {
  /// Its number.
  public var no: String
  /// The product.
  public var product: ImportIndex.ProductEntry
  /// In the product's smallest unit.
  public var quantity: Int64
  /// The customer's order it is made for; nil: for stock.
  public var order: String?
  /// The line of that order.
  public var line: Int?
  /// The day it was released.
  public var releasedOn: Day?
  /// The planned first day.
  public var startOn: Day?
  /// The day it is due.
  public var dueOn: Day?
  /// The day it was finished.
  public var finishedOn: Day?
  /// Good pieces; nil: all that are not scrapped, once it is finished.
  public var good: Int64?
  /// Scrapped pieces.
  public var scrap: Int64?
  /// Whether it was cancelled.
  public var isCancelled = false

  /// A production order.
  public init(no: String, product: ImportIndex.ProductEntry, quantity: Int64) {
    self.no = no
    self.product = product
    self.quantity = quantity
  }

  /// What was made of it; nil where nothing was.
  func report(today: Day) -> ProgressReport? {
    let scrap = scrap ?? 0
    let good = good ?? (finishedOn == nil ? 0 : quantity - scrap)
    guard good > 0 || scrap > 0 else { return nil }
    var report = ProgressReport(good: good, day: finishedOn ?? today)
    report.scrap = scrap
    return report
  }

  /// Whether it is finished, every piece good or scrapped.
  var isFinished: Bool {
    guard let finishedOn, let report = report(today: finishedOn) else { return false }
    return report.good + report.scrap >= quantity
  }
}

/// Compares the production orders of a file with the book.
public struct ProductionComparison {
  /// What becomes of each row.
  public private(set) var verdicts: [ImportVerdict] = []
  /// The delivery that each is made for.
  private(set) var schedules: [Identifier<Schedule>?] = []
  /// The production orders that the book has already, by their place in the file.
  private(set) var standing: [Int: ProductionOrder] = [:]

  /// Compares the rows of a file.
  public init(_ rows: [ImportedProduction], in reading: Reading) throws {
    let owed = try OwedSchedule.of(Array(Set(rows.compactMap(\.order))), in: reading.db)
    let known = try ProductionOrder.numbered(rows.map(\.no), in: reading.db)
    var seen: Set<String> = []
    for (index, row) in rows.enumerated() {
      var schedule: OwedSchedule?
      var refusals: [ImportRefusal] = row.refusals
      if !seen.insert(row.no).inserted { refusals.append(ImportRefusal(.no, .taken)) }
      if let order = row.order {
        let deliveries = owed[order]
        schedule = deliveries?.first { $0.product == row.product.id && $0.line == row.line ?? $0.line }
        if deliveries == nil { refusals.append(ImportRefusal(.order, .unknown(.order))) }
        if deliveries != nil, schedule == nil { refusals.append(ImportRefusal(.order, .noSuchLine)) }
      }
      schedules.append(schedule?.id)
      if let old = known[row.no] {
        standing[index] = old
        verdicts.append(refusals.isEmpty ? row.verdict(against: old, schedule?.id) : .refused(refusals))
      } else {
        verdicts.append(refusals.isEmpty ? .new : .refused(refusals))
      }
    }
  }
}

extension ImportedProduction {
  fileprivate var refusals: [ImportRefusal] {
    var refusals: [ImportRefusal] = []
    if finishedOn != nil, !isFinished { refusals.append(ImportRefusal(.finished, .piecesMissing)) }
    if let released = releasedOn ?? startOn, let finishedOn, finishedOn < released {
      refusals.append(ImportRefusal(.finished, .before(.released, released)))
    }
    return refusals
  }

  fileprivate func verdict(against old: ProductionOrder, _ schedule: Identifier<Schedule>?) -> ImportVerdict {
    var differences = Differences()
    func amount(_ number: Int64) -> String { Decimal.text(number, decimals: product.decimals) }
    if let schedule, let known = old.schedule, schedule != known {
      differences.refuse(.order, old.orderNo ?? "")
    }
    if quantity != old.quantity.smallest {
      if quantity < old.good + old.scrap {
        differences.refuse(ImportRefusal(.qty, .belowShipped(amount(old.good + old.scrap))))
      } else {
        differences.note(.qty, amount(old.quantity.smallest), amount(quantity))
      }
    }
    if let releasedOn, releasedOn != old.releasedOn {
      differences.refuse(.released, old.releasedOn.description)
    }
    differences.day(.start, old.startOn, startOn)
    differences.day(.due, old.dueOn, dueOn)
    if let finishedOn, finishedOn != old.finishedOn {
      if let known = old.finishedOn {
        differences.refuse(.finished, known.description)
      } else {
        differences.day(.finished, nil, finishedOn)
      }
    } else if old.finishedOn == nil {
      // Pieces only add up: fewer than were reported are no news but a contradiction.
      if let good, good != old.good {
        good < old.good
          ? differences.refuse(.good, amount(old.good))
          : differences.note(.good, amount(old.good), amount(good))
      }
      if let scrap, scrap != old.scrap {
        scrap < old.scrap
          ? differences.refuse(.scrap, amount(old.scrap))
          : differences.note(.scrap, amount(old.scrap), amount(scrap))
      }
    }
    if isCancelled, old.cancelledOn == nil { differences.note(.status, "", "cancelled") }
    return differences.verdict
  }
}

extension ProductionOrder {
  /// The production orders with these numbers.
  static func numbered(_ numbers: [String], in db: any Transaction) throws -> [String: ProductionOrder] {
    var found: [String: ProductionOrder] = [:]
    for part in numbers.bindable {
      try db.each("\(query) WHERE w.no IN \(list: part)") { row in
        let order = try ProductionOrder(row)
        found[order.no] = order
      }
    }
    return found
  }
}
