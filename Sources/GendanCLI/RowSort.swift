import Gendan
import GendanOutput

/// In which order a person wants the rows of a table: `due,-qty` by its own columns, `-` turns a key round.
struct RowSort {
  private let keys: [(place: Int, isDescending: Bool)]

  /// Reads the keys; throws a complaint for one that is no column of the table.
  init(_ text: String, of table: Table) throws {
    keys = try text.split { $0 == "," || $0 == "，" }.map { word in
      let name = String(word.hasPrefix("-") ? word.dropFirst() : word)
      let place = table.columns.firstIndex { column in
        column.id == name || folded(column.title) == folded(name)
          || column.id == OrderField.named(name)?.rawValue
      }
      guard let place else {
        throw Complaint(
          .usage, Text("cannot sort by \"\(name)\"", "不能按 \"\(name)\" 排序", "不能按 \"\(name)\" 排序"),
          facts: [
            Text("columns: ", "列: ", "欄: ") + table.columns.map(\.id).joined(separator: ", ")
          ], try: "-s \(table.columns.first { $0.id != "row" }?.id ?? "")")
      }
      return (place, word.hasPrefix("-"))
    }
  }

  /// The places of the rows in their new order; rows that are alike keep theirs.
  func order(of rows: [Table.Row]) -> [Int] {
    rows.indices.sorted { a, b in
      for key in keys {
        let (x, y) = (Self.value(rows[a], key.place), Self.value(rows[b], key.place))
        // What has no value comes last, whichever way round.
        if (x == .null) != (y == .null) { return y == .null }
        let order = Self.compare(x, y)
        if order != 0 { return (order < 0) != key.isDescending }
      }
      return a < b
    }
  }

  private static func value(_ row: Table.Row, _ place: Int) -> JSON {
    guard case .cells(let cells, _) = row, cells.indices.contains(place) else { return .null }
    return cells[place].value
  }

  /// Below zero where the first value comes first: numbers by size, amounts within their currency, days and words as
  /// texts.
  private static func compare(_ a: JSON, _ b: JSON) -> Int {
    func ordered<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }
    if case .array(let x) = a, case .array(let y) = b {
      return zip(x, y).lazy.map(compare).first { $0 != 0 } ?? ordered(x.count, y.count)
    }
    if let x = a["amount"], let y = b["amount"], let mine = a["currency"]?.text, let its = b["currency"]?.text
    {
      return mine == its ? compare(x, y) : ordered(mine, its)
    }
    if let a = number(a), let b = number(b) { return ordered(a, b) }
    return ordered(a.text, b.text)
  }

  private static func number(_ value: JSON) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .decimal(let text), .string(let text): Double(text)
    case .null, .bool, .array, .object: nil
    }
  }
}

extension Answer {
  /// The answer with the rows of its one table as `-s` wants them, then cut to `-L`, unless its command has seen to
  /// it; throws a complaint where there are no such rows.
  func arranged(at desk: Desk) throws -> Answer {
    guard let keys = desk.options.sort, !isArranged, !isWrite, verbatim == nil, let document else {
      return self
    }
    let places = document.blocks.indices.filter { document.blocks[$0].table != nil }
    guard places.count == 1, let place = places.first, var table = document.blocks[place].table,
      document.json == nil, document.records == nil, table.rows.allSatisfy(\.isRecord),
      rows.map({ $0.count == table.rows.count }) ?? true
    else {
      throw Complaint(
        .usage,
        Text(
          "-s \(keys): this page is no list of rows", "-s \(keys): 这一页不是可排序的清单", "-s \(keys): 這一頁不是可排序的清單"),
        try: "gendan list -s \(keys)")
    }
    var order = try RowSort(keys, of: table).order(of: table.rows)
    if let limit = try desk.limit(sorting: true) { order = Array(order.prefix(limit)) }
    let number = table.columns.firstIndex { $0.id == "row" }
    table.rows = zip(1..., order).map { row, place in
      guard let number, case .cells(var cells, let isMarked) = table.rows[place] else {
        return table.rows[place]
      }
      cells[number].renumber(row)
      return .cells(cells, marked: isMarked)
    }
    var answer = self
    answer.rows = rows.map { rows in order.map { rows[$0] } }
    answer.document?.blocks[place] = .table(table)
    return answer
  }
}

extension Cell {
  /// The same cell for another row.
  fileprivate mutating func renumber(_ row: Int) {
    (text, value) = (String(row), .integer(Int64(row)))
  }
}

extension Document.Block {
  fileprivate var table: Table? {
    if case .table(let table) = self { table } else { nil }
  }
}

extension Table.Row {
  fileprivate var isRecord: Bool {
    if case .cells = self { true } else { false }
  }
}
