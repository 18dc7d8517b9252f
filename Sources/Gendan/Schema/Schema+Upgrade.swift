extension Schema {
  /// Brings an older book to this program's version, as one event; returns the version it had.
  ///
  /// Throws `.newer` where the book is ahead of the program. A book that is up to date stays as it is.
  @discardableResult
  public static func upgrade(
    _ database: any Database, _ entry: EventEntry, by actor: Actor, at now: Instant
  ) throws -> Int {
    try database.write { transaction in
      let found = try version(of: transaction)
      guard found <= version else { throw DatabaseError.newer(found: found, known: version) }
      try upgrade(transaction, at: now)
      _ = try Journal.append(entry, by: actor, at: now, in: transaction)
      return found
    }
  }
}
