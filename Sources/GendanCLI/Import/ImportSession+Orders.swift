import Gendan

extension ImportSession {
  /// Orders: a row a delivery, or a file of orders beside a file of their lines.
  func orders(_ index: ImportIndex, _ reading: Reading, _ applying: Applying?) throws -> ImportFindings {
    var gathering = OrderGathering()
    var reader = RowReader(table)
    var lineReader = lines.map(RowReader.init)
    for record in table.records {
      reader.turn(to: record)
      try gathering.add(&reader, record, index, withLine: lines == nil)
    }
    if let lines, var reading = lineReader {
      for record in lines.records {
        reading.turn(to: record)
        try gathering.addLine(&reading, record, index)
      }
      lineReader = reading
      gathering.finish(&reader)
    }
    let comparison = try OrderComparison(gathering.orders, cause: cause, in: reading)
    let refused = gathering.refuse(comparison, &reader, &lineReader)
    var findings = ImportFindings()
    for (place, order) in gathering.orders.enumerated() {
      let verdict = comparison.verdicts[place]
      let key = verdict.no ?? order.customerPO ?? ""
      let rows = gathering.rows[place]
      if gathering.leftOut.contains(place) || refused.contains(place) {
        for row in Set(rows).sorted() { findings.noteBad(row, key) }
      } else if lines != nil {
        findings.note(rows.first ?? 0, key, verdict.lines.reduce(verdict.head, +))
      } else {
        for (number, row) in rows.enumerated() {
          let head: ImportVerdict = verdict.head == .new || number > 0 ? .same : verdict.head
          findings.note(row, key, head == .same ? verdict.lines[number] : head + verdict.lines[number])
        }
      }
    }
    for row in gathering.strays { findings.noteBad(row, "") }
    findings.add(reader.problems)
    findings.add((lineReader?.problems ?? []).map { $0.ofLines })
    guard let applying else { return findings }
    try applying.check(findings)
    findings.touched = try applying.writing.bringIn(
      gathering.orders, comparison, except: gathering.leftOut.union(refused))
    return findings
  }
}

extension ImportProblem {
  /// The same problem, in the file of lines.
  fileprivate var ofLines: ImportProblem {
    var problem = self
    problem.isOfLines = true
    return problem
  }
}

/// Gathers the rows of files into orders. An order is taken in whole or not at all: one bad row of it
/// leaves all of it out.
struct OrderGathering {
  /// The orders in the order in which the file first names them.
  private(set) var orders: [ImportedOrder] = []
  /// For each order, the row of each of its deliveries in the main file; of the order itself where its
  /// lines are in a file of their own.
  private(set) var rows: [[Int]] = []
  /// The orders of which a row is bad.
  private(set) var leftOut: Set<Int> = []
  /// Rows that belong to no order.
  private(set) var strays: [Int] = []
  /// Their numbers: what is wrong with the order need not be said of each of its lines.
  private var strayNumbers: Set<String> = []
  private var places: [String: Int] = [:]
  /// For each order, the records of its deliveries.
  private var records: [[TableRecord]] = []
  private var heads: [TableRecord] = []
  /// The dates that an order's row gives to all of its lines.
  private var dates: [Dates] = []

  private struct Dates {
    var want: Day?
    var promise: Day?
    var shipped: Day?
  }

  /// Takes a row of the main file: an order, with one of its deliveries where `withLine`.
  mutating func add(
    _ reader: inout RowReader, _ record: TableRecord, _ index: ImportIndex, withLine: Bool
  ) throws {
    let before = reader.problems.count
    let no = reader.text(.no)
    let po = reader.text(.po)
    guard no != nil || po != nil else {
      _ = reader.needed(.no)
      strays.append(record.row)
      return
    }
    guard let name = reader.needed(.customer) else {
      strays.append(record.row)
      return
    }
    let place: Int
    if let known = places[no ?? name + "\n" + (po ?? "")] {
      place = known
      if !withLine { reader.refuse(.no, ImportRefusal.Reason.taken.words) }
    } else {
      guard let customer = try index.customer(name) else {
        reader.refuse(.customer, ImportRefusal.Reason.unknown(.customer).words)
        strays.append(record.row)
        if let no { strayNumbers.insert(no) }
        return
      }
      place = orders.count
      places[no ?? name + "\n" + (po ?? "")] = place
      orders.append(try Self.head(&reader, no: no, customer, index))
      rows.append(withLine ? [] : [record.row])
      records.append([])
      heads.append(record)
      dates.append(Dates())
    }
    var given = Dates()
    given.want = reader.day(.want)
    given.promise = reader.day(.promise)
    given.shipped = reader.day(.shipped)
    if withLine {
      rows[place].append(record.row)
      try addLine(&reader, record, index, to: place, given)
    } else {
      dates[place] = given
    }
    Self.status(&reader, &orders[place], shipped: given.shipped)
    if reader.problems.count > before { leftOut.insert(place) }
  }

  /// Takes a row of the file of lines.
  mutating func addLine(_ reader: inout RowReader, _ record: TableRecord, _ index: ImportIndex) throws {
    guard let no = reader.needed(.no), !strayNumbers.contains(no) else { return }
    guard let place = places[no] else {
      reader.refuse(.no, Text("is no order of the other file", "另一个文件里没有这张订单", "另一個檔案裡沒有這張訂單"))
      return
    }
    let before = reader.problems.count
    var given = dates[place]
    given.want = reader.day(.want) ?? given.want
    given.promise = reader.day(.promise) ?? given.promise
    given.shipped = reader.day(.shipped) ?? given.shipped
    try addLine(&reader, record, index, to: place, given)
    if reader.problems.count > before { leftOut.insert(place) }
  }

  /// An order without any line is no order.
  mutating func finish(_ reader: inout RowReader) {
    for place in orders.indices where records[place].isEmpty {
      leftOut.insert(place)
      reader.turn(to: heads[place])
      reader.refuse(.no, Text("has no line in the other file", "另一个文件里没有它的行", "另一個檔案裡沒有它的行"))
    }
  }

  private mutating func addLine(
    _ reader: inout RowReader, _ record: TableRecord, _ index: ImportIndex, to place: Int, _ dates: Dates
  ) throws {
    records[place].append(record)
    guard let name = reader.needed(.product) else { return }
    guard let product = try index.product(name) else {
      reader.refuse(.product, ImportRefusal.Reason.unknown(.product).words)
      return
    }
    guard let quantity = reader.quantity(.qty, decimals: product.decimals) else { return }
    var line = ImportedLine(product: product, quantity: quantity)
    line.lineNo = reader.ordinal(.line)
    line.part = reader.ordinal(.part)
    line.price = reader.amount(.price, decimals: 4)
    line.discount = reader.share(.discount)
    line.requestedOn = dates.want
    line.promisedOn = dates.promise
    line.shippedOn = dates.shipped
    orders[place].lines.append(line)
  }

  // Static, as `status` is: a method on self would hold a second reference to every array of it, and
  // each row would copy them all.
  private static func head(
    _ reader: inout RowReader, no: String?, _ customer: ImportIndex.CustomerEntry, _ index: ImportIndex
  ) throws -> ImportedOrder {
    var order = ImportedOrder(no: no, customer: customer)
    order.customerPO = reader.text(.po)
    order.clerkName = reader.text(.clerk)
    order.clerk = try order.clerkName.map(index.user)
    order.orderedOn = reader.day(.ordered)
    order.currency = reader.currency()
    order.carrier = reader.text(.carrier)
    order.priority = reader.id(.prio)
    order.note = reader.text(.note)
    order.closedOn = reader.day(.closed)
    order.cancelledOn = reader.day(.cancelled)
    order.isCancelled = order.cancelledOn != nil
    return order
  }

  /// What the source's word for the state says of the facts.
  private static func status(_ reader: inout RowReader, _ order: inout ImportedOrder, shipped: Day?) {
    guard let word = reader.text(.status) else { return }
    switch OrderStatusWord(word) {
    case .cancelled: order.isCancelled = true
    case .onHold: order.holdReason = word
    case .shipped where shipped == nil:
      reader.refuse(.status, Text("needs the day it was shipped", "要有发货日期", "要有出貨日期"))
    case .closed where shipped == nil && order.closedOn == nil:
      reader.refuse(.status, Text("needs the day it was closed", "要有结案日期", "要有結案日期"))
    case .shipped, .closed, .open: break
    case nil:
      reader.refuse(
        .status,
        Text("known: ", "可用: ", "可用: ") + OrderStatusWord.allCases.map(\.words).joined(", "))
    }
  }

  /// Notes what the comparison refuses; returns the orders concerned.
  mutating func refuse(
    _ comparison: OrderComparison, _ reader: inout RowReader, _ lineReader: inout RowReader?
  ) -> Set<Int> {
    var refused: Set<Int> = []
    for (place, verdict) in comparison.verdicts.enumerated() where verdict.isRefused {
      refused.insert(place)
      if leftOut.contains(place) { continue }
      if case .refused(let refusals) = verdict.head { reader.refuse(refusals, heads[place]) }
      for (number, line) in verdict.lines.enumerated() {
        guard case .refused(let refusals) = line else { continue }
        if lineReader == nil {
          reader.refuse(refusals, records[place][number])
        } else {
          lineReader?.refuse(refusals, records[place][number])
        }
      }
    }
    return refused
  }
}
