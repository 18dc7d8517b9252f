/// An order book: a database, who works on it, and what time it is. The core has no clock of its
/// own, so whoever opens a book says what «now» and «today» are (D-01).
public final class Book {
  /// Where it is kept.
  public let database: any Database
  /// Who works on it.
  public let actor: Actor
  /// The instant at which the command was given.
  public let now: Instant
  /// The site's calendar day of that instant.
  public let today: Day
  /// Seconds by which the site's clock is east of Greenwich.
  public let utcOffset: Int
  /// Whether writes are tried and taken back (`--dry-run`, D-08).
  public let isRehearsal: Bool

  /// Opens a book on a database; throws `.newer` or `.outdated` where its version does not fit.
  ///
  /// `clock` says what now and today are in the book's time zone, which may be empty.
  public init(
    _ database: any Database, actor: Actor, isRehearsal: Bool = false,
    clock: (_ zone: String) throws -> (now: Instant, today: Day, utcOffset: Int)
  ) throws {
    self.database = database
    self.actor = actor
    self.isRehearsal = isRehearsal
    let zone = try database.read { db in
      try Schema.verify(db)
      return try Settings.read(db)[.zone]
    }
    (now, today, utcOffset) = try clock(zone)
  }

  /// Opens a book at a given instant and day.
  public convenience init(
    _ database: any Database, actor: Actor, now: Instant, today: Day, utcOffset: Int = 8 * 3600,
    isRehearsal: Bool = false
  ) throws {
    try self.init(database, actor: actor, isRehearsal: isRehearsal) { _ in (now, today, utcOffset) }
  }

  /// Reads one unchanging state.
  public func read<T>(_ body: (Reading) throws -> T) throws -> T {
    try database.read { transaction in try body(Reading(self, transaction)) }
  }

  /// Reads while nobody writes, and keeps what `body` notes in the tables that are not journaled:
  /// who was sent a summary is no fact of an order, and a scheduled job may be nobody the book knows. A rehearsal
  /// notes nothing.
  ///
  /// Throws `JournalError.unjournaled` where `body` changed anything else.
  public func alone<T>(_ body: (Reading) throws -> T) throws -> T {
    var rehearsed: T?
    do {
      return try database.write { transaction in
        let result = try body(Reading(self, transaction))
        guard try transaction.changes.isEmpty else { throw JournalError.unjournaled }
        if isRehearsal {
          rehearsed = result
          throw Rehearsal()
        }
        return result
      }
    } catch let end as Rehearsal {
      guard let rehearsed else { throw end }
      return rehearsed
    }
  }

  /// The one way to change anything: runs `body` in a transaction and journals what it changed, or
  /// leaves everything as it was when it throws. A rehearsal runs the same and is taken back.
  public func write<T>(_ entry: EventEntry, _ body: (Writing) throws -> T) throws -> Written<T> {
    try write(entry, isRehearsal: isRehearsal, body)
  }

  /// What a change would do: it is made, looked at and taken back.
  public func rehearse<T>(_ entry: EventEntry, _ body: (Writing) throws -> T) throws -> T {
    try write(entry, isRehearsal: true, body).result
  }

  private func write<T>(
    _ entry: EventEntry, isRehearsal: Bool, _ body: (Writing) throws -> T
  ) throws -> Written<T> {
    var rehearsed: Written<T>?
    do {
      return try database.write { transaction in
        let writing = try Writing(self, transaction, entry)
        let result = try body(writing)
        let event = try Journal.append(writing.entry, by: actor, at: now, in: transaction)
        let written = Written(result: result, event: event)
        if isRehearsal {
          rehearsed = written
          throw Rehearsal()
        }
        return written
      }
    } catch is Rehearsal {
      guard let rehearsed else { throw JournalError.unreadable }
      return rehearsed
    }
  }

  private struct Rehearsal: Error {}
}

/// What a write gave back, and the event that records it: nil where nothing changed.
public struct Written<Result> {
  /// The body's result.
  public let result: Result
  /// The event's number.
  public let event: Int64?
}

/// One reading of a book: the transaction with the book's people, day and rules at hand.
public class Reading {
  /// The statements' transaction.
  public let db: any Transaction
  /// Who works.
  public let actor: Actor
  /// The site's day.
  public let today: Day
  /// The instant of the command.
  public let now: Instant
  /// Seconds by which the site's clock is east of Greenwich.
  public let utcOffset: Int

  init(_ book: Book, _ transaction: any Transaction) {
    db = transaction
    actor = book.actor
    today = book.today
    now = book.now
    utcOffset = book.utcOffset
  }

  private var knownCalendar: WorkingCalendar?
  private var knownSettings: Settings?
  /// What the money reminders share; they only read.
  var knownOpenMoney: (clerk: String?, money: [OrderMoney])?

  /// The site's working calendar, read once.
  public func calendar() throws -> WorkingCalendar {
    if let knownCalendar { return knownCalendar }
    let calendar = try WorkingCalendar.read(db, settings())
    knownCalendar = calendar
    return calendar
  }

  /// The book's settings, read once.
  public func settings() throws -> Settings {
    if let knownSettings { return knownSettings }
    let settings = try Settings.read(db)
    knownSettings = settings
    return settings
  }
}

/// One change of a book, under the entry that will record it.
public final class Writing: Reading {
  /// What the journal will say; a body may name its subject and reason.
  public var entry: EventEntry
  /// The person who acts, as the book knows them.
  public let user: User

  init(_ book: Book, _ transaction: any Transaction, _ entry: EventEntry) throws {
    self.entry = entry
    user = try User.acting(book.actor.login, in: transaction)
    super.init(book, transaction)
    try require(entry.right)
  }
}
