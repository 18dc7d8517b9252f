import ArgumentParser
import Gendan
import GendanOutput

/// Makes a production order together with an earlier one of the same goods.
struct WorkMerge: BookCommand {
  static let sheet = CommandSheet(
    id: "work.merge", word: "merge", chinese: ["合并", "合併"],
    about: Text("make two production orders together", "合并生产单", "合併生產單"), usage: "MO INTO-MO",
    examples: ["work merge MO2603-0002 MO2603-0001"], part: .follow, right: .produce)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let source = try desk.production(&words, in: writing)
      let target = try desk.production(&words, in: writing)
      let merged = try writing.merge(source, into: target)
      let shares = try merged.shares(in: writing.db)
      answer.echo = [
        Text(
          "\(source.no) is made with \(merged.no): ", "\(source.no) 已并入 \(merged.no): ",
          "\(source.no) 已併入 \(merged.no): ")
          + "\(merged.product) \(merged.quantity.text) = "
          + shares.map { "\($0.orderNo) \(merged.quantity.with($0.quantity).text)" }.joined(separator: " + ")
      ]
      answer.touched = shares.map(\.orderNo)
    }
  }
}

/// Production orders that could be made together.
struct WorkSuggest: BookCommand {
  static let sheet = CommandSheet(
    id: "work.suggest", word: "suggest", chinese: ["可合并", "可合併"],
    about: Text("production orders to make together", "可以合并的生产单", "可以合併的生產單"), usage: "",
    examples: ["work suggest"], part: .follow)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let pairs = try MergePair.all(in: reading.db)
      var answer = Answer("merge-pairs", Self.listing(desk.language).list(pairs))
      answer.title = Self.sheet.about
      return answer
    }
  }

  private static func listing(_ language: Language) -> Listing<MergePair> {
    Listing(
      id: "merge-pairs", language: language,
      fields: [
        .init("source", Noun.production.words) { Cell($0.source.no) },
        .init("source_order", Noun.order.words) { Cell(optional: $0.source.orderNo) },
        .init("source_qty", OrderField.qty.words, .trailing) { Cell($0.source.quantity) },
        .init("into", Text("Into", "并入", "併入")) { Cell($0.target.no) },
        .init("into_order", Text("Its order", "其订单", "其訂單")) { Cell(optional: $0.target.orderNo) },
        .init("into_qty", Text("Its qty", "其数量", "其數量"), .trailing) { Cell($0.target.quantity) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.source.product) },
      ])
  }
}
