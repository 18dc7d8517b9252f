import ArgumentParser
import Gendan
import GendanOutput

/// Which products are below their minimum, and what would fill them up; with `--make` their production
/// orders are written, to be signed like any other for stock.
struct StockPropose: BookCommand {
  static let sheet = CommandSheet(
    id: "stock.propose", word: "propose", chinese: ["补货建议", "補貨建議"],
    about: Text("what to make for stock", "该补多少库存", "該補多少庫存"), usage: "[--make]",
    examples: ["stock propose", "stock propose --make"], part: .follow, right: .produce)

  @Flag var make = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard make else {
      return try desk.read { reading in
        let proposals = try StockProposal.all(in: reading.db)
        var answer = Answer("proposals", Self.listing(desk.language).list(proposals))
        answer.title = Self.sheet.about
        return answer
      }
    }
    return try desk.write { writing, answer in
      let dates = try desk.dateWords(writing)
      answer.echo = try writing.makeProposed().map { try WorkStock.echo($0, dates, in: writing) }
      if answer.echo.isEmpty {
        answer.echo = [Text("nothing is below its minimum", "没有低于下限的", "沒有低於下限的")]
      }
    }
  }

  private static func listing(_ language: Language) -> Listing<StockProposal> {
    func number(
      _ id: String, _ heading: Text, _ value: @escaping (StockProposal) -> Int64
    ) -> Listing<StockProposal>.Field {
      .init(id, heading, .trailing) { Cell($0.stock.product.quantity(value($0))) }
    }
    return Listing(
      id: "proposals", language: language,
      fields: [
        .init("code", Noun.product.words) { Cell($0.stock.product.code) },
        .init("name", Text("Name", "名称", "名稱"), shrinks: true) { Cell($0.stock.product.name) },
        number("free", Text("Free", "可用", "可用")) { $0.stock.free },
        number("coming", Text("Coming", "在产备货", "在產備貨")) { $0.coming },
        number("min", Text("Min", "下限", "下限")) { $0.stock.product.minimum ?? 0 },
        number("max", Text("Max", "上限", "上限")) { $0.maximum },
        number("qty", Text("To make", "建议生产", "建議生產")) { $0.quantity },
        .init("try", Text("What settles it", "怎么办", "怎麼辦"), shrinks: true) {
          Cell("gendan work stock \($0.stock.product.code) \($0.stock.product.quantity($0.quantity).plain)")
        },
      ])
  }
}

/// Says between which quantities a product is kept in stock.
struct StockMin: BookCommand {
  static let sheet = CommandSheet(
    id: "stock.min", word: "min", chinese: ["上下限"],
    about: Text("settle the stock to keep", "定库存上下限", "定庫存上下限"), usage: "PRODUCT MIN MAX | PRODUCT none",
    examples: ["stock min P-88 500 2000", "stock min P-88 none"], part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let isCleared = words.count == 2 && ["none", "无", "無"].contains(folded(words[1]))
    guard words.count == 3 || isCleared else {
      throw Complaint.missing(
        Noun.product.words + Text(", at least and at most", ", 下限和上限", ", 下限和上限"),
        try: "gendan stock min P-88 500 2000")
    }
    return try desk.write { writing, answer in
      let product = try Product.named(words[0], in: writing.db)
      guard !isCleared else {
        try writing.keep(product, between: nil)
        answer.echo = [
          Text(verbatim: "\(product.code) \(product.name): ") + Text("no minimum", "不设上下限", "不設上下限")
        ]
        return
      }
      let limits = try words[1...].map { try OrderNew.quantity($0, decimals: product.decimals) }
      guard limits[0] <= limits[1] else {
        throw Complaint(
          .usage,
          Text(
            "at least \(words[1]) is more than at most \(words[2])", "下限 \(words[1]) 大于上限 \(words[2])",
            "下限 \(words[1]) 大於上限 \(words[2])"),
          try: "gendan stock min \(product.code) \(words[2]) \(words[1])")
      }
      try writing.keep(product, between: limits[0]...limits[1])
      answer.echo = [
        Text(verbatim: "\(product.code) \(product.name): ")
          + Text("at least ", "下限 ", "下限 ") + product.quantity(limits[0]).text
          + Text(", at most ", ", 上限 ", ", 上限 ") + product.quantity(limits[1]).text
      ]
    }
  }
}
