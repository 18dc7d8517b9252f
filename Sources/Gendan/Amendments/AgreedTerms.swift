/// What a customer and the firm agreed upon, by place and field, as texts that stay readable.
struct AgreedTerms {
  /// Where something stands: in the order, or in a delivery of a line.
  private struct Place: Hashable, Comparable {
    let line: Int?
    let seq: Int
    let field: AgreedField

    static func < (a: Place, b: Place) -> Bool { a.key < b.key }

    private var key: (Int, Int, Int) {
      (line ?? 0, seq, AgreedField.allCases.firstIndex(of: field) ?? 0)
    }
  }

  private var values: [Place: String] = [:]

  static func of(_ order: Identifier<Order>, in db: any Transaction) throws -> AgreedTerms {
    var terms = AgreedTerms()
    try db.each(
      "SELECT customer_po, terms, special, carrier, commission_bp FROM orders WHERE id = \(order)"
    ) { row in
      func put(_ field: AgreedField, _ value: String?) {
        terms.values[Place(line: nil, seq: 0, field: field)] = value
      }
      put(.po, try row[0])
      put(.terms, try row[1])
      put(.special, try row[2])
      put(.carrier, try row[3])
      put(.commission, percent(row.integer(4)))
    }
    try db.each(
      """
      SELECT l.line_no, s.seq, p.code, s.qty, p.decimals, s.requested_on, l.price, l.discount_bp, l.color,
        l.spec, l.requirement, l.carton_qty, l.packing, l.mark FROM schedules s
      JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
      WHERE s.order_id = \(order)
      """
    ) { row in
      let (line, seq, decimals): (Int, Int, Int) = (try row[0], try row[1], try row[4])
      func put(_ field: AgreedField, _ value: String?) {
        terms.values[Place(line: line, seq: seq, field: field)] = value
      }
      put(.qty, Decimal.text(row.integer(3), decimals: decimals))
      put(.want, (try row[5] as Day?)?.description)
      // What is said of a line is said once, whatever the number of its deliveries.
      guard seq == 1 else { return }
      put(.product, try row[2])
      put(.price, (try row[6] as Int64?).map(price))
      put(.discount, percent(row.integer(7)))
      put(.color, try row[8])
      put(.spec, try row[9])
      put(.requirement, try row[10])
      put(.carton, (try row[11] as Int64?).map { Decimal.text($0, decimals: decimals) })
      put(.packing, try row[12])
      put(.mark, try row[13])
    }
    return terms
  }

  /// What differs from what was agreed before, by line and field.
  func changes(since before: AgreedTerms) -> [Amendment.Change] {
    Set(values.keys).union(before.values.keys).sorted().compactMap { place in
      let (old, new) = (before.values[place], values[place])
      return old == new ? nil : Amendment.Change(line: place.line, field: place.field, old: old, new: new)
    }
  }

  /// Without what is not there: nothing is no part.
  private static func percent(_ basisPoints: Int64) -> String? {
    basisPoints == 0 ? nil : Decimal.text(basisPoints, decimals: 2)
  }

  private static func price(_ price: Int64) -> String {
    price % 100 == 0 ? Decimal.text(price / 100, decimals: 2) : Decimal.text(price, decimals: 4)
  }
}
