/// Another unit in which a product is ordered, such as a carton of 12.
public struct ProductUnit: Sendable, Equatable {
  /// What it is called.
  public let name: String
  /// How much of the product one of them is.
  public let quantity: Quantity
}

extension Product {
  /// The units in which it is ordered besides its own, by name.
  public func units(in db: any Transaction) throws -> [ProductUnit] {
    try db.all("SELECT name, qty FROM product_units WHERE product_id = \(id) ORDER BY name") {
      ProductUnit(name: try $0[0], quantity: quantity(try $0[1]))
    }
  }
}

extension Writing {
  /// Says how much of a product, in its smallest unit, one of another unit is; nil takes the unit away.
  ///
  /// Throws `.taken` for the product's own unit.
  public func set(unit name: String, of product: Product, to quantity: Int64?) throws {
    guard name != product.unit else { throw BookError.taken(.product, "\(product.code) \(name)") }
    entry.subject = product.code
    guard let quantity else {
      try db.run("DELETE FROM product_units WHERE product_id = \(product.id) AND name = \(name)")
      return
    }
    try db.run(
      """
      INSERT INTO product_units (product_id, name, qty) VALUES (\(product.id), \(name), \(quantity))
      ON CONFLICT (product_id, name) DO UPDATE SET qty = excluded.qty
      """)
  }
}
