/// A sales region: customers name it, one person follows it, one leads it.
public struct Region: Sendable, Equatable {
  /// Its name, as customers have it.
  public let name: String
  /// The login of the clerk who follows its customers.
  public let clerk: String?
  /// The login of who leads it.
  public let manager: String?
  /// How many customers name it.
  public let customers: Int
  /// The clerk's key.
  let clerkID: Identifier<User>?

  private init(_ row: any Row) throws {
    name = try row[0]
    clerk = try row[1]
    manager = try row[2]
    customers = try row[3]
    clerkID = try row[4]
  }

  /// Every region that somebody is responsible for or a customer names, by name.
  public static func all(in db: any Transaction) throws -> [Region] {
    try db.all(
      """
      SELECT n.name, u.login, v.login, (SELECT count(*) FROM customers c WHERE c.region = n.name), g.clerk_id
      FROM (SELECT name FROM regions
        UNION SELECT region FROM customers WHERE region IS NOT NULL) n
      LEFT JOIN regions g ON g.name = n.name
      LEFT JOIN users u ON u.id = g.clerk_id LEFT JOIN users v ON v.id = g.manager_id ORDER BY n.name
      """, Region.init)
  }

  /// The region with this name; nil where nobody is responsible for it and no customer names it.
  public static func named(_ name: String?, in db: any Transaction) throws -> Region? {
    try name.flatMap { name in try all(in: db).first { $0.name == name } }
  }
}

extension Writing {
  /// Says who follows and who leads a region; what is nil stays, `.some(nil)` clears.
  public func set(
    region name: String, clerk: Identifier<User>?? = nil, manager: Identifier<User>?? = nil
  ) throws {
    entry.subject = name
    try db.run("INSERT INTO regions (name) VALUES (\(name)) ON CONFLICT (name) DO NOTHING")
    if let clerk { try db.run("UPDATE regions SET clerk_id = \(clerk) WHERE name = \(name)") }
    if let manager { try db.run("UPDATE regions SET manager_id = \(manager) WHERE name = \(name)") }
  }
}
