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
}
