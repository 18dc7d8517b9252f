/// The names that an import looks up, read once: customers, products, people, departments,
/// resources.
public final class ImportIndex {
  /// What an import needs to know of a product.
  public struct ProductEntry: Sendable {
    /// Its key.
    public let id: Identifier<Product>
    /// The decimals of its quantities.
    public let decimals: Int
  }
  /// What an import needs to know of a customer.
  public struct CustomerEntry: Sendable {
    /// Its key.
    public let id: Identifier<Customer>
    /// The currency of its orders.
    public let currency: String
    /// Which day its promises mean.
    public let dateMeaning: DateMeaning
  }

  private let reading: Reading
  private let writing: Writing?
  private let creates: Bool
  private var customers: [String: CustomerEntry] = [:]
  private var products: [String: ProductEntry] = [:]
  private var users: [String: Identifier<User>] = [:]
  private var departments: [String: Identifier<Department>] = [:]
  private var resources: [String: Identifier<Resource>] = [:]
  private var provisional: Int64 = 0

  /// Reads the names; with `creates`, customers, products and resources that are missing are made.
  ///
  /// In a mere reading nothing is made: what would be has a key below zero.
  public init(_ reading: Reading, creates: Bool) throws {
    self.reading = reading
    self.creates = creates
    writing = reading as? Writing
    // A code goes before a name that is the same, and a name that several have names none of them.
    var names: [String: [CustomerEntry]] = [:]
    try reading.db.each("SELECT id, code, name, currency, date_meaning FROM customers") { row in
      let entry = CustomerEntry(id: try row[0], currency: try row[3], dateMeaning: try row[4])
      customers[try row[1]] = entry
      names[try row[2], default: []].append(entry)
    }
    for (name, entries) in names where entries.count == 1 && customers[name] == nil {
      customers[name] = entries[0]
    }
    var productNames: [String: [ProductEntry]] = [:]
    try reading.db.each("SELECT id, code, name, decimals FROM products") { row in
      let entry = ProductEntry(id: try row[0], decimals: try row[3])
      products[try row[1]] = entry
      productNames[try row[2], default: []].append(entry)
    }
    for (name, entries) in productNames where entries.count == 1 && products[name] == nil {
      products[name] = entries[0]
    }
    try reading.db.each("SELECT id, login FROM users") { users[try $0[1]] = try $0[0] }
    try reading.db.each("SELECT id, code, name FROM departments") { row in
      departments[try row[1]] = try row[0]
      departments[try row[2]] = try row[0]
    }
    try reading.db.each("SELECT id, code FROM resources") { resources[try $0[1]] = try $0[0] }
  }

  /// The customer with a code or name.
  public func customer(_ name: String) throws -> CustomerEntry? {
    if let known = customers[name] { return known }
    guard creates else { return nil }
    let currency = try reading.settings()[.currency]
    let id = try writing?.insertCustomer(code: name, [:]) ?? Identifier(nextProvisional())
    let entry = CustomerEntry(id: id, currency: currency, dateMeaning: .shipped)
    customers[name] = entry
    return entry
  }

  /// The product with a code or name.
  public func product(_ name: String) throws -> ProductEntry? {
    if let known = products[name] { return known }
    guard creates else { return nil }
    let id = try writing?.addProduct(code: name, name: name) ?? Identifier(nextProvisional())
    let entry = ProductEntry(id: id, decimals: 0)
    products[name] = entry
    return entry
  }

  /// The person with a login, registered as a clerk where the book does not know it.
  public func user(_ login: String) throws -> Identifier<User> {
    if let known = users[login] { return known }
    let id =
      try writing?.addUser(login: login, name: login, roles: [.clerk]) ?? Identifier(nextProvisional())
    users[login] = id
    return id
  }

  /// The department with a name or code, made where there is none.
  public func department(_ name: String) throws -> Identifier<Department> {
    if let known = departments[name] { return known }
    let id = try writing?.department(name) ?? Identifier(nextProvisional())
    departments[name] = id
    return id
  }

  /// The resource with a code.
  public func resource(_ code: String) throws -> Identifier<Resource>? {
    if let known = resources[code] { return known }
    guard creates else { return nil }
    let id = try writing?.addResource(code, ResourceChange()).id ?? Identifier(nextProvisional())
    resources[code] = id
    return id
  }

  private func nextProvisional() -> Int64 {
    provisional -= 1
    return provisional
  }
}
