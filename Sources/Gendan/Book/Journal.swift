/// What the journal refuses.
public enum JournalError: Error, Equatable {
  /// A before-image that cannot be read: the journal itself was altered.
  case unreadable
  /// Rows of orders were changed without an event.
  case unjournaled
  /// There is no such event, or none of this person's.
  case noSuchEvent(Int64?)
  /// Nothing was undone that could be done again.
  case nothingToRedo
  /// The event was undone already, by this later one.
  case alreadyUndone(Int64, by: Int64)
  /// Later events changed the same rows: they come first.
  case builtUpon(Int64, by: [Int64])
}

/// One command that changed the book (R-419, D-03).
public struct Event: Sendable, Equatable {
  /// The running number, shown as e18452.
  public let id: Int64
  /// When it was entered.
  public let at: Instant
  /// Who.
  public let login: String
  /// The command's id, such as `order.promise`.
  public let command: String
  /// The line that was typed.
  public let line: String
  /// The machine it was typed on.
  public let host: String
  /// Where it came from.
  public let source: EventSource
  /// Why, where a reason was given.
  public let reason: String?
  /// The order or other thing it was about.
  public let subject: String?
  /// The event it undid.
  public let undoes: Int64?
  /// The gates that were overridden, ids with a space between.
  public let overrides: String?

  static let columns: SQL =
    "id, at, login, command, line, host, source, reason, subject, undoes, overrides"

  init(_ row: any Row) throws {
    id = try row[0]
    at = try row[1]
    login = try row[2]
    command = try row[3]
    line = try row[4]
    host = try row[5]
    source = try row[6]
    reason = try row[7]
    subject = try row[8]
    undoes = try row[9]
    overrides = try row[10]
  }
}

/// Where a change came from.
public enum EventSource: String, SQLConvertible, Sendable {
  /// Typed by a person or a script.
  case cli
  /// An imported file.
  case `import`
  /// A scheduled job.
  case cron
  /// The demonstration book.
  case demo
}

/// What is written down about a command before it changes anything.
public struct EventEntry: Sendable {
  /// The command's id.
  public var command: String
  /// The line that was typed.
  public var line: String
  /// Where it came from.
  public var source: EventSource
  /// Why.
  public var reason: String?
  /// What it asks of the person.
  public var right: Right
  /// The orders or other things it is about; they may become known while the command runs.
  public var subjects: [String] = []
  /// The event that it undoes.
  public var undoes: Int64?
  /// Whether the person asked to override gates (`--override`).
  public var overriding = false
  /// The gates that were overridden.
  public var overrides: [GateID] = []

  /// An entry about one command.
  public init(
    command: String, line: String, source: EventSource = .cli, reason: String? = nil,
    right: Right = .follow
  ) {
    self.command = command
    self.line = line
    self.source = source
    self.reason = reason
    self.right = right
  }

  /// What it is about, as one text.
  public var subject: String? {
    get { subjects.isEmpty ? nil : subjects.joined(separator: " ") }
    set { subjects = newValue.map { [$0] } ?? [] }
  }

  var overridden: String? {
    overrides.isEmpty ? nil : overrides.map(\.rawValue).joined(separator: " ")
  }
}

/// The record of every change: who, when, what stood before, chained from event to event.
public enum Journal {
  /// Appends one event for what this transaction has changed; nil where it changed nothing.
  static func append(
    _ entry: EventEntry, by actor: Actor, at now: Instant, in transaction: any Transaction
  ) throws -> Int64? {
    let changes = try transaction.changes
    guard !changes.isEmpty else { return nil }
    let last = try transaction.first("SELECT id, digest FROM events ORDER BY id DESC LIMIT 1") {
      (id: try $0[0] as Int64, digest: try $0[1] as String)
    }
    let id = (last?.id ?? 0) + 1
    var chain = EventDigest(after: last?.digest)
    chain.add(id, entry, actor, now)
    // The event stands before its changes, which refer to it; its digest is known after them.
    try transaction.run(
      """
      INSERT INTO events
        (id, at, login, command, line, host, source, reason, subject, undoes, overrides, digest)
      VALUES (\(id), \(now), \(actor.login), \(entry.command), \(entry.line), \(actor.host),
        \(entry.source), \(entry.reason), \(entry.subject), \(entry.undoes), \(entry.overridden), '')
      """)
    for subject in Set(entry.subjects).sorted() {
      try transaction.run("INSERT INTO event_subjects (event_id, subject) VALUES (\(id), \(subject))")
    }
    for table in changes.tables {
      try record(changes[table], of: table, event: id, chain: &chain, in: transaction)
    }
    try transaction.run("UPDATE events SET digest = \(chain.hex) WHERE id = \(id)")
    return id
  }

  private static func record(
    _ changes: ChangeSet.TableChanges, of table: String, event: Int64, chain: inout EventDigest,
    in transaction: any Transaction
  ) throws {
    var batch = RowBatch(
      "event_changes",
      ["event_id", "table_name", "act", "first_id", "last_id", "before", "digest_before", "digest_after"])
    func write(_ act: String, _ first: Int64, _ last: Int64, _ before: String?, _ digests: (String?, String?))
      throws
    {
      chain.add(table, act, first, last, before, digests)
      try batch.add([event, table, act, first, last, before, digests.0, digests.1], to: transaction)
    }
    for insertion in changes.insertions {
      try write("insert", insertion.first, insertion.last, nil, (nil, insertion.digest.hex))
    }
    let names = changes.alterations.isEmpty ? [] : try transaction.columns(of: table)
    // By id: in which order one statement visits its rows is each engine's own.
    for alteration in changes.alterations.sorted(by: { $0.id < $1.id }) {
      let before = zip(names, alteration.before).map { (name: $0, value: $1) }
      if let after = alteration.after {
        let changed = zip(before, after).filter { $0.0.value != $0.1 }.map(\.0)
        if changed.isEmpty { continue }
        try write(
          "update", alteration.id, alteration.id, RowImage.text(changed),
          (alteration.digestBefore.hex, alteration.digestAfter.hex))
      } else {
        try write(
          "delete", alteration.id, alteration.id, RowImage.text(before),
          (alteration.digestBefore.hex, nil))
      }
    }
    for range in changes.refigurings {
      try write("refigure", range.lowerBound, range.upperBound, nil, (nil, nil))
    }
    try batch.flush(to: transaction)
  }
}

/// The running SHA-256 over an event and what it changed, begun with the digest before it.
struct EventDigest {
  private var bytes: [UInt8]

  init(after previous: String?) { bytes = Array((previous ?? "").utf8) }

  mutating func add(_ id: Int64, _ entry: EventEntry, _ actor: Actor, _ at: Instant) {
    add([
      String(id), at.description, actor.login, entry.command, entry.line, actor.host,
      entry.source.rawValue, entry.reason, entry.subject, entry.undoes.map(String.init), entry.overridden,
    ])
  }

  mutating func add(
    _ table: String, _ act: String, _ first: Int64, _ last: Int64, _ before: String?,
    _ digests: (String?, String?)
  ) {
    add([table, act, String(first), String(last), before, digests.0, digests.1])
  }

  /// 64 hexadecimal digits.
  var hex: String { RowDigest(of: bytes).hex }

  /// Adds fields so that no two different lists give the same bytes.
  mutating func add(_ fields: [String?]) {
    for field in fields {
      guard let field else {
        bytes.append(0)
        continue
      }
      bytes.append(1)
      withUnsafeBytes(of: UInt64(field.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: field.utf8)
    }
  }
}
