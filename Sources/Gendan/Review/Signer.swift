/// When somebody must sign.
public enum SignerCondition: String, SQLConvertible, Sendable, CaseIterable {
  /// Every time.
  case always
  /// The amount reaches the settled one.
  case amount
  /// Something is paid before the goods leave.
  case prepayment
  /// A commission is paid.
  case commission
  /// The contract is special.
  case special
}

/// A role that must sign a document, and at which step.
public struct Signer: Sendable, Equatable {
  /// The role.
  public let role: Role
  /// The lower step signs first.
  public let step: Int

  /// Who must sign a document, the lowest step first; a role signs once, at its earliest step, and not
  /// where its signature stands from an earlier version.
  static func of<Document: Approvable>(_ document: Document, in reading: Reading) throws -> [Signer] {
    var signers: [Signer] = []
    for rule in try SignerRule.all(Document.approvalSubject, in: reading.db)
    where try !signers.contains(where: { $0.role == rule.role })
      && document.meets(rule.condition, in: reading) && !document.isSettled(rule, in: reading)
    {
      signers.append(Signer(role: rule.role, step: rule.step))
    }
    return signers
  }
}

/// A line of the signer matrix: data, for each firm signs differently (contradiction 3).
public struct SignerRule: Sendable, Equatable {
  /// What is signed.
  public let subject: ApprovalSubject
  /// The lower step signs first.
  public let step: Int
  /// Who signs.
  public let role: Role
  /// When.
  public let condition: SignerCondition

  /// A rule.
  public init(_ subject: ApprovalSubject, step: Int, _ role: Role, _ condition: SignerCondition = .always) {
    self.subject = subject
    self.step = step
    self.role = role
    self.condition = condition
  }

  /// The rules of one kind of document, or of all, by step.
  public static func all(_ subject: ApprovalSubject? = nil, in db: any Transaction) throws -> [SignerRule] {
    let condition: SQL = subject.map { "subject = \($0)" } ?? "1 = 1"
    return try db.all(
      "SELECT subject, step, role, condition FROM signer_rules WHERE \(condition) ORDER BY subject, step, id"
    ) { SignerRule(try $0[0], step: try $0[1], try $0[2], try $0[3]) }
  }

  /// Who signs in a flow until somebody decides otherwise (000:226-227, 000:266-267, 002:75).
  static func preset(_ flow: Flow) -> [SignerRule] {
    let quotes = [SignerRule(.quote, step: 1, .finance), SignerRule(.quote, step: 2, .generalManager)]
    let orders =
      [SignerRule(.order, step: 1, .salesperson), SignerRule(.order, step: 2, .salesManager)]
      + [.amount, .prepayment, .commission].map { SignerRule(.order, step: 3, .generalManager, $0) }
      + [SignerRule(.order, step: 2, .supervisor, .special)]
    return switch flow {
    case .simple: []
    case .trading: quotes + orders
    case .factory:
      quotes + orders
        + [SignerRule(.order, step: 2, .finance), SignerRule(.production, step: 1, .generalManager)]
    }
  }
}

extension Writing {
  /// Takes a flow's preset: its gates hold by the setting, its signers are written down, and take the
  /// place of those that were.
  public func decide(_ flow: Flow) throws {
    try decide(.flow, flow.rawValue)
    try db.run("DELETE FROM signer_rules")
    for rule in SignerRule.preset(flow) { try insert(rule) }
  }

  /// Adds a signer; throws `.taken` where the rule stands.
  public func add(_ rule: SignerRule) throws {
    guard try !SignerRule.all(rule.subject, in: db).contains(where: rule.isAs) else {
      throw BookError.taken(.signer, rule.role.rawValue)
    }
    try insert(rule)
    entry.subject = rule.subject.rawValue
  }

  /// Takes a signer away; throws `.notFound` where there is no such rule.
  public func remove(_ rule: SignerRule) throws {
    let count = try db.run(
      """
      DELETE FROM signer_rules WHERE subject = \(rule.subject) AND role = \(rule.role)
        AND condition = \(rule.condition)
      """)
    guard count > 0 else { throw BookError.notFound(.signer, rule.role.rawValue, near: []) }
    entry.subject = rule.subject.rawValue
  }

  private func insert(_ rule: SignerRule) throws {
    try db.run(
      """
      INSERT INTO signer_rules (subject, step, role, condition)
      VALUES (\(rule.subject), \(rule.step), \(rule.role), \(rule.condition))
      """)
  }
}

extension SignerRule {
  fileprivate func isAs(_ other: SignerRule) -> Bool {
    subject == other.subject && role == other.role && condition == other.condition
  }
}
