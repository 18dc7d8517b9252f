/// A person who works with the book.
public struct User: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<User>
  /// The operating system's name of the person.
  public let login: String
  /// The person's name.
  public let name: String
  /// What the person is: one may be several things.
  public let roles: Set<Role>
  /// The language of messages to the person: en, zh-Hans or zh-Hant.
  public let language: String?
  /// The name of the person's department.
  public let department: String?

  static let columns: SQL =
    "id, login, name, roles, language, (SELECT d.name FROM departments d WHERE d.id = department_id)"

  init(_ row: any Row) throws {
    id = try row[0]
    login = try row[1]
    name = try row[2]
    roles = try row[3]
    language = try row[4]
    department = try row[5]
  }
}

/// A department that steps belong to and that answers for delays.
public struct Department: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Department>
  /// Its short code.
  public let code: String
  /// Its name.
  public let name: String
  /// Whom to talk to there.
  public let contact: String?
}

extension User {
  /// Everybody, by login.
  public static func all(in reading: Reading) throws -> [User] {
    try reading.db.all("SELECT \(columns) FROM users WHERE active = 1 ORDER BY login", User.init)
  }

  /// The person a text names: login, name, or part of the name where it fits one.
  public static func named(_ text: String, in db: any Transaction) throws -> User {
    try named(
      text,
      among: db.all("SELECT \(columns) FROM users WHERE active = 1 ORDER BY login", User.init))
  }

  /// The person who acts; throws `.unknownUser`. In a book without users the first to act is its admin.
  static func acting(_ login: String, in db: any Transaction) throws -> User {
    let found = try db.first(
      "SELECT \(columns) FROM users WHERE login = \(login) AND active = 1", User.init)
    if let found { return found }
    guard try db.count("SELECT count(*) FROM users") == 0 else { throw BookError.unknownUser(login) }
    try db.run("INSERT INTO users (login, name, roles) VALUES (\(login), \(login), \([Role.admin] as Set))")
    return try acting(login, in: db)
  }
}

extension Writing {
  /// Registers a person.
  @discardableResult
  public func addUser(
    login: String, name: String, roles: Set<Role>, department: Identifier<Department>? = nil,
    language: String? = nil
  ) throws -> Identifier<User> {
    guard try db.count("SELECT count(*) FROM users WHERE login = \(login)") == 0 else {
      throw BookError.taken(.user, login)
    }
    entry.subject = login
    return Identifier(
      try db.insert(
        """
        INSERT INTO users (login, name, roles, department_id, language)
        VALUES (\(login), \(name), \(roles), \(department), \(language)) RETURNING id
        """))
  }

  /// Registers a department; throws `.taken`.
  public func addDepartment(_ name: String, contact: String?) throws {
    entry.subject = name
    guard try db.count("SELECT count(*) FROM departments WHERE name = \(name) OR code = \(name)") == 0 else {
      throw BookError.taken(.department, name)
    }
    try db.run("INSERT INTO departments (code, name, contact) VALUES (\(name), \(name), \(contact))")
  }

  /// Says whom to talk to in a department; nil clears.
  public func set(_ department: Department, contact: String?) throws {
    entry.subject = department.name
    try db.run("UPDATE departments SET contact = \(contact) WHERE id = \(department.id)")
  }

  /// The department with this name or code, made where there is none.
  public func department(_ name: String) throws -> Identifier<Department> {
    let known = try db.value(
      "SELECT id FROM departments WHERE name = \(name) OR code = \(name)", as: Identifier<Department>.self)
    if let known { return known }
    return Identifier(
      try db.insert("INSERT INTO departments (code, name) VALUES (\(name), \(name)) RETURNING id"))
  }
}

extension User: Named {
  static var noun: Noun { .user }
  var candidate: Candidate { Candidate(name: login, details: [name]) }
}

extension Department: Named {
  static var noun: Noun { .department }
  var candidate: Candidate { Candidate(name: name, details: [code]) }
}

extension Department {
  /// The department that a text names: code or name, or part of the name where it fits one.
  public static func named(_ text: String, in db: any Transaction) throws -> Department {
    try named(text, among: all(in: db))
  }

  /// Every department, by name.
  public static func all(in db: any Transaction) throws -> [Department] {
    try db.all("SELECT id, code, name, contact FROM departments ORDER BY name") {
      Department(id: try $0[0], code: try $0[1], name: try $0[2], contact: try $0[3])
    }
  }
}
