/// What one transaction has done to the journaled rows, net: written by the driver below the
/// statements, so that no statement can forget it, and read by the journal when it ends.
public final class ChangeSet {
  /// The tables that changed, in the order of their first change.
  public private(set) var tables: [String] = []
  private var changes: [String: TableChanges] = [:]
  private var hasher = RowHasher()
  private var kept: [String: Set<Int>] = [:]

  /// An empty set.
  public init() {}

  /// Whether nothing was changed: rows that were written as they stood do not count.
  public var isEmpty: Bool { changes.values.allSatisfy(\.isEmpty) }
  /// What happened to one table.
  public subscript(table: String) -> TableChanges { changes[table] ?? TableChanges() }

  /// The tables that are not journaled: the journal itself, and what must survive an undo.
  public static let unjournaled: Set<String> = [
    "events", "event_changes", "event_subjects", "counters", "forecasts", "morning_runs",
    "schema_versions",
  ]

  /// Whether a table keeps figures beside facts.
  public static func keepsFigures(_ table: String) -> Bool { KeptFigures.columns[table] != nil }

  /// Tells where a table keeps figures that follow from facts: they are not journaled.
  public func learn(_ table: String, columns: [String]) {
    kept[table] = KeptFigures.places(in: columns, of: table)
  }

  /// The columns of a table that keep figures, counted from 0; nil where the table was not learned.
  public func keptColumns(_ table: String) -> Set<Int>? { kept[table] }

  /// Fingerprints a row given by its values in column order.
  public func digest(table: String, id: Int64, _ values: [SQLValue]) -> RowDigest {
    let kept = kept[table]
    hasher.begin(table: table, id: id)
    for (column, value) in values.enumerated() where kept?.contains(column) != true {
      hasher.add(column, value)
    }
    return hasher.finish()
  }

  /// Records an inserted row by its fingerprint; its values are asked for only where they matter.
  public func inserted(_ table: String, id: Int64, digest: RowDigest, values: () -> [SQLValue]) {
    note(table)
    changes[table, default: TableChanges()].insert(id, digest, values)
  }

  /// Records an updated (`after` given) or deleted row.
  public func altered(_ table: String, id: Int64, before: [SQLValue], after: [SQLValue]?) {
    if let after, let kept = kept[table] {
      let differing = before.indices.filter { before[$0] != after[$0] }
      if differing.contains(where: kept.contains) { refigured(table, id: id) }
      if differing.allSatisfy(kept.contains) { return }
    }
    note(table)
    let digestBefore = digest(table: table, id: id, before)
    let digestAfter = after.map { digest(table: table, id: id, $0) } ?? .zero
    changes[table, default: TableChanges()].alter(
      Alteration(id: id, before: before, digestBefore: digestBefore, after: after, digestAfter: digestAfter))
  }

  /// Records a row whose kept figures were computed anew: from what is in the facts.
  public func refigured(_ table: String, id: Int64) {
    note(table)
    changes[table, default: TableChanges()].refigure(id)
  }

  private func note(_ table: String) {
    if changes[table] == nil { tables.append(table) }
  }
}

extension ChangeSet {
  /// Rows with neighbouring ids, inserted one after the other.
  public struct Insertion {
    /// The first id.
    public let first: Int64
    /// The last id.
    public fileprivate(set) var last: Int64
    /// The rows' common fingerprint as they stand.
    public fileprivate(set) var digest: RowDigest
  }

  /// A row that stood before and was updated or deleted; its values are in the table's column order.
  public struct Alteration {
    /// The row.
    public let id: Int64
    /// Its values before the transaction.
    public let before: [SQLValue]
    /// Its fingerprint before the transaction.
    public let digestBefore: RowDigest
    /// Its values as they stand, nil once deleted.
    public fileprivate(set) var after: [SQLValue]?
    /// Its fingerprint as it stands.
    public fileprivate(set) var digestAfter: RowDigest
  }

  /// The changes of one table.
  public struct TableChanges {
    /// What was inserted.
    public private(set) var insertions: [Insertion] = []
    /// What was updated or deleted, in the order of the first change.
    public private(set) var alterations: [Alteration] = []
    private var alterationIndex: [Int64: Int] = [:]
    private var refigured: Set<Int64> = []

    /// The rows that stood before and whose kept figures were computed anew, as ranges of ids.
    public var refigurings: [ClosedRange<Int64>] {
      refigured.sorted().reduce(into: []) { ranges, id in
        if let last = ranges.last, last.upperBound &+ 1 == id {
          ranges[ranges.count - 1] = last.lowerBound...id
        } else {
          ranges.append(id...id)
        }
      }
    }

    fileprivate var isEmpty: Bool {
      insertions.isEmpty && refigured.isEmpty && alterations.allSatisfy { $0.before == $0.after }
    }

    fileprivate mutating func refigure(_ id: Int64) {
      if !isInserted(id) { refigured.insert(id) }
    }

    private func isInserted(_ id: Int64) -> Bool { insertions.contains { $0.first <= id && id <= $0.last } }

    fileprivate mutating func insert(_ id: Int64, _ digest: RowDigest, _ values: () -> [SQLValue]) {
      if let index = alterationIndex[id] {
        // Deleted and inserted again under the same id: for the journal the row was updated.
        alterations[index].after = values()
        alterations[index].digestAfter = digest
      } else if let last = insertions.last, last.last &+ 1 == id {
        insertions[insertions.count - 1].last = id
        insertions[insertions.count - 1].digest = last.digest + digest
      } else {
        insertions.append(Insertion(first: id, last: id, digest: digest))
      }
    }

    fileprivate mutating func alter(_ alteration: Alteration) {
      let id = alteration.id
      if let index = alterationIndex[id] {
        alterations[index].after = alteration.after
        alterations[index].digestAfter = alteration.digestAfter
      } else if let index = insertions.lastIndex(where: { $0.first <= id && id <= $0.last }) {
        // A row of this very transaction: only what stands at its end counts.
        insertions[index].digest =
          insertions[index].digest - alteration.digestBefore + alteration.digestAfter
      } else {
        alterationIndex[id] = alterations.count
        alterations.append(alteration)
      }
    }
  }
}
