import Gendan
import GendanOutput

/// Tables of orders: every list and report shows a field in the same way.
struct OrderTable {
  let language: Language
  let asOf: Day
  let calendar: WorkingCalendar
  /// The book's own currency, which need not be said.
  private let currency: String
  /// Whether `-L` may have cut the rows.
  private let isCut: Bool
  var basis = Basis.latest
  /// The forecasts of deliveries, in lists that show them.
  var forecasts: [Identifier<Schedule>: DeliveryForecast]?

  init(_ desk: Desk, _ reading: Reading, asOf: Day? = nil, basis: Basis = .latest) throws {
    language = desk.language
    self.asOf = asOf ?? reading.today
    calendar = try reading.calendar()
    currency = try reading.settings()[.currency]
    isCut = desk.options.limit != nil
    self.basis = basis
  }

  var dates: DateWords { DateWords(today: asOf, calendar: calendar) }

  /// A table with every column; what people see first is chosen by the answer.
  func table(
    _ id: String, _ rows: [OrderRow], numberedFrom first: Int? = nil, group: String? = nil
  ) -> Table {
    var table = Table(id, columns: columns(isNumbered: first != nil), group: group)
    table.rows = rows.enumerated().map { index, row in
      .cells(cells(row, number: first.map { $0 + index }))
    }
    return table
  }

  /// The columns of `table`.
  func columns(isNumbered: Bool) -> [Column] {
    let number = isNumbered ? [Column("row", "#", .trailing, isForPeopleOnly: true)] : []
    return number + OrderField.allCases.map(column) + forecastColumns + machineColumns
  }

  /// The cells of one order.
  func cells(_ row: OrderRow, number: Int?) -> [Cell] {
    (number.map { [Cell(String($0))] } ?? []) + OrderField.allCases.map { cell($0, row) }
      + forecastCells(row) + machineCells(row)
  }

  private func column(_ field: OrderField) -> Column {
    Column(
      field.rawValue, field.words[language], field.isNumber || field == .late ? .trailing : .leading,
      priority: priority(field), shrinks: [.customer, .product, .note, .po].contains(field),
      minimumWidth: field == .customer ? 8 : 10)
  }

  /// The least important columns leave a narrow screen first.
  private func priority(_ field: OrderField) -> Int {
    switch field {
    case .no, .customer, .due, .late: 0
    case .step, .product: 1
    case .cause, .promise, .qty, .open: 3
    case .clerk, .first, .status: 4
    case .want, .amount, .po: 5
    case .line, .shipped, .price, .created, .dept, .prio, .carrier, .type, .completed, .note, .color, .spec,
      .kind, .channel:
      6
    }
  }

  /// What only machines read: codes, units and calendar days.
  private var machineColumns: [Column] {
    [
      ("customer_code", Text("Customer code", "客户编号", "客戶編號")),
      ("product_code", Text("Product code", "产品编号", "產品編號")), ("unit", Text("Unit", "单位", "單位")),
      ("late_days", Text("Calendar days", "日历天", "日曆天")), ("others", Text("More lines", "另有行数", "另有行數")),
      ("currency", Text("Currency", "币种", "幣別")), ("part", Text("Part", "批次", "批次")),
    ].map { Column($0, $1[language]) }
  }

  private func machineCells(_ row: OrderRow) -> [Cell] {
    let late = row.lateness(basis, asOf: asOf, calendar: calendar)
    return [
      Cell(row.customerCode), Cell(row.productCode), Cell(row.quantity.unit),
      late.map { Cell(String($0.days), value: .integer(Int64($0.days))) } ?? .none,
      Cell(String(row.others), value: .integer(Int64(row.others))), Cell(row.currency),
      Cell(number: row.place.part ?? 1),
    ]
  }

  private func cell(_ field: OrderField, _ row: OrderRow) -> Cell {
    switch field {
    case .no: return Cell(row.no)
    case .line: return Cell(row.place)
    case .customer:
      return Cell((row.isRush ? Self.rush[language] : "") + row.customer, value: .string(row.customer))
    case .po: return text(row.customerPO)
    case .product: return Self.products(row)
    case .qty: return Self.quantity(row.goods.map(\.ordered))
    case .open: return Self.quantity(row.goods.map(\.open))
    case .shipped: return Self.quantity(row.goods.map(\.shipped))
    case .price: return row.price.map { Cell(Self.price($0), value: .string(Self.price($0))) } ?? .none
    case .amount:
      return row.worth.map {
        Cell(
          $0.currency == currency ? $0.grouped : $0.withCurrency,
          value: ["amount": .string($0.text), "currency": .string($0.currency)])
      } ?? .none
    case .created: return day(row.orderedOn)
    case .want: return day(row.requestedOn)
    case .first: return day(row.firstPromisedOn)
    case .promise: return day(row.promisedOn)
    case .due: return day(row.dueOn)
    case .completed: return day(row.completedOn)
    case .late: return late(row)
    case .step: return stageCell(row)
    case .dept:
      if case .step(_, let department?, _) = row.stage { return Cell(department) }
      return .none
    case .cause:
      return row.cause.map { Cell($0.words[language], code: $0.rawValue) } ?? .none
    case .clerk: return Cell(row.clerkName ?? "", code: row.clerk)
    case .prio: return Cell(row.priority.words[language], code: row.priority.rawValue)
    case .status: return Cell(row.state.words[language], code: row.state.rawValue)
    case .carrier: return text(row.carrier)
    case .type: return Cell(id: row.customerType, language)
    case .note: return text(row.note)
    case .color: return text(row.color)
    case .spec: return text(row.spec)
    case .kind: return Cell(id: row.kind, language)
    case .channel: return row.channel.map { Cell(id: $0, language) } ?? .none
    }
  }

  /// A line of sums: quantities of one unit, worth of one currency, and the mean of working days late.
  func sum(_ rows: [OrderRow], _ label: Text) -> [Cell] {
    columns(isNumbered: true).map { column in
      switch column.id {
      case "no": Cell(label[language])
      case "qty": total(rows.flatMap { $0.goods.map(\.ordered) })
      case "open": total(rows.flatMap { $0.goods.map(\.open) })
      case "shipped": total(rows.flatMap { $0.goods.map(\.shipped) })
      case "amount": worth(rows)
      case "late": mean(rows.compactMap { $0.lateness(basis, asOf: asOf, calendar: calendar) })
      default: Cell.none
      }
    }
  }

  /// The sums of a list, or of as much of it as is shown.
  func total(_ rows: [OrderRow]) -> [Cell] {
    let count = rows.orders
    return sum(
      rows,
      isCut
        ? Text("total of \(count) shown", "所列 \(count) 单合计", "所列 \(count) 單合計")
        : Text("total \(count)", "合计 \(count) 单", "合計 \(count) 單"))
  }

  /// Quantities of different units do not add up.
  private func total(_ quantities: [Quantity]) -> Cell {
    guard let first = quantities.first,
      quantities.allSatisfy({ $0.unit == first.unit && $0.decimals == first.decimals })
    else { return .none }
    let sum = first.with(quantities.reduce(0) { $0.addingReportingOverflow($1.smallest).partialValue })
    return Cell(sum.text, value: .integer(sum.smallest))
  }

  /// Currencies stand side by side; lines add up before they are rounded.
  private func worth(_ rows: [OrderRow]) -> Cell {
    let amounts = Money.sums(of: rows.compactMap(\.worth))
    guard let amount = amounts.first, amounts.count == 1 else {
      return Cell(amounts.map(\.withCurrency).joined(separator: " + "), value: .null)
    }
    return Cell(
      amount.currency == currency ? amount.grouped : amount.withCurrency, value: .string(amount.text))
  }

  private func mean(_ lateness: [Lateness]) -> Cell {
    let late = lateness.filter(\.isLate)
    guard !late.isEmpty else { return .none }
    let tenths = (late.reduce(0) { $0 + $1.workingDays } * 20 + late.count) / (late.count * 2)
    let mean = Decimal.text(Int64(tenths), decimals: 1)
    return Cell(Text("mean \(mean)", "均\(mean)", "均\(mean)")[language])
  }

  /// What stands before the customer of a rush order that is still open, where it is never cut (R-075).
  static let rush = Text("! ", "急 ", "急 ")

  /// `36.50`: at least two decimals, more only where they matter.
  static func price(_ price: Int64) -> String {
    price % 100 == 0 ? Decimal.text(price / 100, decimals: 2) : Decimal.text(price, decimals: 4)
  }

  private func text(_ text: String?) -> Cell { text.map { Cell($0) } ?? .none }

  private func number(_ number: Int64) -> Cell { Cell(String(number), value: .integer(number)) }

  /// `法兰 +2`: the product of a row, and how many others it speaks for.
  static func products(_ row: OrderRow) -> Cell {
    let more = row.otherProducts.count
    return Cell(more > 0 ? "\(row.product) +\(more)" : row.product, value: .string(row.product))
  }

  /// A sum for each unit, as units do not add up: people read `200 件 + 12.5 kg`, machines nothing.
  static func quantity(_ quantities: [Quantity]) -> Cell {
    guard let quantity = quantities.first, quantities.count == 1 else {
      return Cell(quantities.map { "\($0.text) \($0.unit)" }.joined(separator: " + "), value: .null)
    }
    return Cell(
      quantity.text,
      value: quantity.decimals == 0 ? .integer(quantity.smallest) : .decimal(quantity.plain))
  }

  private func day(_ day: Day?) -> Cell {
    day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
  }

  private func late(_ row: OrderRow) -> Cell {
    guard let late = row.lateness(basis, asOf: asOf, calendar: calendar) else { return .none }
    let value = JSON.integer(Int64(late.workingDays))
    if late.isLate {
      return Cell(DateWords.late(late)[language], value: value, style: .overdue)
    }
    if row.isOpen, row.reference(basis) == asOf {
      return Cell(Text("today", "今天", "今天")[language], value: value, style: .attention)
    }
    return Cell("", value: value)
  }

  /// Where the production of an order stands.
  func stageCell(_ row: OrderRow) -> Cell {
    let words: Text
    var value = JSON.null
    switch row.stage {
    case _ where row.isHeld: words = Text("on hold", "暂停", "暫停")
    // What is over stands nowhere in the workshop: how it ended is told.
    case _ where !row.isOpen: words = row.state.words
    case _ where row.open.smallest == 0: words = Text("on its way", "在途", "在途")
    case .step(let name, _, let good):
      words = Text(verbatim: "\(name) \(row.quantity.with(good).text)")
      value = .string(name)
    case .made: words = Text("ready to ship", "待发货", "待出貨")
    case .none:
      words = row.shipped > 0 ? Text("part shipped", "部分已发", "部分已出") : Text("not released", "未下达", "未下達")
    }
    return Cell(words[language], value: value)
  }
}

extension Desk {
  /// The filter of a line: its words, the view of `--view` and the expression of `--where`.
  func filter(_ words: [String], in reading: Reading, asOf: Day? = nil) throws -> OrderFilter {
    let context = DateContext(
      today: asOf ?? reading.today, calendar: try reading.calendar(), direction: .view)
    let terms = chosen(words)
    note(terms)
    let filter = try FilterPhrase(context: context) { try SavedView.named($0, in: reading.db).terms }
      .parse(terms)
    try filter.verifyNames(in: reading)
    return filter
  }

  /// `-L N`. Rows that `-s` puts in order are cut after it, as the answer is arranged: a command that sorts by
  /// itself says so, and is told all the same.
  func limit(sorting: Bool = false) throws -> Int? {
    guard let text = options.limit else { return nil }
    guard let limit = Int(folded(text)), limit > 0 else {
      throw Complaint(
        .usage, Text("-L \"\(text)\" is no number of rows", "-L \"\(text)\" 不是行数", "-L \"\(text)\" 不是行數"),
        try: "-L 50")
    }
    return sorting || options.sort == nil ? limit : nil
  }

  /// `-p PERIOD`.
  func period(in reading: Reading) throws -> Period? {
    guard let text = options.period else { return nil }
    let context = DateContext(today: reading.today, calendar: try reading.calendar(), direction: .view)
    let period = try PeriodPhrase.parse(text, in: context)
    note([period.description])
    return period
  }

  /// `--as-of DATE`: history where one is given.
  func scope(_ text: String?, in reading: Reading) throws -> OrderScope {
    guard let text else { return .now(reading.today) }
    return .asOf(try day(text, .view, in: reading))
  }

  /// The basis that an option names.
  func basis(_ text: String?, standard: Basis) throws -> Basis {
    try text.map { try Spelling.read($0, as: Text("basis", "口径", "口徑")) } ?? standard
  }
}
