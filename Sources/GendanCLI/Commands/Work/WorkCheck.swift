import ArgumentParser
import Gendan
import GendanOutput

/// Whether an order is decomposed whole: ordered = from stock + in production.
struct WorkCheck: BookCommand {
  static let sheet = CommandSheet(
    id: "work.check", word: "check", chinese: ["核对", "核對"],
    about: Text("what of an order is covered", "核对订单分解", "核對訂單分解"),
    usage: "REF[.LINE]…", examples: ["work check 118", "work check 118.2 --json"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let found = try desk.references(only: words, in: reading)
      let lines = try found.flatMap { found in
        try Coverage.of(found.order.id, line: found.line, in: reading.db).map { coverage in
          let product = try Product.named(coverage.schedule.productCode, in: reading.db)
          return CheckedLine(
            no: found.order.no, coverage: coverage, stock: try Stock.of(product, in: reading.db))
        }
      }
      var answer = Answer("coverage", CheckedLine.listing(desk.language).list(lines))
      answer.touched = found.map(\.order.no)
      answer.warnings = Self.warnings(lines, try desk.dateWords(reading))
      answer.title = Self.sheet.about
      let isCovered = lines.allSatisfy { $0.coverage.uncovered == 0 }
      answer.extra = [JSON.Member("is_covered", .bool(isCovered))]
      answer.exit = isCovered ? .ok : .attention
      return answer
    }
  }
}

extension WorkCheck {
  /// Stock that was counted before, but not today, and stock of which more is held than the count found: the
  /// customer is told before it is promised again.
  private static func warnings(_ lines: [CheckedLine], _ dates: DateWords) -> [Complaint] {
    var known: Set<String> = []
    return lines.flatMap { line -> [Complaint] in
      let product = line.stock.product
      guard line.coverage.schedule.isOpen, let counted = line.stock.countedOn,
        known.insert(product.code).inserted
      else { return [] }
      var warnings: [Complaint] = []
      if counted < dates.today {
        warnings.append(
          Complaint(
            .ok,
            Text(
              "note: \(product.code) was last counted ", "注意: \(product.code) 上次盘点 ",
              "注意: \(product.code) 上次盤點 ")
              + dates.full(counted), try: "gendan stock count \(product.code) QTY"))
      }
      if line.stock.free < 0 {
        let short = product.quantity(-line.stock.free).text
        warnings.append(
          Complaint(
            .ok,
            Text(
              "note: \(product.code) is \(short) short of what is held",
              "注意: \(product.code) 库存比预留少 \(short)",
              "注意: \(product.code) 庫存比預留少 \(short)"), try: "gendan chase \(line.no) TEXT"))
      }
      return warnings
    }
  }
}

/// A delivery as `work check` shows it.
private struct CheckedLine {
  let no: String
  let coverage: Coverage
  /// What is in stock.
  let stock: Stock

  static func listing(_ language: Language) -> Listing<CheckedLine> {
    func number(
      _ id: String, _ heading: Text, _ value: @escaping (CheckedLine) -> Int64
    ) -> Listing<CheckedLine>.Field {
      .init(id, heading, .trailing) { Cell($0.coverage.schedule.quantity.with(value($0))) }
    }
    return Listing(
      id: "coverage", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.no) },
        .init("line", OrderField.line.words, .trailing) { Cell($0.coverage.schedule.place) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.coverage.schedule.product) },
        number("qty", Text("Ordered", "订购", "訂購")) { $0.coverage.schedule.quantity.smallest },
        number("from_stock", Text("From stock", "库存预留", "庫存預留")) { $0.coverage.fromStock },
        number("in_production", Text("In production", "生产", "生產")) { $0.coverage.inProduction },
        number("shipped", OrderField.shipped.words) { $0.coverage.schedule.shipped },
        .init("uncovered", Text("Uncovered", "未落实", "未落實"), .trailing) { line in
          var cell = Cell(line.coverage.schedule.quantity.with(line.coverage.uncovered))
          if line.coverage.uncovered != 0 { cell.style = .overdue }
          return cell
        },
        number("free", Text("Free in stock", "可用库存", "可用庫存")) { $0.stock.free },
      ])
  }
}
