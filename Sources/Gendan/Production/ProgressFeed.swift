/// Reports that come line by line from a file: a line that was fed before is known again, so that a file that is fed
/// twice, or that grew, does not count twice.
///
/// Two lines are the same where step, quantity and day are; a line without a day is the same only in the same file.
/// Of several alike, each stands for one entry. What was taken back may be fed again.
public struct ProgressFeed {
  private let fingerprint: String
  private let repeats: Bool
  /// The newest entry before this file.
  private let last: Int64
  private var claimed: Set<Identifier<ProgressEntry>> = []

  /// A feed of a file with this fingerprint; `repeats` posts what was fed before, too.
  public init(_ fingerprint: FileFingerprint, repeats: Bool, in writing: Writing) throws {
    self.fingerprint = String(fingerprint.sha256.prefix(16))
    self.repeats = repeats
    last = try writing.db.value("SELECT max(id) FROM progress", as: Int64?.self).flatMap { $0 } ?? 0
  }

  /// Posts one line; a nil day is today. Throws `.fedBefore`, and what `Writing.progress` throws.
  public mutating func post(
    _ work: some Producible, step: String, good: Int64, on day: Day?, worker: String? = nil,
    in writing: Writing
  ) throws -> ProgressMade {
    if !repeats, let entry = try before(work, step, good, day, in: writing) {
      claimed.insert(entry.id)
      throw BookError.fedBefore(
        entry.no, on: entry.enteredAt.day(utcOffset: writing.utcOffset), by: entry.by)
    }
    var report = ProgressReport(good: good, day: day ?? writing.today)
    report.worker = worker
    report.feed = fingerprint
    return try writing.progress(work, step: step, report)
  }

  /// The entry of an earlier feed that a line like this one left, in whichever production order of the work.
  private func before(
    _ work: some Producible, _ step: String, _ good: Int64, _ day: Day?, in writing: Writing
  ) throws -> ProgressEntry? {
    let operations = try work.productions(in: writing.db).flatMap { try Operation.of($0.id, in: writing.db) }
      .filter { $0.name == step || String($0.seq) == step }.map(\.id.rawValue)
    let isSame: SQL =
      day.map { "g.happened_on = \($0)" }
      ?? "(g.happened_on = \(writing.today) OR g.feed = \(fingerprint))"
    for ids in operations.bindable {
      let found = try writing.db.all(
        """
        SELECT g.id FROM progress g WHERE g.operation_id IN \(list: ids) AND g.feed IS NOT NULL
          AND g.good = \(good) AND g.id <= \(last) AND \(isSame) AND \(ProgressEntry.stands) ORDER BY g.id
        """
      ) { try $0[0] as Identifier<ProgressEntry> }
      if let entry = found.first(where: { !claimed.contains($0) }) {
        return try ProgressEntry.named(entry.no, in: writing.db)
      }
    }
    return nil
  }
}
