extension Fault {
  /// What is wrong with a sample that is not approved; nil of one that is.
  init?(unapproved sample: Sample) {
    switch sample.state {
    case .approved: return nil
    case .rejected: self = .sampleRejected(no: sample.no, round: sample.round.number, note: sample.round.note)
    case .kept: return nil
    case .requested, .sent, .made: self = .sampleOpen(no: sample.no, round: sample.round.number)
    }
  }
}

extension Gate where Subject == Order {
  /// The customer approved a sample of every product of the order that needs one.
  static let releaseSampled = Gate(lacking: .releaseSampled) { order, reading in
    let products = try reading.db.all(
      """
      SELECT p.id, p.name FROM products p WHERE p.sample_required = 1 AND p.id IN (
        SELECT l.product_id FROM order_lines l JOIN schedules s ON s.line_id = l.id
        WHERE s.order_id = \(order.id) AND s.is_open = 1)
      ORDER BY p.code
      """
    ) { (id: try $0[0] as Identifier<Product>, name: try $0[1] as String) }
    return try products.compactMap { product in
      guard let sample = try Sample.newest(of: product.id, for: order, in: reading.db) else {
        return .sampleMissing(product: product.name)
      }
      return Fault(unapproved: sample)
    }
  }
}

extension Order {
  /// The approved sample by which a product is made for this order.
  func approvedSample(of product: Identifier<Product>, in db: any Transaction) throws -> Identifier<Sample>? {
    let sample = try Sample.newest(of: product, for: self, in: db)
    return sample?.state == .approved ? sample?.id : nil
  }
}
