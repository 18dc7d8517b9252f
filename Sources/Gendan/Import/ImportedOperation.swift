/// What a file says of one operation of a production order; nil where it says nothing.
public struct ImportedOperation: Sendable {
  /// The production order's number.
  public var production: String
  /// 10, 20, 30 …
  public var seq: Int
  /// What is done.
  public var name: String
  /// Who does it.
  public var department: Identifier<Department>?
  /// The department's name.
  public var departmentName: String?
  /// The planned first day.
  public var planStartOn: Day?
  /// The planned last day.
  public var planFinishOn: Day?
  /// The day it began.
  public var startedOn: Day?
  /// The day it was finished.
  public var finishedOn: Day?
  /// Good pieces, in millionths of the unit; nil: all that were not scrapped, once it is finished.
  public var good: Int64?
  /// Scrapped pieces, in millionths of the unit.
  public var scrap: Int64?

  /// An operation.
  public init(production: String, seq: Int, name: String) {
    self.production = production
    self.seq = seq
    self.name = name
  }
}

/// Compares the operations of a file with the book.
public struct OperationComparison {
  /// What becomes of each row.
  public private(set) var verdicts: [ImportVerdict] = []
  /// What is done for each row; nil where it is refused.
  private(set) var steps: [Step?] = []

  struct Step {
    /// The row, its quantities in the product's smallest unit.
    let row: ImportedOperation
    let production: ProductionOrder
    let standing: Operation?
    /// What was made since.
    let report: ProgressReport?
  }

  /// Compares the rows of a file.
  public init(_ rows: [ImportedOperation], in reading: Reading) throws {
    let productions = try ProductionOrder.numbered(Array(Set(rows.map(\.production))), in: reading.db)
    let known = try Operation.of(productions.values.map(\.id), in: reading.db)
    var seen: Set<OperationPlace> = []
    for row in rows {
      var step: Step?
      verdicts.append(Self.verdict(on: row, productions, known, &seen, reading.today, &step))
      steps.append(step)
    }
  }

  private static func verdict(
    on row: ImportedOperation, _ productions: [String: ProductionOrder],
    _ known: [OperationPlace: Operation], _ seen: inout Set<OperationPlace>, _ today: Day, _ step: inout Step?
  ) -> ImportVerdict {
    guard let production = productions[row.production] else {
      return .refused([ImportRefusal(.production, .unknown(.production))])
    }
    let decimals = production.quantity.decimals
    guard let row = row.scaled(to: decimals) else {
      return .refused([ImportRefusal(.good, .tooPrecise(decimals))])
    }
    let place = OperationPlace(production: production.id, seq: row.seq)
    guard seen.insert(place).inserted else { return .refused([ImportRefusal(.seq, .taken)]) }
    let standing = known[place]
    let refusals = row.refusals(production)
    guard refusals.isEmpty else { return .refused(refusals) }
    step = Step(
      row: row, production: production, standing: standing,
      report: row.report(of: production, after: standing, today: today))
    return standing.map { row.verdict(against: $0, production) } ?? .new
  }
}

/// The place of an operation in its production order.
struct OperationPlace: Hashable {
  let production: Identifier<ProductionOrder>
  let seq: Int
}

extension ImportedOperation {
  /// The row with its quantities in the smallest unit; nil where they have more decimals.
  fileprivate func scaled(to decimals: Int) -> ImportedOperation? {
    var row = self
    row.good = good.flatMap { Millionths.scaled($0, to: decimals) }
    row.scrap = scrap.flatMap { Millionths.scaled($0, to: decimals) }
    return (row.good == nil) == (good == nil) && (row.scrap == nil) == (scrap == nil) ? row : nil
  }

  /// Good pieces: what is told, or every piece that was not scrapped once it is finished.
  private func good(of production: ProductionOrder) -> Int64 {
    good ?? (finishedOn == nil ? 0 : production.quantity.smallest - (scrap ?? 0))
  }

  /// What was made in it since the book was told last; nil where nothing was.
  fileprivate func report(
    of production: ProductionOrder, after old: Operation?, today: Day
  ) -> ProgressReport? {
    guard old?.finishedOn == nil else { return nil }
    var report = ProgressReport(good: good(of: production) - (old?.good ?? 0), day: finishedOn ?? today)
    report.scrap = (scrap ?? 0) - (old?.scrap ?? 0)
    return report.good > 0 || report.scrap > 0 ? report : nil
  }

  fileprivate func refusals(_ production: ProductionOrder) -> [ImportRefusal] {
    var refusals: [ImportRefusal] = []
    if finishedOn != nil, good(of: production) + (scrap ?? 0) < production.quantity.smallest {
      refusals.append(ImportRefusal(.finished, .piecesMissing))
    }
    if let startedOn, let finishedOn, finishedOn < startedOn {
      refusals.append(ImportRefusal(.finished, .before(.started, startedOn)))
    }
    return refusals
  }

  fileprivate func verdict(against old: Operation, _ production: ProductionOrder) -> ImportVerdict {
    var differences = Differences()
    func amount(_ number: Int64) -> String { production.quantity.with(number).text }
    differences.text(.name, old.name, name)
    differences.text(.department, old.department, departmentName)
    differences.day(.planStart, old.planStartOn, planStartOn)
    differences.day(.planFinish, old.planFinishOn, planFinishOn)
    differences.day(.started, old.startedOn, startedOn)
    if let known = old.finishedOn {
      if let finishedOn, finishedOn != known { differences.refuse(.finished, known.description) }
      return differences.verdict
    }
    differences.day(.finished, nil, finishedOn)
    let made = good(of: production)
    if made < old.good { differences.refuse(.good, amount(old.good)) }
    if (scrap ?? old.scrap) < old.scrap { differences.refuse(.scrap, amount(old.scrap)) }
    if finishedOn == nil {
      if let good, good > old.good { differences.note(.good, amount(old.good), amount(good)) }
      if let scrap, scrap > old.scrap { differences.note(.scrap, amount(old.scrap), amount(scrap)) }
    }
    return differences.verdict
  }
}

extension Operation {
  /// The operations of production orders, by their place.
  fileprivate static func of(
    _ productions: [Identifier<ProductionOrder>], in db: any Transaction
  ) throws -> [OperationPlace: Operation] {
    var found: [OperationPlace: Operation] = [:]
    for part in productions.bindable {
      try db.each("\(query) WHERE x.production_order_id IN \(list: part)") { row in
        let operation = try Operation(row)
        found[OperationPlace(production: operation.productionOrder, seq: operation.seq)] = operation
      }
    }
    return found
  }
}
