import ArgumentParser
import Gendan
import GendanOutput

/// Writes a table of the book as a file that an import understands.
struct ExportTable: BookCommand {
  static let sheet = CommandSheet(
    id: "book.export", word: "export", chinese: ["导出", "匯出"],
    about: Text("write a table of the book to a file", "导出账本里的表", "匯出帳本裡的表"),
    usage: "TABLE [FILTER…] [-o FILE]",
    examples: ["export orders", "export orders customer:宏达 -o orders.csv", "export products -O json"],
    part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let name = words.first else {
      throw Complaint(
        .usage, Text("which table?", "导出哪张表?", "匯出哪張表?"),
        facts: [Text(verbatim: BookTable.allCases.map(\.rawValue).joined(separator: ", "))],
        try: "gendan export orders")
    }
    let chosen: BookTable = try Spelling.read(name, as: Text("table", "表", "表"))
    let terms = Array(words.dropFirst())
    guard chosen.isFilterable || desk.chosen([]).isEmpty else {
      throw desk.withoutFilter(
        Text("export \(chosen.rawValue)", "导出\(chosen.words.simplified)", "匯出\(chosen.words.traditional)"))
    }
    var table = Table(
      chosen.rawValue,
      columns: chosen.columns.map { column in
        Column(
          column.field.rawValue, column.field.words[desk.language], column.isNumber ? .trailing : .leading)
      })
    try desk.read { reading in
      let filter = chosen.isFilterable ? try desk.filter(terms, in: reading) : .everything
      try chosen.each(filter, in: reading) { values in
        guard chosen.isFilterable || Self.fits(values, terms) else { return }
        table.rows.append(.cells(values.map(Self.cell)))
      }
    }
    var answer = Answer("export-" + chosen.rawValue, Document([.table(table)]))
    answer.title = chosen.words
    return answer
  }

  /// Every word is somewhere in the row.
  private static func fits(_ values: [BookValue], _ words: [String]) -> Bool {
    words.allSatisfy { word in
      values.contains { if case .text(let text) = $0 { folded(text).contains(folded(word)) } else { false } }
    }
  }

  private static func cell(_ value: BookValue) -> Cell {
    switch value {
    case .none: .none
    case .text(let text): Cell(text)
    case .number(let number): Cell(String(number), value: .integer(number))
    case .decimal(let text): Cell(text, value: .decimal(text))
    }
  }
}

extension BookColumn {
  fileprivate var isNumber: Bool {
    switch kind {
    case .text, .places: false
    case .number, .quantity, .price, .share, .minutes: true
    }
  }
}

extension BookTable: Worded {
  var words: Text {
    switch self {
    case .customers: ImportKind.customers.words
    case .products: ImportKind.products.words
    case .orders: ImportKind.orders.words
    case .shipments: ImportKind.shipments.words
    case .production: ImportKind.production.words
    case .operations: ImportKind.operations.words
    case .routes: ImportKind.routes.words
    case .progress: Text("progress", "报工", "報工")
    case .promises: Text("promises", "答复", "答覆")
    case .events: Text("events", "流水", "流水")
    }
  }
}
