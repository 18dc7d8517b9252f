/// What is approved by signatures.
public enum ApprovalSubject: String, SQLConvertible, Sendable, CaseIterable {
  /// A customer's order.
  case order
  /// A quote.
  case quote
  /// A production order for stock.
  case production
}

/// What is done to a document on its way to approval; appended, never changed.
public enum ApprovalAct: String, SQLConvertible, Sendable {
  /// The customer confirmed it.
  case confirm
  /// It was handed in for signatures.
  case submit
  /// Somebody signed it.
  case sign
  /// Somebody sent it back.
  case reject
  /// The last signature was there.
  case approve
  /// It was handed to the clerk who follows it.
  case handOver = "hand-over"
}

/// Where a document stands on its way to approval: what its version's last act says.
public enum ApprovalState: String, Sendable, CaseIterable {
  /// Nothing was done yet.
  case draft
  /// The customer confirmed it.
  case confirmed
  /// Signatures are awaited.
  case inReview = "in-review"
  /// It was sent back.
  case returned
  /// Every signature is there.
  case approved
  /// The clerk has it.
  case handedOver = "handed-over"

  /// The state that the last act other than a signature leaves.
  init(after act: ApprovalAct?) {
    self =
      switch act {
      case nil, .sign: .draft
      case .confirm: .confirmed
      case .submit: .inReview
      case .reject: .returned
      case .approve: .approved
      case .handOver: .handedOver
      }
  }
}

/// One act, as it was entered.
public struct Approval: Sendable, Equatable {
  /// What was done.
  public let act: ApprovalAct
  /// In which role.
  public let role: Role?
  /// Why, or what was added.
  public let note: String?
  /// When.
  public let at: Instant
  /// The login of who did it.
  public let by: String
}

/// A document that is approved by signatures.
public protocol Approvable: Sendable {
  /// What kind it is.
  static var approvalSubject: ApprovalSubject { get }
  /// What each state allows.
  static var approvalLifecycle: Lifecycle<ApprovalState, ApprovalAct> { get }
  /// Its key.
  var approvalID: Int64 { get }
  /// Its version: a new one is approved anew.
  var version: Int { get }
  /// Its number.
  var no: String { get }
  /// Whether its terms are agreed: what is lacking of them is amended, not set.
  var isAgreed: Bool { get }
  /// Whether a condition on signers holds of it.
  func meets(_ condition: SignerCondition, in reading: Reading) throws -> Bool
  /// Refuses a document of which nothing more may come, whatever its approval allows.
  func requireOpen(in reading: Reading) throws
  /// What follows the last signature.
  func whenApproved(in writing: Writing) throws
  /// Whether the signature that a rule asks for stands from an earlier version.
  func isSettled(_ rule: SignerRule, in reading: Reading) throws -> Bool
}

extension Approvable {
  /// What is agreed upon with nobody is set.
  public var isAgreed: Bool { false }
  /// By itself nothing follows.
  public func whenApproved(in writing: Writing) throws {}
  /// What is not amended is signed in each version.
  public func isSettled(_ rule: SignerRule, in reading: Reading) throws -> Bool { false }
}

/// What was done to one version of a document, and who must still sign it.
public struct ApprovalTrail: Sendable {
  /// The acts, oldest first.
  public let acts: [Approval]
  /// Who must sign, the lowest step first.
  public let signers: [Signer]

  /// Where the document stands.
  public var state: ApprovalState { ApprovalState(after: acts.last { $0.act != .sign }?.act) }

  /// The signatures since it was last submitted.
  public var signatures: [Approval] {
    let start = acts.lastIndex { $0.act == .submit } ?? acts.startIndex
    return acts[start...].filter { $0.act == .sign }
  }

  /// When signatures began to be awaited.
  public var submittedAt: Instant? { acts.last { $0.act == .submit }?.at }

  /// Who must still sign, the lowest step first.
  public var awaited: [Signer] {
    let signed = Set(signatures.compactMap(\.role))
    return signers.filter { !signed.contains($0.role) }
  }

  /// Whose turn it is.
  public var next: [Role] { awaited.filter { $0.step == awaited.first?.step }.map(\.role) }

  /// What keeps it from being approved: it was not handed in, somebody sent it back, or signatures are
  /// awaited.
  var faults: [Fault] {
    let last = acts.last { [.submit, .reject, .approve].contains($0.act) }
    return switch last?.act {
    case .approve: []
    case .submit: [.unsigned(awaited.map(\.role))]
    case .reject: [last?.role.map { .rejected(by: $0, reason: last?.note) } ?? .unsubmitted]
    default: [.unsubmitted]
    }
  }

  /// Who signed in more than one role: allowed, and shown.
  public var sameSigners: Set<String> {
    let counts = Dictionary(signatures.map { ($0.by, 1) }, uniquingKeysWith: +)
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// The trail of a document's version.
  public static func of<Document: Approvable>(_ document: Document, in reading: Reading) throws -> Self {
    let acts = try reading.db.all(
      """
      SELECT a.act, a.role, a.note, a.entered_at, u.login FROM approvals a JOIN users u ON u.id = a.entered_by
      WHERE a.subject = \(Document.approvalSubject) AND a.subject_id = \(document.approvalID)
        AND a.version = \(document.version) ORDER BY a.id
      """
    ) { Approval(act: try $0[0], role: try $0[1], note: try $0[2], at: try $0[3], by: try $0[4]) }
    return ApprovalTrail(acts: acts, signers: try Signer.of(document, in: reading))
  }
}

extension Gate where Subject: Approvable {
  /// Every signature is there: the one shape of such gates, whatever is signed.
  static func signed(_ id: GateID) -> Gate {
    Gate(lacking: id) { document, reading in try ApprovalTrail.of(document, in: reading).faults }
  }
}

extension Gate where Subject == SignatureQuestion {
  /// Who signs earlier has signed.
  static let signInTurn = Gate(.signInTurn) { question, _ in
    let earlier = question.trail.awaited.filter { awaited in
      question.trail.signers.contains { $0.role == question.role && awaited.step < $0.step }
    }
    return earlier.isEmpty
      ? nil
      : .lacking(
        [.signInTurn], no: question.no, [.unsigned(earlier.map(\.role))], of: question.kind)
  }
}

/// A signature as its gate is asked.
struct SignatureQuestion: Sendable {
  let no: String
  let kind: ApprovalSubject
  let trail: ApprovalTrail
  let role: Role
}

extension Writing {
  /// Throws `.wrongState` where the document's state does not allow the act.
  func allow<Document: Approvable>(_ act: ApprovalAct, on document: Document) throws {
    let state = try ApprovalTrail.of(document, in: self).state
    guard Document.approvalLifecycle.allows(act, in: state) else {
      throw BookError.wrongState(no: document.no, state, of: Document.approvalSubject)
    }
  }

  /// Appends an act.
  func append<Document: Approvable>(
    _ act: ApprovalAct, to document: Document, as role: Role? = nil, note: String? = nil
  ) throws {
    try db.run(
      """
      INSERT INTO approvals (subject, subject_id, version, act, role, note, entered_at, entered_by)
      VALUES (\(Document.approvalSubject), \(document.approvalID), \(document.version), \(act), \(role),
        \(note), \(now), \(user.id))
      """)
    entry.subject = document.no
  }

  /// Hands a document in for signatures; one that nobody must sign is approved at once.
  public func submit<Document: Approvable>(_ document: Document, note: String? = nil) throws -> ApprovalTrail
  {
    try document.requireOpen(in: self)
    try allow(.submit, on: document)
    try append(.submit, to: document, note: note)
    return try approveIfSigned(document)
  }

  /// Signs a document in the role whose turn it is, or in the one that is named.
  ///
  /// Throws `.wrongState` where it is not in review, `.notAllowed` where this person may sign none of
  /// the awaited roles, and the refusal of who signs out of turn.
  public func sign<Document: Approvable>(
    _ document: Document, as role: Role? = nil, note: String? = nil
  ) throws -> (role: Role, trail: ApprovalTrail) {
    try document.requireOpen(in: self)
    try allow(.sign, on: document)
    let trail = try ApprovalTrail.of(document, in: self)
    let signing = try signer(role, of: trail)
    try pass(
      .signInTurn,
      on: SignatureQuestion(
        no: document.no, kind: Document.approvalSubject, trail: trail, role: signing))
    try append(.sign, to: document, as: signing, note: note)
    return (signing, try approveIfSigned(document))
  }

  /// Sends a document back with a reason.
  public func reject<Document: Approvable>(
    _ document: Document, as role: Role? = nil, reason: String
  ) throws -> Role {
    try document.requireOpen(in: self)
    try allow(.reject, on: document)
    let signing = try signer(role, of: try ApprovalTrail.of(document, in: self))
    entry.reason = reason
    try append(.reject, to: document, as: signing, note: reason)
    return signing
  }

  private func signer(_ role: Role?, of trail: ApprovalTrail) throws -> Role {
    let awaited = trail.awaited.map(\.role)
    let mine = try awaited.filter(signs)
    if let role {
      guard try signs(as: role) else { throw BookError.notAllowed([role]) }
      guard awaited.contains(role) else { throw BookError.notAllowed(Set(awaited)) }
      return role
    }
    guard let first = mine.first else { throw BookError.notAllowed(Set(awaited)) }
    return first
  }

  private func approveIfSigned<Document: Approvable>(_ document: Document) throws -> ApprovalTrail {
    let trail = try ApprovalTrail.of(document, in: self)
    guard trail.awaited.isEmpty else { return trail }
    try append(.approve, to: document)
    try document.whenApproved(in: self)
    return try ApprovalTrail.of(document, in: self)
  }
}
