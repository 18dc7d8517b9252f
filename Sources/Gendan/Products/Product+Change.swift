extension Writing {
  /// Forgets a product's standard lead time.
  public func clearLeadTime(of product: Product) throws {
    entry.subject = product.code
    try db.run("UPDATE products SET lead_days = NULL WHERE id = \(product.id)")
  }
}
