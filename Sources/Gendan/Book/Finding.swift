/// Something in a book that is not as it should be. The words are the CLI's.
public enum Finding: Sendable, Equatable {
  /// What the engine itself finds wrong with what it stores: its words.
  case damaged(String)
  /// A value that means nothing in its column.
  case unreadable(String)
  /// The first event that does not fit its digest: it, or one before it, was altered or taken away.
  case chainBroken(event: Int64)
  /// Rows, or one of a range of rows, that stand otherwise than their last event left them.
  case altered(RowSpan)
  /// Rows that an event left and that are gone.
  case missing(RowSpan)
  /// Rows that no event wrote.
  case unrecorded(RowSpan)
  /// A kept figure that does not follow from the facts.
  case figure(KeptFigure)
  /// More was delivered than ordered, beyond the tolerance, and nobody overrode the gate.
  case overshipped(order: String, ordered: Quantity, delivered: Quantity)
  /// A step is finished although one before it is not.
  case stepAhead(production: String, step: String, before: String)
  /// An order was complete, or closed, before it was placed.
  case tooEarly(order: String, ended: Day, ordered: Day)
  /// A fact is dated after today: its table, and the document it belongs to.
  case future(about: String, table: String, day: Day)
  /// More was paid for an order than it asks, and the surplus was not booked.
  case overpaid(order: String, payable: Money, paid: Money)
  /// A delay case ended before the customer had answered.
  case delayUntold(no: String)
  /// The customer accepted a day that was never promised.
  case acceptedUnpromised(no: String, order: String, day: Day)
  /// The holidays of the coming year are not known yet.
  case calendarMissing(year: Int)

  /// The rule that it breaks.
  public var rule: BookRuleID {
    switch self {
    case .damaged, .unreadable: .engine
    case .chainBroken, .altered, .missing, .unrecorded: .journal
    case .figure: .figures
    case .overshipped: .shipped
    case .stepAhead: .steps
    case .tooEarly: .dates
    case .future: .future
    case .overpaid: .paid
    case .delayUntold, .acceptedUnpromised: .delays
    case .calendarMissing: .calendar
    }
  }

  /// Whether it is only to be thought of, and no fault of the book.
  public var isAttention: Bool {
    if case .calendarMissing = self { true } else { false }
  }
}

/// Rows of a table with neighbouring ids.
public struct RowSpan: Sendable, Equatable {
  /// The table.
  public let table: String
  /// The first row's id.
  public let first: Int64
  /// The last row's id.
  public fileprivate(set) var last: Int64

  /// Rows `first` to `last`.
  public init(_ table: String, _ first: Int64, _ last: Int64) {
    self.table = table
    self.first = first
    self.last = last
  }

  /// The spans of rising ids.
  static func spans(of ids: some Sequence<Int64>, in table: String) -> [RowSpan] {
    var spans: [RowSpan] = []
    for id in ids {
      if let end = spans.indices.last, spans[end].last &+ 1 == id {
        spans[end].last = id
      } else {
        spans.append(RowSpan(table, id, id))
      }
    }
    return spans
  }
}
