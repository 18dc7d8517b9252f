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
      let awaited = try ApprovalTrail.of(production, in: writing).awaited
      let line = try WorkRelease.echo(production, try desk.dateWords(writing), in: writing)
      answer.echo = [
        awaited.isEmpty
          ? line : line + Text(", missing: ", ", 缺签字: ", ", 缺簽字: ") + awaited.map(\.role.words).joined(", ")
      ]
    }
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

/// Signs production for stock.
struct WorkSign: BookCommand {
  static let sheet = CommandSheet(
    id: "work.sign", word: "sign", chinese: ["签字", "簽字"],
    about: Text("sign production for stock", "批准备库存生产", "核准備庫存生產"), usage: "MO",
    examples: ["work sign MO2603-0007"], part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let production = try desk.production(&words, in: writing)
      let signed = try writing.sign(forStock: production)
      let awaited = signed.trail.awaited.map(\.role.words)
      let line = Text(verbatim: "\(production.no): ") + Text("signed by ", "已签字 ", "已簽字 ") + signed.role.words
      answer.echo = [
        line
          + (awaited.isEmpty
            ? Text(", departments told", ", 已通知各部门", ", 已通知各部門")
            : Text(", missing: ", ", 还缺: ", ", 還缺: ") + awaited.joined(", "))
      ]
    }
  }
}
