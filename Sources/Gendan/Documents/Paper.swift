/// A paper that belongs to an order or another document: where its file is and what it was, not its
/// bytes.
public struct Paper: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Paper>
  /// What it belongs to.
  public let owner: PaperOwner
  /// What kind of paper it is.
  public let kind: DocumentKind
  /// The file's whole path.
  public let path: String
  /// What the file was when it was attached.
  public let fingerprint: FileFingerprint
  /// Who signed it or put the seal on it.
  public let signedBy: String?
  /// Anything else.
  public let note: String?
  /// The instant it was attached.
  public let enteredAt: Instant
  /// Who attached it.
  public let by: String?

  /// How its file stands to what was attached; `found` is the file's fingerprint now, nil where there is
  /// none.
  public func state(_ found: FileFingerprint?) -> PaperState {
    found.map { $0 == fingerprint ? .unchanged : .altered } ?? .missing
  }
}

/// What papers belong to.
public enum PaperSubject: String, SQLConvertible, Sendable, CaseIterable {
  /// A customer's order.
  case order
  /// A quote.
  case quote
  /// A sample.
  case sample
  /// A customer.
  case customer
  /// A production order.
  case production
}

/// The one that a paper belongs to.
public struct PaperOwner: Sendable, Equatable {
  /// What it is.
  public let subject: PaperSubject
  /// Its key in its own table.
  let id: Int64
  /// Its number, or the customer's code.
  public let no: String
  /// Its version when the paper came: a changed order needs papers of its own.
  public let version: Int

  /// An order in its version now.
  public init(_ order: Order) {
    (subject, id, no, version) = (.order, order.id.rawValue, order.no, order.version)
  }

  init(subject: PaperSubject, id: Int64, no: String, version: Int) {
    (self.subject, self.id, self.no, self.version) = (subject, id, no, version)
  }
}

/// How a paper's file stands to what was attached.
public enum PaperState: String, Sendable, CaseIterable {
  /// It is there as it was.
  case unchanged
  /// Its bytes are others.
  case altered
  /// It is not there, or cannot be read.
  case missing
}

/// A paper as it is attached.
public struct NewPaper: Sendable {
  /// What kind of paper it is.
  public var kind: DocumentKind
  /// The file's whole path.
  public var path: String
  /// What the file is.
  public var fingerprint: FileFingerprint
  /// Who signed it.
  public var signedBy: String?
  /// Anything else.
  public var note: String?

  /// A paper of a kind.
  public init(_ kind: DocumentKind, path: String, _ fingerprint: FileFingerprint) {
    self.kind = kind
    self.path = path
    self.fingerprint = fingerprint
  }
}
