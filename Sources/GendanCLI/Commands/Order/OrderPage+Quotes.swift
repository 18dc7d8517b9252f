import Gendan
import GendanOutput

extension OrderPage {
  /// `Q2603-0001  不锈钢法兰 15.00 CNY`: a quote that a line follows.
  func words(_ quote: Quote) -> Text {
    let price = quote.offer.price.map { " \(OrderTable.price($0)) \(quote.offer.currency)" } ?? ""
    return Text(verbatim: "\(quote.name)  \(quote.product)\(price)")
  }

  func json(_ quote: Quote) -> JSON {
    [
      "no": .string(quote.no), "version": .integer(Int64(quote.version)),
      "product_code": .string(quote.productCode),
      "price": quote.offer.price.map { .string(OrderTable.price($0)) } ?? .null,
      "currency": .string(quote.offer.currency),
    ]
  }

  /// What the general manager decided of lines with new material; nil where no line has any.
  var newMaterialFact: Text? {
    guard !sections.newMaterial.isEmpty else { return nil }
    let lines = sections.newMaterial.map(\.product).joined(separator: ", ")
    guard let decision = sections.decision else {
      return Text(verbatim: lines) + Text(": price not decided", ": 价格待定", ": 價格待定")
    }
    return Text(verbatim: lines) + Text(": price: ", ": 报价", ": 報價") + decision.ruling.words
      + "  \(decision.by) \(time(decision.at))" + (decision.note.map { "  \($0)" } ?? "")
  }
}
