/// What the journal says of one table's rows, to be compared with the rows as they stand.
///
/// A row that was inserted alone, or updated, has its own fingerprint; rows inserted together have
/// one sum, from which those leave that a later event updated or deleted. An id that an undo freed
/// may be given again: the newest insertion owns it.
struct RowLedger {
  private struct Insertion {
    let first: Int64
    let last: Int64
    var expected: RowDigest
    var found = RowDigest.zero
  }

  /// Ids that belong to one insertion; segments are in order and never overlap.
  private struct Segment {
    let first: Int64
    let last: Int64
    let insertion: Int
  }

  private var rows: [Int64: RowDigest] = [:]
  private var insertions: [Insertion] = []
  private var segments: [Segment] = []
  private var altered: Set<Int64> = []
  private var unrecorded: Set<Int64> = []

  /// Notes rows that an event inserted; a sum of zero means that none of them outlived it.
  mutating func insert(_ first: Int64, _ last: Int64, _ sum: RowDigest) {
    guard sum != .zero else { return }
    if first == last {
      rows[first] = sum
    } else {
      own(first, last, by: insertions.count)
      insertions.append(Insertion(first: first, last: last, expected: sum))
    }
  }

  /// Notes a row that an event updated, or deleted where nothing stands after it.
  mutating func change(_ id: Int64, from before: RowDigest, to after: RowDigest?) {
    if let known = rows.removeValue(forKey: id) {
      if known != before { altered.insert(id) }
    } else if let owner = insertion(of: id) {
      insertions[owner].expected = insertions[owner].expected - before
    } else {
      unrecorded.insert(id)
    }
    if let after { rows[id] = after }
  }

  /// Compares a row as it stands.
  mutating func meet(_ id: Int64, _ digest: RowDigest) {
    if let expected = rows.removeValue(forKey: id) {
      if expected != digest { altered.insert(id) }
    } else if let owner = insertion(of: id) {
      insertions[owner].found = insertions[owner].found + digest
    } else {
      unrecorded.insert(id)
    }
  }

  /// What does not fit, once every row was met.
  func findings(_ table: String) -> [Finding] {
    let unsound = insertions.filter { $0.found != $0.expected }
    let gone = unsound.filter { $0.found == .zero }
    let changed = unsound.filter { $0.found != .zero }
    return RowSpan.spans(of: altered.sorted(), in: table).map(Finding.altered)
      + changed.map { .altered(RowSpan(table, $0.first, $0.last)) }
      + RowSpan.spans(of: rows.keys.sorted(), in: table).map(Finding.missing)
      + gone.map { .missing(RowSpan(table, $0.first, $0.last)) }
      + RowSpan.spans(of: unrecorded.sorted(), in: table).map(Finding.unrecorded)
  }

  private func insertion(of id: Int64) -> Int? {
    let place = place(of: id)
    guard place < segments.count, segments[place].first <= id else { return nil }
    return segments[place].insertion
  }

  /// The first segment that ends at this id or after it.
  private func place(of id: Int64) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].last >= id { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Gives ids to an insertion, whoever had them before.
  private mutating func own(_ first: Int64, _ last: Int64, by insertion: Int) {
    let start = place(of: first)
    var end = start
    var parts = [Segment(first: first, last: last, insertion: insertion)]
    while end < segments.count, segments[end].first <= last {
      let old = segments[end]
      if old.first < first {
        parts.insert(Segment(first: old.first, last: first - 1, insertion: old.insertion), at: 0)
      }
      if old.last > last {
        parts.append(Segment(first: last + 1, last: old.last, insertion: old.insertion))
      }
      end += 1
    }
    segments.replaceSubrange(start..<end, with: parts)
  }
}
