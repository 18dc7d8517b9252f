/// What a person is in the firm; one person may be several.
public enum Role: String, SQLConvertible, Sendable, CaseIterable {
  /// Follows orders (跟单员).
  case clerk
  /// Brings orders in (业务员).
  case salesperson
  /// Leads the salespeople, signs orders (业务经理).
  case salesManager = "sales-manager"
  /// Leads the clerks: plans, overrides, reassigns (跟单主管).
  case supervisor
  /// Confirms money, signs orders and quotes (财务).
  case finance
  /// Signs what is large or special (总经理).
  case generalManager = "gm"
  /// Writes delivery notes (开单文员).
  case billing
  /// Leads or plans the workshop (生产主管).
  case production
  /// Leads packing (包装主任).
  case packing
  /// Buys (采购).
  case purchasing
  /// Keeps the stock (仓管).
  case warehouse
  /// Inspects (验货员).
  case quality
  /// Looks after the book: users, settings, restoring.
  case admin

  /// The roles whose work this one may do too.
  private var covers: Set<Role> {
    switch self {
    case .admin: Set(Role.allCases).subtracting(Self.personal)
    case .generalManager: [.supervisor, .salesManager, .salesperson, .clerk]
    case .supervisor, .salesManager: [.clerk, .salesperson]
    case .clerk, .salesperson, .finance, .billing, .production, .packing, .purchasing, .warehouse, .quality:
      []
    }
  }

  /// The roles whose word is a signature: nobody else's stands for it while somebody has the role.
  static let personal: Set<Role> = [.finance, .generalManager, .salesManager]

  /// Whether who has this role may do the work of another.
  public func stands(for other: Role) -> Bool { self == other || covers.contains(other) }
}

/// What a command asks of a person. The table is requirements' role matrix.
public enum Right: String, Sendable, CaseIterable {
  /// Takes and follows orders: customers, quotes, samples, promises, chases, notes, claims of money.
  case follow
  /// Puts into production, plans, merges and replaces production orders.
  case produce
  /// Reports what was made, acknowledges notices.
  case report
  /// Ships, confirms arrival, closes.
  case ship
  /// Signs, or sends back; as what, the signer matrix says.
  case sign
  /// Confirms that money has come.
  case confirmMoney = "confirm-money"
  /// Reassigns, holds production, decides settings and signers.
  case supervise
  /// Registers admins, restores.
  case administer

  /// The roles that have it.
  public var roles: Set<Role> {
    switch self {
    case .follow: [.clerk, .salesperson, .billing]
    case .produce: [.clerk, .production]
    case .report: [.clerk, .production, .packing, .warehouse, .quality, .purchasing]
    case .ship: [.clerk, .billing, .warehouse]
    case .sign: Set(Role.allCases)
    case .confirmMoney: [.finance]
    case .supervise: [.supervisor]
    case .administer: [.admin]
    }
  }
}

extension Set<Role>: SQLConvertible {
  /// Ids with a space between.
  public static var sqlType: SQLType { .text }
  /// The ids in the order of `Role`.
  public var sqlValue: SQLValue {
    .text(Role.allCases.filter(contains).map(\.rawValue).joined(separator: " "))
  }
  /// Reads ids; throws for one that is none.
  public init(column: Int, of row: any Row) throws {
    self = []
    for id in row.text(column).split(separator: " ") {
      guard let role = Role(rawValue: String(id)) else { throw DatabaseError.unexpectedValue(String(id)) }
      insert(role)
    }
  }
}

extension User {
  /// Whether the person follows orders and does nothing else: such a one's own orders are shown first,
  /// whoever leads sees everybody's.
  public var readsOwn: Bool { roles.contains(.clerk) && roles.isSubset(of: [.clerk, .salesperson]) }

  /// Whether one of the person's roles may do the work of this one.
  public func has(_ role: Role) -> Bool { roles.contains { $0.stands(for: role) } }
}

extension Writing {
  /// Throws `.notAllowed` unless the person who acts has the right.
  public func require(_ right: Right) throws {
    guard try right.roles.contains(where: acts) else { throw BookError.notAllowed(right.roles) }
  }

  /// Whether the person who acts may sign as a role: it must be their own, for a signature is a word given.
  public func signs(as role: Role) throws -> Bool {
    try user.roles.contains(role) || standsIn(for: role)
  }

  /// Whether the person who acts may do the work of a role. An admin stands in for a role that nobody
  /// has: a firm of one person need not hold thirteen roles.
  public func acts(as role: Role) throws -> Bool {
    try user.has(role) || standsIn(for: role)
  }

  private func standsIn(for role: Role) throws -> Bool {
    guard user.roles.contains(.admin) else { return false }
    return try !User.all(in: self).contains { $0.roles.contains(role) }
  }
}
