/// Something that must hold of a whole book: `check` asks every rule, or those that are named.
public struct BookRule: Sendable {
  /// Which rule.
  public let id: BookRuleID
  private let inspect: @Sendable (Book, inout Inspection) throws -> Void

  private init(
    _ id: BookRuleID, inspect: @escaping @Sendable (Book, inout Inspection) throws -> Void
  ) {
    self.id = id
    self.inspect = inspect
  }

  /// A rule that is a question to the book's rows.
  init(_ id: BookRuleID, _ question: @escaping @Sendable (Reading) throws -> [Finding]) {
    self.init(id) { book, inspection in inspection.findings += try book.read(question) }
  }

  /// Every rule, in the order in which they are asked.
  public static let all: [BookRule] = [
    .engine, .journal, .figures, .shippedWithinOrder, .stepsInSequence, .endsAfterOrder, .nothingInFuture,
    .paidWithinAmount, .delaysInOrder, .calendarKnown,
  ]

  /// What the engine stores can be read, and every reference has its row.
  static let engine = BookRule(.engine) { book, inspection in
    inspection.findings += try book.database.integrityFindings().map(Finding.damaged)
  }

  /// The chain of events is whole, and every row stands as its last event left it.
  static let journal = BookRule(.journal) { book, inspection in
    let check = try book.read { try Journal.check(book.database.engine, in: $0.db) }
    inspection.findings += check.findings
    inspection.events = check.events
    inspection.rows = check.rows
  }

  /// Every kept figure follows from the facts.
  static let figures = BookRule(.figures) { reading in
    try KeptFigures.wrong(in: reading.db).map(Finding.figure)
  }

  /// Asks the book. A value that cannot be read is a finding: a check must not fail where it matters.
  fileprivate func ask(_ book: Book, _ inspection: inout Inspection) throws {
    do {
      try inspect(book, &inspection)
    } catch DatabaseError.damaged(let words) {
      inspection.findings.append(.damaged(words))
    } catch DatabaseError.unexpectedValue(let value) {
      inspection.findings.append(.unreadable(value))
    }
  }
}

/// The rules of a whole book.
public enum BookRuleID: String, CaseIterable, Sendable {
  /// What the engine stores can be read.
  case engine
  /// The journal is whole, and no row was altered behind its back.
  case journal
  /// Kept figures follow from the facts.
  case figures
  /// Not more was delivered than ordered.
  case shipped
  /// No step is finished before the one it follows.
  case steps
  /// Nothing ended before it began.
  case dates
  /// No fact is dated after today.
  case future
  /// Not more was paid than an order asks.
  case paid
  /// Delay cases ended with the customer's word.
  case delays
  /// The coming year's holidays are known.
  case calendar
}

/// What a check has found, and how much it looked at.
public struct Inspection: Sendable {
  /// What is not as it should be.
  public fileprivate(set) var findings: [Finding] = []
  /// Rows that were compared with the journal.
  public fileprivate(set) var rows = 0
  /// Events that were followed.
  public fileprivate(set) var events = 0
}

extension Book {
  /// Asks rules of the whole book.
  public func inspect(_ rules: [BookRule] = BookRule.all) throws -> Inspection {
    var inspection = Inspection()
    for rule in rules { try rule.ask(self, &inspection) }
    return inspection
  }
}
