/// What a file says of one order's part of a shipment; nil where it says nothing.
public struct ImportedShipment: Sendable {
  /// The shipment's number; nil: it is numbered after its order and day.
  public var no: String?
  /// The order's number.
  public var order: String
  /// The line of the order.
  public var line: Int?
  /// The product.
  public var product: Identifier<Product>?
  /// How much left, in millionths of the unit, for the order tells the decimals; nil: all that is owed.
  public var quantity: Int64?
  /// The day it left.
  public var shippedOn: Day
  /// Who carries it.
  public var carrier: String?
  /// The waybill.
  public var tracking: String?
  /// The day it arrived.
  public var arrivedOn: Day?
  /// Missing on arrival, in millionths of the unit.
  public var short: Int64 = 0
  /// Damaged on arrival, in millionths of the unit.
  public var damaged: Int64 = 0

  /// Part of a shipment of a day.
  public init(order: String, shippedOn: Day) {
    self.order = order
    self.shippedOn = shippedOn
  }
}

/// Compares the shipments of a file with the book, before and while they are brought in.
public struct ShipmentComparison {
  /// What becomes of each row.
  public private(set) var verdicts: [ImportVerdict] = []
  /// What is done for each row.
  private(set) var steps: [Step] = []

  struct Step {
    var no: String
    /// The row, its quantities in the product's smallest unit.
    var row: ImportedShipment
    /// What leaves.
    var parts: [(schedule: Identifier<Schedule>, quantity: Int64)] = []
    /// The lines of a shipment that stands.
    var standing: StandingShipment?
    var lines: [StandingShipment.Line] = []
  }

  private var owed: [String: [OwedSchedule]]
  private let known: [String: StandingShipment]

  /// Compares the rows of a file.
  public init(_ rows: [ImportedShipment], in reading: Reading) throws {
    let prefix = try reading.settings()[.shipmentPrefix]
    let numbers = rows.map {
      $0.no ?? prefix + "-" + $0.order + "-" + $0.shippedOn.description.filter { $0 != "-" }
    }
    owed = try OwedSchedule.of(Array(Set(rows.map(\.order))), in: reading.db)
    known = try StandingShipment.numbered(Array(Set(numbers)), in: reading.db)
    for (row, no) in zip(rows, numbers) {
      var step = Step(no: no, row: row)
      verdicts.append(verdict(on: row, &step))
      steps.append(step)
    }
  }

  private mutating func verdict(on row: ImportedShipment, _ step: inout Step) -> ImportVerdict {
    guard let schedules = owed[row.order] else {
      return .refused([ImportRefusal(.order, .unknown(.order))])
    }
    let fitting = schedules.indices.filter { index in
      (row.line ?? schedules[index].line) == schedules[index].line
        && (row.product ?? schedules[index].product) == schedules[index].product
    }
    guard !fitting.isEmpty else {
      return .refused([ImportRefusal(row.line == nil ? .product : .line, .noSuchLine)])
    }
    guard let row = row.scaled(to: schedules[fitting[0]].decimals) else {
      return .refused([ImportRefusal(.qty, .tooPrecise(schedules[fitting[0]].decimals))])
    }
    step.row = row
    let ids = Set(fitting.map { schedules[$0].id })
    if let standing = known[step.no] {
      step.standing = standing
      step.lines = standing.lines.filter { ids.contains($0.schedule) }
      if !step.lines.isEmpty { return compare(row, standing, step.lines) }
      guard standing.shippedOn == row.shippedOn else { return .refused([ImportRefusal(.no, .taken)]) }
    }
    return ship(row, fitting, &step)
  }

  private func compare(
    _ row: ImportedShipment, _ standing: StandingShipment, _ lines: [StandingShipment.Line]
  ) -> ImportVerdict {
    var differences = Differences()
    let quantity = lines.reduce(0) { $0 + $1.quantity }
    let decimals = lines[0].decimals
    if row.shippedOn != standing.shippedOn { differences.refuse(.shipped, standing.shippedOn.description) }
    if let asked = row.quantity, asked != quantity {
      differences.refuse(.qty, Decimal.text(quantity, decimals: decimals))
    }
    differences.text(.carrier, standing.carrier, row.carrier)
    differences.text(.tracking, standing.tracking, row.tracking)
    let arrived = lines.compactMap(\.arrivedOn).max()
    if let day = row.arrivedOn, day != arrived {
      if let arrived {
        differences.refuse(.arrived, arrived.description)
      } else {
        differences.day(.arrived, nil, day)
      }
    }
    if let refusal = row.rejection(of: quantity, decimals) { differences.refuse(refusal) }
    return differences.verdict
  }

  /// Takes what leaves from what is owed, the earliest due first.
  private mutating func ship(
    _ row: ImportedShipment, _ fitting: [Int], _ step: inout Step
  ) -> ImportVerdict {
    guard var schedules = owed[row.order] else { return .same }
    // History may tell what left of an order after it was closed, but not of a cancelled one.
    if schedules[fitting[0]].isCancelled {
      return .refused([ImportRefusal(.order, .orderNotOpen(.cancelled))])
    }
    let open = fitting.reduce(0) { $0 + schedules[$1].open }
    let most = fitting.reduce(0) { $0 + schedules[$1].open + schedules[$1].over }
    let asked = row.quantity ?? open
    let decimals = schedules[fitting[0]].decimals
    guard asked > 0, asked <= most else {
      return .refused([ImportRefusal(.qty, .moreThanOpen(Decimal.text(open, decimals: decimals)))])
    }
    if let refusal = row.rejection(of: asked, decimals) { return .refused([refusal]) }
    var left = asked
    // What arrived short or damaged is owed again.
    var rejected = row.short + row.damaged
    for index in fitting where left > 0 {
      let part = index == fitting.last ? left : min(left, schedules[index].open)
      guard part > 0 else { continue }
      let back = min(rejected, part)
      rejected -= back
      schedules[index].open -= part - back
      step.parts.append((schedules[index].id, part))
      left -= part
    }
    owed[row.order] = schedules
    return .new
  }
}

extension ImportedShipment {
  /// The row with its quantities in the smallest unit; nil where they have more decimals.
  fileprivate func scaled(to decimals: Int) -> ImportedShipment? {
    var row = self
    if let quantity {
      guard let exact = Millionths.scaled(quantity, to: decimals) else { return nil }
      row.quantity = exact
    }
    guard let short = Millionths.scaled(short, to: decimals),
      let damaged = Millionths.scaled(damaged, to: decimals)
    else { return nil }
    row.short = short
    row.damaged = damaged
    return row
  }

  /// More short and damaged than left, or an arrival before the day it left.
  fileprivate func rejection(of quantity: Int64, _ decimals: Int) -> ImportRefusal? {
    if short + damaged > quantity {
      return ImportRefusal(.short, .moreThanOpen(Decimal.text(quantity, decimals: decimals)))
    }
    if let arrivedOn, arrivedOn < shippedOn { return ImportRefusal(.arrived, .before(.shipped, shippedOn)) }
    return nil
  }
}

/// Quantities of a row that does not name its product: six decimals, the most a product may have.
enum Millionths {
  /// The quantity in a product's smallest unit; nil where it has more decimals.
  static func scaled(_ quantity: Int64, to decimals: Int) -> Int64? {
    let (count, rest) = quantity.quotientAndRemainder(dividingBy: Decimal.scale(6 - decimals))
    return rest == 0 ? count : nil
  }
}
