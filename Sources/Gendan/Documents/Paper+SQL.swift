extension Paper {
  private static let query: SQL =
    """
    SELECT d.id, d.subject, d.subject_id, d.version, d.kind, d.path, d.sha256, d.bytes, d.signed_by, d.note,
      d.entered_at, u.name,
      CASE d.subject WHEN 'order' THEN (SELECT no FROM orders WHERE id = d.subject_id)
        WHEN 'quote' THEN (SELECT no FROM quotes WHERE id = d.subject_id)
        WHEN 'sample' THEN (SELECT no FROM samples WHERE id = d.subject_id)
        WHEN 'customer' THEN (SELECT code FROM customers WHERE id = d.subject_id)
        ELSE (SELECT no FROM production_orders WHERE id = d.subject_id) END
    FROM documents d LEFT JOIN users u ON u.id = d.entered_by
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    owner = PaperOwner(subject: try row[1], id: try row[2], no: try row[12], version: try row[3])
    kind = try row[4]
    path = try row[5]
    fingerprint = FileFingerprint(sha256: try row[6], bytes: try row[7])
    signedBy = try row[8]
    note = try row[9]
    enteredAt = try row[10]
    by = try row[11]
  }

  /// Every paper, as it was attached.
  public static func all(in db: any Transaction) throws -> [Paper] {
    try db.all("\(query) ORDER BY d.id", Paper.init)
  }

  /// The papers of one owner; of an order also those of its samples and production orders: the
  /// complete file.
  public static func of(_ owner: PaperOwner, in db: any Transaction) throws -> [Paper] {
    let own: SQL = "d.subject = \(owner.subject) AND d.subject_id = \(owner.id)"
    let parts: SQL =
      """
      d.subject = 'sample' AND d.subject_id IN (SELECT id FROM samples WHERE order_id = \(owner.id))
      OR d.subject = 'production' AND d.subject_id IN (SELECT w.id FROM production_orders w
        JOIN schedules s ON s.id = w.schedule_id WHERE s.order_id = \(owner.id))
      """
    let condition = owner.subject == .order ? "\(own) OR \(parts)" : own
    return try db.all("\(query) WHERE \(condition) ORDER BY d.id", Paper.init)
  }

  /// Whether a paper of this kind belongs to an order in its version now, or in another one (R-053,
  ///
  public static func has(
    _ kind: DocumentKind, order: Order, version: Int? = nil, in db: any Transaction
  ) throws -> Bool {
    try db.count(
      """
      SELECT count(*) FROM documents WHERE subject = 'order' AND subject_id = \(order.id)
        AND version = \(version ?? order.version) AND kind = \(kind)
      """) > 0
  }
}

extension PaperOwner {
  /// The sample, production order, quote or customer with exactly this number or code; nil where there
  /// is none. Orders are named by their own references.
  public static func numbered(_ no: String, in db: any Transaction) throws -> PaperOwner? {
    try db.first(
      """
      SELECT 'sample', id, no, 1 FROM samples WHERE no = \(no)
      UNION ALL SELECT 'production', id, no, version FROM production_orders WHERE no = \(no)
      UNION ALL SELECT 'quote', id, no, version FROM quotes
        WHERE no = \(no) AND version = (SELECT max(version) FROM quotes WHERE no = \(no))
      UNION ALL SELECT 'customer', id, code, 1 FROM customers WHERE code = \(no)
      """
    ) { PaperOwner(subject: try $0[0], id: try $0[1], no: try $0[2], version: try $0[3]) }
  }
}

extension Writing {
  /// Attaches a paper to the version that its owner has now; throws `.taken` where the same file is there
  /// as the same kind already.
  public func attach(_ paper: NewPaper, to owner: PaperOwner) throws {
    let standing = try db.count(
      """
      SELECT count(*) FROM documents WHERE subject = \(owner.subject) AND subject_id = \(owner.id)
        AND version = \(owner.version) AND kind = \(paper.kind) AND sha256 = \(paper.fingerprint.sha256)
      """)
    guard standing == 0 else { throw BookError.taken(.document, paper.path) }
    entry.subject = owner.no
    try db.run(
      """
      INSERT INTO documents (subject, subject_id, version, kind, path, sha256, bytes, signed_by, note,
        entered_at, entered_by)
      VALUES (\(owner.subject), \(owner.id), \(owner.version), \(paper.kind), \(paper.path),
        \(paper.fingerprint.sha256), \(paper.fingerprint.bytes), \(paper.signedBy), \(paper.note), \(now),
        \(user.id))
      """)
  }
}
