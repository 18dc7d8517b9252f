import ArgumentParser
import Gendan
import GendanOutput

/// Lists orders, the open ones unless a filter or period says otherwise.
struct OrderListCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "order.list", word: "list", short: "ls", chinese: ["列表"],
    about: Text("list orders", "列出订单", "列出訂單"),
    usage:
      "[FILTER…] [-c COLUMNS] [-s KEYS] [--by FIELD] [--totals] [-L N] [-p PERIOD] [--lines] [--as-of DATE]",
    examples: [
      "list", "list 客户:宏达 交期:本周", "list is:overdue -s late -L 20", "list is:open --as-of 2026-03-01",
    ],
    part: .morning, repaints: true)

  @Argument var words: [String] = []
  @Flag var lines = false
  @Flag var totals = false
  @Option(name: .customLong("as-of")) var asOf: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let scope = try desk.scope(asOf, in: reading)
      var list = OrderList(scope)
      var filters = [try desk.filter(words, in: reading, asOf: scope.day)]
      if let period = try desk.period(in: reading) {
        filters.append(.days(.created, from: period.first, to: period.last))
      } else if !filters.contains(where: \.namesState) {
        filters.append(.state(.open))
      }
      list.filter = .all(filters)
      list.rollsUp = try !lines && !desk.groupsLines
      let order = try desk.sort(OrderSort.self)
      let isNative = order.isNative && desk.options.by == nil
      list.limit = isNative ? try desk.limit(sorting: true) : nil
      if isNative, list.limit == nil, !totals, try Presentation(desk).format() == .xlsx {
        return try OrderListCommand.fed(list, at: desk, in: reading)
      }
      var rows = order.sorted(try list.rows(in: reading), scope.day)
      if let limit = try desk.limit(sorting: true) { rows = Array(rows.prefix(limit)) }
      var answer = try OrderListCommand.answer(rows, at: desk, in: reading, asOf: scope.day, totals: totals)
      answer.isArranged = true
      if rows.isEmpty { try answer.sayNothing(at: desk) }
      return answer
    }
  }

  /// A list for a spreadsheet, which has room for more rows than the memory: they are read while they are written.
  private static func fed(_ list: OrderList, at desk: Desk, in reading: Reading) throws -> Answer {
    var answer = try answer([], at: desk, in: reading, asOf: list.scope.day)
    answer.rows = nil
    answer.feed = { table, write in
      try desk.read { reading in
        let tables = try OrderTable(desk, reading, asOf: list.scope.day)
        let all = tables.columns(isNumbered: true).map(\.id)
        let chosen = table.columns.compactMap { all.firstIndex(of: $0.id) }
        var number = 0
        try list.each(in: reading) { row in
          number += 1
          let cells = tables.cells(row, number: number)
          try write(.cells(chosen.map { cells[$0] }))
        }
      }
    }
    return answer
  }

  /// A numbered list, grouped where `--by` asks for it.
  static func answer(
    _ rows: [OrderRow], at desk: Desk, in reading: Reading, asOf: Day, totals: Bool = false
  ) throws -> Answer {
    let tables = try OrderTable(desk, reading, asOf: asOf)
    let grouping = try desk.orderGrouping(in: reading)
    var (table, shown) =
      grouping?.table("orders", rows, tables) ?? (tables.table("orders", rows, numberedFrom: 1), rows)
    if totals { table.total = tables.total(rows) }
    var answer = Answer("orders", Document([.table(table)]))
    answer.columns = ["row", "no", "customer", "product", "qty", "open", "due", "late", "step", "clerk"]
    answer.rows = shown.map(\.no)
    answer.asOf = asOf
    answer.title = Text("Orders", "订单", "訂單")
    answer.extra = [.init("amounts", amounts(rows))]
    return answer
  }
}

extension OrderListCommand {
  /// The worth of the rows, a sum a currency; lines add up before they are rounded.
  fileprivate static func amounts(_ rows: [OrderRow]) -> JSON {
    .array(
      Money.sums(of: rows.compactMap(\.worth)).map {
        ["amount": .string($0.text), "currency": .string($0.currency)]
      })
  }
}

extension Answer {
  /// Says of a list without rows that there are none; programs find its columns all the same.
  mutating func sayNothing(
    _ none: Text = Text("no order fits", "没有符合的订单", "沒有符合的訂單"), at desk: Desk
  ) throws {
    guard try Presentation(desk).format().isForPeople, var table = document?.tables.first else { return }
    // A header alone says nothing.
    table.showsHeader = false
    document = Document([.line(desk.say(desk.nothing(none))), .table(table)])
  }
}

/// The keys by which lists are sorted; `-` before a key turns it round.
struct OrderSort {
  private let keys: [(field: OrderField, isDescending: Bool)]

  init(_ text: String) throws {
    keys = try text.split { $0 == "," || $0 == "，" }.map { word in
      let isDescending = word.hasPrefix("-")
      let name = String(isDescending ? word.dropFirst() : word)
      guard let field = OrderField.named(name) else {
        let close = nearest(to: name, among: OrderField.allCases.map(\.rawValue))
        throw Complaint(
          .usage, Text("cannot sort by \"\(name)\"", "不能按 \"\(name)\" 排序", "不能按 \"\(name)\" 排序"),
          facts: close.isEmpty ? [] : [Text("close: ", "相近: ", "相近: ") + close.joined(separator: ", ")],
          try: "-s due,-amount")
      }
      return (field, isDescending)
    }
  }

  /// Whether the list comes in this order by itself.
  var isNative: Bool { keys.isEmpty }

  func sorted(_ rows: [OrderRow], _ asOf: Day) -> [OrderRow] {
    guard !isNative else { return rows }
    return rows.enumerated().sorted { a, b in
      for key in keys {
        switch (Self.rank(key.field, a.element, asOf), Self.rank(key.field, b.element, asOf)) {
        case let (x?, y?) where x != y: return key.isDescending ? y < x : x < y
        // What has no value comes last, whichever way round.
        case (_?, nil): return true
        case (nil, _?): return false
        default: continue
        }
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// What to compare by; nil where a row has no value.
  private static func rank(_ field: OrderField, _ row: OrderRow, _ asOf: Day) -> Rank? {
    func text(_ text: String?) -> Rank? { text.map { .text($0) } }
    func day(_ day: Day?) -> Rank? { day.map { .number(Int64($0.number)) } }
    return switch field {
    case .no: .text(row.no)
    case .line: .number(Int64(row.lineNo))
    case .customer: .text(row.customer)
    case .po: text(row.customerPO)
    case .product: .text(row.product)
    case .qty: row.goods.first.map { .number($0.ordered.smallest) }
    case .open: row.goods.first.map { .number($0.open.smallest) }
    case .shipped: row.goods.first.map { .number($0.shipped.smallest) }
    // Amounts of two currencies are not compared: each currency has its own.
    case .price: row.price.map { .amount(row.currency, $0) }
    case .amount: row.worth.map { .amount($0.currency, $0.tenThousandths) }
    case .created: day(row.orderedOn)
    case .want: day(row.requestedOn)
    case .first: day(row.firstPromisedOn)
    case .promise: day(row.promisedOn)
    case .due: day(row.dueOn)
    case .late: row.dueOn.map { .number(Int64((row.completedOn ?? asOf) - $0)) }
    case .step, .dept: .text(String(describing: row.stage))
    case .cause: text(row.cause?.rawValue)
    case .clerk: text(row.clerk)
    case .prio: .text(row.priority.rawValue)
    case .status: .text(row.state.rawValue)
    case .carrier: text(row.carrier)
    case .type: .text(row.customerType.rawValue)
    case .completed: day(row.completedOn)
    case .note: text(row.note)
    case .color: text(row.color)
    case .spec: text(row.spec)
    case .kind: .text(row.kind.rawValue)
    case .channel: text(row.channel?.rawValue)
    }
  }

  private enum Rank: Comparable {
    case number(Int64)
    case text(String)
    case amount(String, Int64)
  }
}

extension Desk {
  /// Whether rows are put together by what differs from line to line: then each line is a row, or a department would
  /// not see its own behind another's that is worse.
  var groupsLines: Bool {
    get throws {
      let field = try options.by.map { try OrderGrouping($0).field }
      return [.dept, .step, .product, .cause].contains(field)
    }
  }

  /// `-s KEYS`.
  func sort(_ type: OrderSort.Type) throws -> OrderSort { try OrderSort(options.sort ?? "") }
}

extension Sequence<OrderRow> {
  /// Of how many orders they are: one may have a row for each of its lines.
  var orders: Int { Set(map(\.order)).count }
}
