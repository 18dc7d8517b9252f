import ArgumentParser
import Gendan

/// Makes goods for stock; the general manager signs where somebody must.
struct WorkStock: BookCommand {
  static let sheet = CommandSheet(
    id: "work.stock", word: "stock", chinese: ["备货", "備貨"],
    about: Text("make goods for stock", "备库存生产", "備庫存生產"),
    usage: "PRODUCT QTY [--route R] [--start DATE] [--maker FACTORY]",
    examples: ["work stock FL-50 2000", "work stock P-88 500 --route flange"], part: .follow, right: .produce)

  @Argument var words: [String] = []
  @Option var route: String?
  @Option var start: String?
  @Option var maker: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, quantity) = try words.nameAndQuantity(try: "gendan work stock FL-50 2000")
    return try desk.write { writing, answer in
      let product = try Product.named(name, in: writing.db)
      var request = ReleaseRequest()
      request.route = route
      request.maker = maker.filled
      request.startOn = try start.map { try desk.day($0, .plan, in: writing) }
      let production = try writing.makeForStock(
        product, quantity: try OrderNew.quantity(quantity, decimals: product.decimals), request)
      answer.echo = [try WorkStock.echo(production, try desk.dateWords(writing), in: writing)]
    }
  }

  /// As for an order, and whose signatures are awaited.
  static func echo(_ production: ProductionOrder, _ dates: DateWords, in reading: Reading) throws -> Text {
    let awaited = try ApprovalTrail.of(production, in: reading).awaited
    let line = try WorkRelease.echo(production, dates, in: reading)
    return awaited.isEmpty
      ? line : line + Text(", missing: ", ", 缺签字: ", ", 缺簽字: ") + awaited.map(\.role.words).joined(", ")
  }
}

extension [String] {
  /// A name of one or more words, and the quantity after it.
  func nameAndQuantity(try example: String) throws -> (name: String, quantity: String) {
    guard count >= 2, let quantity = last else {
      throw Complaint.missing(
        Noun.product.words + Text(", ", "和", "和") + OrderField.qty.words, try: example)
    }
    return (dropLast().joined(separator: " "), quantity)
  }
}
