extension Writing {
  /// Replaces the running production orders of lines whose goods or quantity changed: what they have
  /// finished stays, the new ones are for the rest.
  func replace(
    _ order: Order, _ changes: [Amendment.Change], _ request: AmendmentRequest, amendment: Int64
  ) throws -> [AmendmentImpact.Replaced] {
    var release = ReleaseRequest()
    release.remarks = request.remarks
    release.amendment = amendment
    return try running(order, changes, AgreedField.ofProduction).map { production in
      let new = try replace(production, release, reason: request.reason)
      return .init(old: try ProductionOrder.with(production.id, in: db), new: new)
    }
  }

  /// The running production orders that make a line of which one of these fields changed.
  private func running(
    _ order: Order, _ changes: [Amendment.Change], _ fields: Set<AgreedField>
  ) throws -> [ProductionOrder] {
    let lines = Set(changes.filter { fields.contains($0.field) }.compactMap(\.line))
    return try ProductionOrder.of(order.id, in: db).filter { production in
      try production.isOpen
        && production.shares(in: db).contains { $0.order == order.id && lines.contains($0.lineNo) }
    }
  }

  /// Tells every department concerned, once each, and returns their names: those of new production
  /// orders were told with them; those of production that goes on or has ended, those that a remark
  /// names, and those that hear of every amendment.
  func tell(
    _ order: Order, _ changes: [Amendment.Change], _ replaced: [AmendmentImpact.Replaced],
    _ request: AmendmentRequest, amendment: Int64
  ) throws -> [String] {
    func told() throws -> [(id: Identifier<Department>, name: String)] {
      try db.all(
        """
        SELECT d.id, d.name FROM notices n JOIN departments d ON d.id = n.department_id
        WHERE n.amendment_id = \(amendment) ORDER BY n.id
        """
      ) { (try $0[0], try $0[1]) }
    }
    let new = Set(replaced.compactMap(\.new?.id))
    for production in try running(order, changes, AgreedField.ofWorkshop) where !new.contains(production.id) {
      for (department, remark) in try recipients(of: production, request.remarks) {
        try notify(
          departments: [department], order: order.id, production: production.id, amendment: amendment,
          remark: remark)
      }
    }
    // What has ended is nobody's notice any more: its departments are told of the order.
    var others: [(Identifier<Department>, String?)] = []
    for end in replaced where end.new == nil { others += try recipients(of: end.old, request.remarks) }
    if try others.isEmpty && told().isEmpty {
      others = try request.remarks.sorted { $0.key < $1.key }.map {
        (try Department.named($0.key, in: db).id, $0.value)
      }
    }
    others += try settings().amendDepartments.map { (try department($0), nil) }
    for (department, remark) in others where try !told().contains(where: { $0.id == department }) {
      try notify(departments: [department], order: order.id, amendment: amendment, remark: remark)
    }
    return try told().map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Answers of the review whose subject did not change hold for the new version, as they were given.
  func carryAnswers(from order: Order, _ changes: [Amendment.Change]) throws {
    let changed = Set(changes.map(\.field))
    let standing = ReviewItem.allCases.filter { $0.subjects?.isDisjoint(with: changed) ?? false }
    guard !standing.isEmpty else { return }
    try db.run(
      """
      INSERT INTO review_answers (order_id, version, item, answer, note, entered_at, entered_by)
      SELECT order_id, version + 1, item, answer, note, entered_at, entered_by FROM review_answers
      WHERE order_id = \(order.id) AND version = \(order.version) AND item IN \(list: standing) ORDER BY id
      """)
  }
}

extension Order {
  /// Whether a version of it was ever confirmed or handed in, so that the next one is signed again.
  func wasHandedIn(in db: any Transaction) throws -> Bool {
    try db.count(
      "SELECT count(*) FROM approvals WHERE subject = \(ApprovalSubject.order) AND subject_id = \(id)") > 0
  }

  /// Whether what an earlier version was signed for in a role has not changed since: that signature
  /// stands. Only a version that had every signature counts.
  public func isSettled(_ rule: SignerRule, in reading: Reading) throws -> Bool {
    guard version > 1, let subjects = rule.condition.subjects else { return false }
    let signed = try reading.db.value(
      """
      SELECT max(s.version) FROM approvals s WHERE s.subject = \(ApprovalSubject.order)
        AND s.subject_id = \(id) AND s.version < \(version) AND s.act = \(ApprovalAct.sign)
        AND s.role = \(rule.role)
        AND EXISTS (SELECT 1 FROM approvals p WHERE p.subject = s.subject AND p.subject_id = s.subject_id
          AND p.version = s.version AND p.act = \(ApprovalAct.approve) AND p.id > s.id)
      """, as: Int?.self
    ).flatMap { $0 }
    guard let signed else { return false }
    let changed = try reading.db.all(
      """
      SELECT DISTINCT c.field FROM amendment_changes c JOIN amendments a ON a.id = c.amendment_id
      WHERE a.order_id = \(id) AND a.version > \(signed) AND a.version <= \(version)
      """
    ) { try $0[0] as AgreedField }
    return subjects.isDisjoint(with: changed)
  }
}
