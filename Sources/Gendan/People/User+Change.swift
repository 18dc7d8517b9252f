/// A person as the list of users shows them, whether they still work with the book or not.
public struct Member: Sendable, Equatable {
  /// The person.
  public let user: User
  /// The department.
  public var department: String? { user.department }
  /// The superior's login.
  public let boss: String?
  /// The address to which summaries go.
  public let mail: String?
  /// Whether the person may still act.
  public let isActive: Bool

  /// Everybody there ever was, by login.
  public static func all(in db: any Transaction) throws -> [Member] {
    try db.all(
      """
      SELECT \(User.columns), (SELECT b.login FROM users b WHERE b.id = users.boss_id) AS boss, active, mail
      FROM users ORDER BY users.login
      """
    ) {
      Member(user: try User($0), boss: try $0[6], mail: try $0[8], isActive: try $0[7])
    }
  }

  /// The person that a text names: login or name, or part of the name where it fits one.
  public static func named(_ text: String, in db: any Transaction) throws -> Member {
    try named(text, among: all(in: db))
  }
}

extension Member: Named {
  static var noun: Noun { .user }
  var name: String { user.name }
  var candidate: Candidate { user.candidate }
}

/// What changes about a person; nil leaves as it is, `.some(nil)` clears.
public struct UserChange: Sendable {
  /// The person's name.
  public var name: String?
  /// What the person is.
  public var roles: Set<Role>?
  /// The department.
  public var department: Identifier<Department>??
  /// The superior.
  public var boss: Identifier<User>??
  /// The language of messages.
  public var language: String??
  /// The address to which summaries go.
  public var mail: String??
  /// Whether the person may act.
  public var isActive: Bool?

  /// No change.
  public init() {}
}

extension Writing {
  /// Changes what is said of a person.
  public func set(user login: String, _ change: UserChange) throws {
    entry.subject = login
    func put(_ column: String, _ value: some SQLConvertible) throws {
      try db.run("UPDATE users SET \(name: column) = \(value) WHERE login = \(login)")
    }
    if let name = change.name { try put("name", name) }
    if let roles = change.roles { try put("roles", roles) }
    if let department = change.department { try put("department_id", department) }
    if let boss = change.boss { try put("boss_id", boss) }
    if let language = change.language { try put("language", language) }
    if let mail = change.mail { try put("mail", mail) }
    if let isActive = change.isActive { try put("active", isActive) }
  }

  /// Whether nobody else who may act is an admin: without this person the book would have none.
  public func isLastAdmin(_ login: String) throws -> Bool {
    try !User.all(in: self).contains { $0.roles.contains(.admin) && $0.login != login }
  }
}
